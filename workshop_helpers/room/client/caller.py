"""Calls to a collector: one at a time, tried again when the network fails, and never to the wrong computer."""

from __future__ import annotations

import json
from typing import Any

import urllib3

from workshop_helpers.errors import (
    Malformed,
    NotOpen,
    PoolClosed,
    RoomError,
    TooManyGuesses,
    Unreachable,
    WorkshopError,
    WrongCode,
)
from workshop_helpers.private import Private, hushed
from workshop_helpers.room.protocol.links import Link
from workshop_helpers.room.protocol.messages import pack

_ERRORS: dict[int, type[WorkshopError]] = {
    400: Malformed,
    403: WrongCode,
    404: NotOpen,
    409: PoolClosed,
    413: Malformed,
    429: TooManyGuesses,
}
_UNREACHABLE = "The room cannot be reached just now. Your answers are kept here; it is tried again by itself."
# Somebody waits at a button for so long at most: three times the longer one. A thread tries again later.
_PATIENCE = urllib3.Timeout(connect=4.0, read=6.0)
_LARGEST_REPLY = 1_000_000  # bytes


class Caller(Private):
    """Speaks to the collector that a link names.

    Nothing is sent before the other side has shown the certificate that the link names. A call can be made
    again without harm, because what it carries is counted once.
    """

    __slots__ = ("_address", "_pool")

    def __init__(self, link: Link, tries: int = 2) -> None:
        self._address = link.address
        again = urllib3.Retry(
            total=tries,
            backoff_factor=0.3,
            backoff_jitter=0.3,
            status_forcelist=(502, 503, 504),
            allowed_methods=None,
            respect_retry_after_header=False,  # a hub may ask for an hour
        )
        known: dict[str, Any] = (
            {"assert_fingerprint": link.certificate, "cert_reqs": "CERT_NONE"} if link.certificate else {}
        )
        self._pool = urllib3.PoolManager(retries=again, timeout=_PATIENCE, **known)

    @hushed
    def call(self, kind: str, **values: object) -> dict[str, Any]:
        """Make one call and return the reply.

        Raises:
            Unreachable: if nobody answers, or somebody else does.
            RoomError, PoolError: what the collector says, in its own words.
        """
        try:
            reply = self._pool.request(
                "POST",
                f"{self._address}/workshop/v1/{kind}",
                body=pack(kind, **values),
                headers={"Content-Type": "application/json", "Connection": "close", "User-Agent": "workshop"},
                redirect=False,
                preload_content=False,
            )
            with reply:
                body = json.loads(reply.read(_LARGEST_REPLY))
        except (urllib3.exceptions.HTTPError, OSError, ValueError, RecursionError):
            raise Unreachable(_UNREACHABLE) from None
        if reply.status >= 500:
            raise Unreachable(_UNREACHABLE)
        if reply.status in (200, 202) and isinstance(body, dict):
            return body
        said = str(body.get("sorry") or "") if isinstance(body, dict) else ""
        raise _ERRORS.get(reply.status, RoomError)(said or "The room did not take this. Ask the facilitator.")
