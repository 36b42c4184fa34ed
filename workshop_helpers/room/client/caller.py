"""Calls to a collector: one at a time, tried again when the network fails, and never to the wrong computer."""

from __future__ import annotations

import ssl
import time
from random import SystemRandom
from typing import Any

import urllib3

from workshop_helpers.errors import Unreachable
from workshop_helpers.private import Private, hushed
from workshop_helpers.room.protocol.links import Link
from workshop_helpers.room.protocol.replies import LARGEST_REPLY, AnyReply, Refusal, read_reply
from workshop_helpers.room.protocol.requests import Request, pack, reply_to

NOBODY = "The room cannot be reached just now."
NO_SUCH_NAME = (
    "No computer has the name that is in the join link, or this computer has no network just now. Look at both."
)
ANOTHER_COMPUTER = (
    "The computer at the room's address is not the one that the join link names, so nothing was sent to it. Ask the "
    "facilitator for the link as it is now."
)
UNKNOWN_CERTIFICATE = (
    "Nothing shows that the computer at the room's address is the right one, so nothing was sent to it. Ask the "
    "facilitator for the whole join link: on a local network it has a long number at its end."
)
ANOTHER_PAGE = (
    "What answers at the room's address is not the room, but a page: one to log in at, perhaps, or one of a server "
    "that is not running. Ask the facilitator whether the join link is right. If your network wants you to log in, do "
    "that in your browser first."
)
# Seconds for a reply, more each time: what is slow comes in the end, and somebody waits at a button meanwhile.
PATIENCE = (4.0, 10.0, 30.0)
_TO_CONNECT = 4.0
_PAUSE = 0.3  # seconds before the second try, and twice that before the third
_CHANCE = SystemRandom()  # its own, so that a call disturbs nobody who has seeded Python's
_NOT_NOW = (502, 503, 504)  # statuses of whoever stands before a room that is not there


class _Failed(Exception):
    """One try came to nothing, and another one may not."""


class Caller(Private):
    """Speaks to the collector that a link names.

    Nothing is sent before the other side has shown the certificate that the link names. A call can be made
    again without harm, because what it carries is counted once.

    Args:
        link: Where the collector is.
        tries: How often a call is made again at most. Somebody may wait at a button; a thread tries again later.
    """

    __slots__ = ("_address", "_patience", "_pinned", "_pool", "_tries")

    def __init__(self, link: Link, tries: int = len(PATIENCE) - 1) -> None:
        self._address = link.address
        self._pinned = link.certificate is not None
        self._tries = tries
        self._patience = 0  # which one this collector needs, as far as it is known
        known: dict[str, Any] = (
            {"assert_fingerprint": link.certificate, "cert_reqs": "CERT_NONE"} if link.certificate else {}
        )
        self._pool = urllib3.PoolManager(retries=False, **known)

    @hushed
    def call(self, request: Request[AnyReply]) -> AnyReply:
        """Make one call and return the reply.

        Raises:
            Unreachable: if nobody answers, or somebody else does; in its message, what is known of that.
            MalformedReply: if what comes back cannot be understood.
            WorkshopError: what the room says, as the class that it was there, in the room's own words.
        """
        body = pack(request)
        for again in range(self._tries + 1):
            if again:
                time.sleep(_PAUSE * 2 ** (again - 1) * _CHANCE.uniform(1, 2))
            try:
                status, kind, said = self._try(request.kind, body)
            except _Failed:
                continue
            if status >= 500:
                break
            if not kind.startswith("application/json"):
                raise Unreachable(ANOTHER_PAGE)  # of a hub, of a hotel's network, of anybody
            if status not in (200, 202):
                raise read_reply(Refusal, said).as_error()
            return read_reply(reply_to(type(request)), said)
        raise Unreachable(NOBODY)

    def _try(self, kind: str, body: bytes) -> tuple[int, str, bytes]:
        """The status, the kind of content and the content of what came back."""
        begun = time.monotonic()
        try:
            reply = self._pool.request(
                "POST",
                f"{self._address}/workshop/v1/{kind}",
                body=body,
                headers={"Content-Type": "application/json", "Connection": "close", "User-Agent": "workshop"},
                timeout=urllib3.Timeout(connect=_TO_CONNECT, read=PATIENCE[self._patience]),
                redirect=False,
                preload_content=False,
            )
            with reply:
                said = reply.read(LARGEST_REPLY)
        except urllib3.exceptions.NameResolutionError:
            raise Unreachable(NO_SUCH_NAME) from None
        except urllib3.exceptions.SSLError as error:
            self._refuse_certificate(error)
            raise _Failed from None
        except urllib3.exceptions.ReadTimeoutError:
            self._patience = min(self._patience + 1, len(PATIENCE) - 1)
            raise _Failed from None
        except (urllib3.exceptions.HTTPError, OSError):
            raise _Failed from None
        if self._patience and time.monotonic() - begun < PATIENCE[self._patience - 1]:
            self._patience -= 1
        if reply.status in _NOT_NOW:
            raise _Failed
        return reply.status, reply.headers.get("Content-Type", ""), said

    def _refuse_certificate(self, error: urllib3.exceptions.SSLError) -> None:
        """Raise if it was the certificate that was wrong, and not the line."""
        if self._pinned and "ingerprint" in str(error):
            raise Unreachable(ANOTHER_COMPUTER) from None
        if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in error.args):
            raise Unreachable(UNKNOWN_CERTIFICATE) from None
