"""Join links: where a room is, its code, and on a local network how its certificate is recognised.

    https://hub.example.org/user/anyone/workshop/#7K3M-Q0ZD
    https://192.168.1.20:8765/workshop/#7K3M-Q0ZD.9f86d081...    (with the certificate's SHA-256)

What follows ``#`` is never sent by a browser, so the code does not get into anybody's log.
"""

from __future__ import annotations

import ipaddress
import os
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from workshop_helpers.errors import LinkError
from workshop_helpers.pasted import is_link, links_in
from workshop_helpers.private import Private
from workshop_helpers.room.protocol.codes import read_code

_PATH = "/workshop/"
_THE_PATH = re.compile(r"(.*)/workshop/*", re.IGNORECASE)
_CODE = re.compile(r"[\w-]*")
_HEXADECIMAL = re.compile(r"[0-9a-f]{64}", re.IGNORECASE)


@dataclass(frozen=True, repr=False)
class Link(Private):
    """Where a room is.

    Attributes:
        address: The start of the collector's addresses, such as ``https://hub.example.org/user/anyone``.
        code: The join code.
        certificate: The SHA-256 of the collector's own certificate, 64 hexadecimal digits; ``None`` where a known
            authority vouches for it.
    """

    address: str
    code: str
    certificate: str | None = None

    def __str__(self) -> str:
        pin = f".{self.certificate}" if self.certificate else ""
        return f"{self.address}{_PATH}#{self.code}{pin}"


def read_facilitators_line(typed: str) -> tuple[Link, str]:
    """A join link with the room's key after it, as ``workshop room`` writes it into a file.

    Raises:
        LinkError: if it is no such line.
    """
    for line in links_in(typed):
        link, _, key = line.rpartition(".")
        if _HEXADECIMAL.fullmatch(key) and "#" in link:
            return _link(link), key.lower()
    raise LinkError("This line is not whole. Copy all of what 'workshop room' wrote for you.")


def read_link(typed: str) -> Link:
    """A link as it was meant, whatever was around it and wherever it was broken.

    Raises:
        LinkError: if it is no join link, or would send answers unprotected to another computer.
    """
    troubles = []
    for address in links_in(typed):
        try:
            return _link(address)
        except LinkError as error:
            troubles.append(error)
    raise next(iter(troubles), _no_link())


def _link(address: str) -> Link:
    try:
        parts = urlsplit(address)
        whole = bool(parts.hostname) and parts.port != 0 and "@" not in parts.netloc
    except ValueError:
        raise _no_link() from None
    code, _, pin = parts.fragment.partition(".")
    found = _THE_PATH.fullmatch(parts.path)
    if not whole or not found or not _CODE.fullmatch(code):
        raise _no_link()
    if pin and not _HEXADECIMAL.fullmatch(pin):
        raise LinkError("The end of this join link is missing or changed. Copy all of it once more.")
    if parts.scheme == "http" and not is_this_computer(str(parts.hostname)):
        raise LinkError("This join link would send answers unprotected. Ask the facilitator for one with https.")
    return Link(f"{parts.scheme}://{parts.netloc.lower()}{found[1]}", read_code(code), pin.lower() or None)


def address_of_rooms() -> str | None:
    """Where a hub says in ``WORKSHOP_ROOMS`` that its rooms are, so that a code alone is enough to find them."""
    return os.environ.get("WORKSHOP_ROOMS", "").rstrip("/") or None


def read_link_or_code(typed: str, near: str | None) -> Link:
    """A link as it was meant, or where somebody typed its code alone, the link to that room on the server ``near``.

    Raises:
        LinkError: if it is neither, if there is no server near, or if it would send answers there unprotected.
    """
    if is_link(typed):
        return read_link(typed)
    code = read_code(typed)
    if near is None:
        raise LinkError("A code alone does not say where the room is. Paste the whole join link.")
    return _link(f"{near.rstrip('/')}{_PATH}#{code}")


def _no_link() -> LinkError:
    return LinkError("This is not a join link. Copy all of it, from https to its end; the facilitator has it.")


def is_this_computer(host: str) -> bool:
    """Whether an address can be reached from this computer only."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
