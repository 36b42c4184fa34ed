"""The web side of a collector: one handler for every kind of request, used in a Jupyter server and alone.

A request carries what it needs in its body, and a collector takes nothing else from it: no cookie, no address,
no query. Callers are notebooks' kernels, so whatever a browser sends on its own is refused, which leaves web
pages no way to speak for anybody. Nothing is logged, and refusals say why in one sentence.
"""

from __future__ import annotations

import ipaddress
import logging
import re
from collections.abc import Callable
from typing import Any

from tornado.httputil import HTTPServerRequest
from tornado.web import RequestHandler, stream_request_body

from workshop_helpers.errors import Malformed, RoomError, WorkshopError
from workshop_helpers.private import hushed
from workshop_helpers.room.protocol.replies import Accepted, AnyReply, Refusal, RoomReply
from workshop_helpers.room.protocol.requests import LARGEST_BODY, REQUESTS, Request, reply_to, unpack
from workshop_helpers.room.server.rooms import Rooms

SECONDS_FOR_A_BODY = 10.0
TOO_LONG = "This is not a message that a room takes: it is too long."
_SOMEBODY = "somebody"  # in the place of an address
_FROM_BROWSERS = ("Origin", "Cookie", "Sec-Fetch-Site")
IsHost = Callable[[str], bool]


def take_short_bodies(request: HTTPServerRequest) -> None:
    """Read no more of a request than a room takes, for no longer than it should need, and name nobody in a log."""
    connection: Any = request.connection
    connection.context.remote_ip = _SOMEBODY  # tornado names it when a body is late or too long
    connection.set_max_body_size(LARGEST_BODY)
    connection.set_body_timeout(SECONDS_FOR_A_BODY)


@stream_request_body
class DiscreetHandler(RequestHandler):
    """Leaves no line in any log, sends no header that is not needed, and reads no more than a short body."""

    _is_host: IsHost

    def prepare(self) -> None:
        """Refuse requests for another host, before the body is read."""
        take_short_bodies(self.request)
        if not self._is_host(_name_in(self.request.host)):
            self.refuse(RoomError("This address is not the room's own."), 403)

    def data_received(self, chunk: bytes) -> None:
        """Take no notice of a body."""

    def refuse(self, error: WorkshopError, status: int | None = None) -> None:
        """Say why not, under the error's own status, or that which HTTP has for a request that is not even read."""
        refusal = Refusal.of(error)
        self.set_status(status or refusal.status)
        self.finish(refusal.to_json())

    def write_error(self, status_code: int, **_details: object) -> None:
        """Say that it did not work, and nothing of what or why."""
        self.refuse(RoomError("That did not work."), status_code)

    def set_default_headers(self) -> None:
        """Say what is needed and no more."""
        self.clear_header("Server")
        self.set_header("Content-Type", "application/json")
        self.set_header("Cache-Control", "no-store")
        self.set_header("Connection", "close")

    def compute_etag(self) -> None:
        """No fingerprint of a reply."""

    def _log(self) -> None:
        """No line for anybody, whatever the status."""

    def log_exception(self, *_details: object) -> None:
        """No line for a mistake either: it could hold an address."""


class Collector(DiscreetHandler):
    """Takes one kind of request by POST.

    Args:
        rooms: What answers it.
        kind: A key of ``REQUESTS``.
        is_host: Whether a name in the ``Host`` header is one of this collector's own.
    """

    def initialize(self, rooms: Rooms, kind: str, is_host: IsHost) -> None:
        """Keep what the route was made with."""
        self._is_host = is_host
        self._rooms = rooms
        self._kind = kind
        self._body = bytearray()

    def prepare(self) -> None:
        """Refuse by the headers alone, before the body is read."""
        super().prepare()
        if self._finished:
            return
        headers = self.request.headers
        if any(name in headers for name in _FROM_BROWSERS):
            words = "Rooms talk to notebooks, not to browsers. Use the link in the Welcome page."
            self.refuse(RoomError(words), 403)
        elif not is_short(headers.get("Content-Length", "")):
            self.refuse(Malformed(TOO_LONG), 413)
        elif headers.get("Content-Type") != "application/json":
            self.refuse(Malformed("This is not a message that a room takes: it is not JSON."), 415)

    def data_received(self, chunk: bytes) -> None:
        """Gather the body."""
        if len(self._body) + len(chunk) <= LARGEST_BODY:
            self._body += chunk

    def post(self) -> None:
        """Answer the request."""
        try:
            reply = self._reply()
        except WorkshopError as error:
            self.refuse(error)
        else:
            self.set_status(202 if self._kind == "answer" else 200)
            self.finish(reply)

    @hushed
    def _reply(self) -> str:
        request = unpack(self._kind, bytes(self._body))
        self._body.clear()
        reply: RoomReply = respond(self._rooms, request)
        return reply.to_json()

    def check_xsrf_cookie(self) -> None:
        """Nothing to check: a request counts by what is in its body, never by a cookie."""


def respond(rooms: Rooms, request: Request[AnyReply]) -> AnyReply:
    """What a collector's rooms say to a request: of each kind there is a method of that name. Raises as it does."""
    said = getattr(rooms, request.kind)(**vars(request))
    reply, expected = Accepted(ok=True) if said is None else said, reply_to(type(request))
    if not isinstance(reply, expected):
        raise TypeError(f"'{request.kind}' is replied to with {expected.__name__}")
    return reply


def _is_about_others(record: logging.LogRecord) -> bool:
    """Whether a line of tornado's is about anything but a request to a room: those are not written down at all."""
    return not (isinstance(record.args, tuple) and any(str(about) == _SOMEBODY for about in record.args))


def is_short(length: str) -> bool:
    """Whether a ``Content-Length`` is a number of bytes that a message may have."""
    return re.fullmatch("[0-9]{1,9}", length) is not None and int(length) <= LARGEST_BODY


def _name_in(host: str) -> str:
    """The name in a ``Host`` header, without its port."""
    host = host.lower()
    return host.rpartition("]")[0].lstrip("[") if host.startswith("[") else host.partition(":")[0]


def own_hosts(*names: str, anywhere: bool = False) -> IsHost:
    """Which names are the collector's own: numbers of this machine, ``localhost``, and those given.

    A web page can make a browser reach a local address under the page's own name; such a name is refused.
    ``anywhere`` is for servers behind a hub, which checks names itself.
    """

    own = {"localhost", *(name.lower() for name in names)}

    def is_host(name: str) -> bool:
        if anywhere or name in own:
            return True
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return True

    return is_host


def routes(rooms: Rooms, is_host: IsHost, prefix: str = "") -> list[tuple[str, Any, Any]]:
    """The routes of a collector, as tornado takes them.

    Side effects: tornado's log leaves out its lines about requests to them.
    """
    logging.getLogger("tornado.general").addFilter(_is_about_others)
    return [
        (rf"{prefix}/workshop/v1/{kind}", Collector, {"rooms": rooms, "kind": kind, "is_host": is_host})
        for kind in REQUESTS
    ]
