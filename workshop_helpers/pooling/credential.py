"""The secret that lets a person, and nobody else, change or take back what they added."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from workshop_helpers.quiet import Quiet


class Credential(Quiet):
    """A participant's own secret. It stays with them; a pool sees only tokens made from it.

    Args:
        secret: 32 bytes to use again after a restart; fresh random ones if left out.
    """

    __slots__ = ("_secret",)

    def __init__(self, secret: bytes | None = None) -> None:
        self._secret = secrets.token_bytes(32) if secret is None else secret

    def token(self, session: str, assessment: str) -> bytes:
        """The 16 bytes that stand for this person in one pool; different pools' tokens cannot be linked."""
        name = f"{len(session)}|{session}|{assessment}".encode()
        return hmac.digest(self._secret, name, hashlib.sha256)[:16]
