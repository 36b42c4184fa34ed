"""The collector as a process of its own, for a local network: ``workshop room``.

The room's code, key and certificate lie in a file that only this account can read, so that the room is the
same after a restart, until its facilitator ends it or it is half a day old. Answers are in memory only.
"""

from __future__ import annotations

import asyncio
import json
import logging
import socket
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from tornado.httpserver import HTTPServer
from tornado.ioloop import PeriodicCallback
from tornado.web import Application

from workshop_helpers.errors import RoomError
from workshop_helpers.guard import guarded
from workshop_helpers.home import FACILITATORS_LINE, own_folder
from workshop_helpers.private import Private
from workshop_helpers.room.protocol.codes import new_code, new_key
from workshop_helpers.room.protocol.links import Link, is_this_computer
from workshop_helpers.room.server.certificate import Certificate, new_certificate
from workshop_helpers.room.server.core_dumps import no_core_dumps
from workshop_helpers.room.server.handlers import own_hosts, routes
from workshop_helpers.room.server.landing import landing_route
from workshop_helpers.room.server.rooms import Rooms
from workshop_helpers.room.server.store import LONGEST_ROOM, MemoryStore, Store

_LOOK_EVERY = 60_000  # milliseconds


@dataclass(frozen=True, repr=False)
class Identity(Private):
    """What makes a room the same after a restart: its code, its key and its certificate. No answers."""

    code: str
    key: str
    certificate: str
    certificate_key: str

    @property
    def of_server(self) -> Certificate:
        """The certificate with its private key."""
        return Certificate(self.certificate, self.certificate_key)


def identity_file() -> Path:
    """Where a room's identity lies. Raises ``WorkshopError`` if there is no such folder."""
    return own_folder() / "room.json"


def read_identity(file: Path, fresh: bool = False) -> Identity:
    """The identity in a file; a new one is written there if there is none, it is too old, or a ``fresh`` one is wanted.

    Raises:
        RoomError: if the file cannot be read or written.
    """
    try:
        if not fresh and file.exists() and time.time() - file.stat().st_mtime < LONGEST_ROOM:
            return Identity(**json.loads(file.read_text(encoding="utf-8")))
        made = new_certificate()
        identity = Identity(new_code(), new_key(), made.certificate, made.key)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        file.touch(mode=0o600)
        file.write_text(json.dumps(asdict(identity)), encoding="utf-8")
    except (OSError, ValueError, TypeError):
        raise RoomError(
            f"The file '{file.name}' with the room's code cannot be used. Delete it, or start with --fresh."
        ) from None
    return identity


def write_facilitators_line(folder: Path, link: Link, identity: Identity) -> Path:
    """Write the line that runs a room where only this account can read it, and the console finds it; returns where.

    Raises:
        RoomError: if that cannot be done.
    """
    file = folder / FACILITATORS_LINE
    try:
        file.unlink(missing_ok=True)
        file.touch(mode=0o600)
        file.write_text(f"{link}.{identity.key}\n", encoding="utf-8")
    except OSError:
        raise RoomError(f"The facilitator's line cannot be written into '{file}'. Look at that folder.") from None
    return file


def forget_identity(file: Path) -> None:
    """Delete the files of a room that has ended, so that nobody gets into another one with its code.

    Raises:
        RoomError: if that cannot be done.
    """
    try:
        file.unlink(missing_ok=True)
        (file.parent / FACILITATORS_LINE).unlink(missing_ok=True)
    except OSError:
        raise RoomError(
            f"The file '{file.name}' with the room's code and key cannot be deleted, so the room goes on. Delete it on "
            "the computer that runs the room, and end the room again."
        ) from None


def serve(
    host: str,
    sockets: list[socket.socket],
    seats: int,
    identity: Identity,
    file: Path,
    store: Store,
    ready: Callable[[], object],
) -> None:
    """Run a room until its facilitator ends it, or the process is ended.

    Args:
        host: A name or number of this machine in its network; ``127.0.0.1`` serves this machine alone, unprotected.
        sockets: What listens there.
        seats: The number of people in the room.
        identity: What makes it the same room after a restart.
        file: Where that lies; it is deleted when the facilitator ends the room.
        store: Where pools lie.
        ready: Called once the room is there, and before anybody is answered.

    Raises:
        PoolError: if there is no room for such a number of people.
    """
    over = asyncio.Event()

    def end() -> None:
        forget_identity(file)
        over.set()

    rooms = Rooms(store, on_end=end)
    rooms.create(seats, identity.code, identity.key)
    no_core_dumps()
    logging.disable()  # what tornado has to say names addresses
    try:
        asyncio.run(_serve(host, sockets, rooms, identity, store, ready, over))
    finally:
        logging.disable(logging.NOTSET)


async def _serve(
    host: str,
    sockets: list[socket.socket],
    rooms: Rooms,
    identity: Identity,
    store: Store,
    ready: Callable[[], object],
    over: asyncio.Event,
) -> None:
    is_host = own_hosts(host)
    application = Application([landing_route(is_host), *routes(rooms, is_host)])
    context = None
    if not is_this_computer(host):
        with tempfile.TemporaryDirectory() as folder:
            context = identity.of_server.context(Path(folder))
    server = HTTPServer(application, ssl_options=context, idle_connection_timeout=10, body_timeout=10)
    server.add_sockets(sockets)
    ready()
    if isinstance(store, MemoryStore):
        PeriodicCallback(guarded()(store.tick), _LOOK_EVERY).start()
    await over.wait()
    server.stop()
    await server.close_all_connections()


def link_of(host: str, port: int, identity: Identity) -> Link:
    """The join link of a room that is served at an address."""
    named = f"[{host}]" if ":" in host else host
    if is_this_computer(host):
        return Link(f"http://{named}:{port}", identity.code)
    return Link(f"https://{named}:{port}", identity.code, identity.of_server.fingerprint)
