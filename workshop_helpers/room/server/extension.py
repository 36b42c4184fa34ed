"""The collector inside a Jupyter server: on a hub, on Binder, on a laptop; enabled by installing the workshop.

Whoever is logged in to the server may create a room, from the page in their browser. Everything else
carries the room's code or key in its body, so it needs no login: participants have none here.
"""

from __future__ import annotations

import json
from typing import Any

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import APIHandler
from tornado import web
from tornado.ioloop import PeriodicCallback

from workshop_helpers.errors import Malformed, WorkshopError
from workshop_helpers.guard import guarded
from workshop_helpers.room.protocol.replies import Refusal
from workshop_helpers.room.protocol.requests import CreateRequest
from workshop_helpers.room.server.core_dumps import no_core_dumps
from workshop_helpers.room.server.freed_memory import overwrite_what_is_large
from workshop_helpers.room.server.handlers import TOO_LONG, Collector, is_short, own_hosts, routes, take_short_bodies
from workshop_helpers.room.server.landing import Landing, landing_route
from workshop_helpers.room.server.rooms import Rooms
from workshop_helpers.room.server.store import MemoryStore

_LOOK_EVERY = 60_000  # milliseconds; so that what is out of time is forgotten even when nobody asks


@web.stream_request_body
class Create(APIHandler):
    """Makes a room for somebody who is logged in. Called by their browser, with Jupyter's own protection."""

    def initialize(self, rooms: Rooms) -> None:
        """Keep what the route was made with."""
        self._rooms = rooms
        self._body = bytearray()

    def set_default_headers(self) -> None:
        """Jupyter's, and that the connection ends here, because a body that is refused is left unread."""
        super().set_default_headers()
        self.set_header("Connection", "close")

    async def prepare(self) -> None:  # type: ignore[override]  # Jupyter's has an argument for itself
        """Refuse long bodies before they are read; the rest is Jupyter's."""
        take_short_bodies(self.request)
        if is_short(self.request.headers.get("Content-Length", "")):
            await super().prepare()
        else:
            self._refuse(Malformed(TOO_LONG), 413)

    def data_received(self, chunk: bytes) -> None:
        """Gather the body."""
        self._body += chunk

    @web.authenticated
    def post(self) -> None:
        """Make a room, or make it again after a restart with the code and key that it had."""
        try:
            asked = _asked(bytes(self._body))
            created = self._rooms.create(asked.seats, asked.code, asked.key)
        except WorkshopError as error:
            self._refuse(error, 400)  # the page takes another status for Jupyter's own
        else:
            self.finish(created.to_json())

    def _refuse(self, error: WorkshopError, status: int) -> None:
        self.set_status(status)
        self.finish(Refusal.of(error).to_json())

    def _log(self) -> None:
        """No line for anybody."""

    def log_exception(self, *_details: object) -> None:
        """No line for a refusal either: it names an address."""


def _asked(body: bytes) -> CreateRequest:
    """What a request to make a room asks for; what Jupyter's own reader refuses, it would log."""
    try:
        return CreateRequest.from_values(json.loads(body))
    except (ValueError, RecursionError):
        raise Malformed("A room is made with a number of seats, and to make it again, its code and key.") from None


class Guest(Collector):
    """The collector's handler, marked as one that needs no login."""

    @allow_unauthenticated
    def post(self) -> None:
        """Answer the request."""
        super().post()


class Welcome(Landing):
    """The page at a join link's address, marked as one that needs no login."""

    @allow_unauthenticated
    def get(self) -> None:
        """Send the page."""
        super().get()


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "workshop_helpers.room.server.extension"}]


def _load_jupyter_server_extension(server: Any) -> None:
    no_core_dumps()
    overwrite_what_is_large()
    settings = server.web_app.settings
    base = settings["base_url"].rstrip("/")
    store = MemoryStore()
    rooms = Rooms(store)
    is_host = own_hosts(*settings.get("local_hostnames", ()), anywhere=bool(settings.get("allow_remote_access", False)))
    open_to_all = [(pattern, Guest, arguments) for pattern, _, arguments in routes(rooms, is_host, base)]
    create = (f"{base}/workshop/v1/create", Create, {"rooms": rooms})
    landing = landing_route(is_host, base, Welcome)
    server.web_app.add_handlers(".*$", [create, landing, *open_to_all])
    PeriodicCallback(guarded()(store.tick), _LOOK_EVERY).start()
