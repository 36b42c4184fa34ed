"""The secret that lets a person, and nobody else, change or take back what they added."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets

from workshop_helpers.errors import PoolError
from workshop_helpers.private import Private, hushed

_LENGTH = 32


class Credential(Private):
    """A participant's own secret. It stays with them; a pool sees only tokens made from it.

    Args:
        secret: 32 bytes to use again after a restart; fresh random ones if left out.

    Raises:
        PoolError: if ``secret`` is anything but 32 bytes.
    """

    __slots__ = ("_secret",)

    @hushed
    def __init__(self, secret: bytes | None = None) -> None:
        if secret is None:
            secret = secrets.token_bytes(_LENGTH)
        if not isinstance(secret, bytes) or len(secret) != _LENGTH:
            raise PoolError(f"A secret must be {_LENGTH} bytes; leave it out to get a fresh one.")
        self._secret = secret

    def token(self, session: str, assessment: str, occasion: str | None = None) -> bytes:
        """The 16 bytes that stand for this person in one pool; different pools' tokens cannot be linked."""
        name = json.dumps([session, assessment, occasion]).encode()
        return hmac.digest(self._secret, name, hashlib.sha256)[:16]
