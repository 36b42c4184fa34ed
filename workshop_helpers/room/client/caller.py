"""Calls to a collector: one at a time, tried again when the network fails, and never to the wrong computer."""

from __future__ import annotations

from typing import Any

import urllib3

from workshop_helpers.errors import Unreachable
from workshop_helpers.private import Private, hushed
from workshop_helpers.room.protocol.links import Link
from workshop_helpers.room.protocol.replies import LARGEST_REPLY, AnyReply, Refusal, read_reply
from workshop_helpers.room.protocol.requests import Request, pack, reply_to

_UNREACHABLE = "The room cannot be reached just now. Your answers are kept here; it is tried again by itself."
# Somebody waits at a button for so long at most: three times the longer one. A thread tries again later.
_PATIENCE = urllib3.Timeout(connect=4.0, read=6.0)


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
    def call(self, request: Request[AnyReply]) -> AnyReply:
        """Make one call and return the reply.

        Raises:
            Unreachable: if nobody answers, or somebody else does.
            MalformedReply: if what comes back cannot be understood.
            WorkshopError: what the room says, as the class that it was there, in the room's own words.
        """
        try:
            reply = self._pool.request(
                "POST",
                f"{self._address}/workshop/v1/{request.kind}",
                body=pack(request),
                headers={"Content-Type": "application/json", "Connection": "close", "User-Agent": "workshop"},
                redirect=False,
                preload_content=False,
            )
            with reply:
                body = reply.read(LARGEST_REPLY)
        except (urllib3.exceptions.HTTPError, OSError):
            raise Unreachable(_UNREACHABLE) from None
        if reply.status >= 500 or not reply.headers.get("Content-Type", "").startswith("application/json"):
            raise Unreachable(_UNREACHABLE)  # the page of a hub, of a hotel's network, of anybody
        if reply.status not in (200, 202):
            raise read_reply(Refusal, body).as_error()
        return read_reply(reply_to(type(request)), body)
