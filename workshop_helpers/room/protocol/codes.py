"""Join codes and keys: what lets a person into a room, and what lets a facilitator run it."""

from __future__ import annotations

import hashlib
import secrets

from workshop_helpers.errors import LinkError
from workshop_helpers.pasted import letters_of_code

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no letters that look like others
_LENGTH = 8  # 40 random bits; how safe that is stands at ``Guesses``
_FORGIVEN = str.maketrans("OIL", "011")


def new_code() -> str:
    """A fresh join code, such as ``7K3M-Q0ZD``."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    return f"{letters[:4]}-{letters[4:]}"


def new_key() -> str:
    """A fresh facilitator's key: 32 random bytes in hexadecimal."""
    return secrets.token_hex(32)


def read_code(typed: str) -> str:
    """A join code as it was meant: what pasting does to it, and letters that look like digits, are forgiven.

    Raises:
        LinkError: if it is no code.
    """
    letters = letters_of_code(typed).translate(_FORGIVEN)
    if len(letters) != _LENGTH or not set(letters) <= set(_ALPHABET):
        raise LinkError("A join code has eight letters and digits, such as 7K3M-Q0ZD. Look at it once more.")
    return f"{letters[:4]}-{letters[4:]}"


def fingerprint(secret: str) -> str:
    """What a collector keeps in place of a code or a key: it recognises it, and cannot say it."""
    return hashlib.sha256(secret.encode()).hexdigest()


def new_number() -> str:
    """A fresh number for an opening."""
    return secrets.token_hex(4)
