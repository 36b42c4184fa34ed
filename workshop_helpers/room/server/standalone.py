"""The collector as a process of its own, for a local network: ``workshop room``.

The room's code, key and certificate lie in a file that only this account can read, so that the room is the
same after a restart, until its facilitator ends it or it is half a day old. Answers are in memory only.
"""

from __future__ import annotations

import asyncio
import ipaddress
import json
import logging
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from tornado.httpserver import HTTPServer
from tornado.ioloop import PeriodicCallback
from tornado.netutil import bind_sockets
from tornado.web import Application

from workshop_helpers.errors import RoomError
from workshop_helpers.guard import guarded
from workshop_helpers.home import own_folder
from workshop_helpers.private import Private
from workshop_helpers.room.protocol.codes import new_code, new_key
from workshop_helpers.room.protocol.links import Link
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


def forget_identity(file: Path) -> None:
    """Delete the file of a room that has ended, so that nobody gets into another one with its code.

    Raises:
        RoomError: if that cannot be done.
    """
    try:
        file.unlink(missing_ok=True)
    except OSError:
        raise RoomError(
            f"The file '{file.name}' with the room's code and key cannot be deleted, so the room goes on. Delete it on "
            "the computer that runs the room, and end the room again."
        ) from None


def serve(host: str, port: int, seats: int, identity: Identity, file: Path, store: Store | None = None) -> None:
    """Run a room until its facilitator ends it, or the process is ended.

    Args:
        host: A name or number of this machine in its network; ``127.0.0.1`` serves this machine alone, unprotected.
        port: Where to listen.
        seats: The number of people in the room.
        identity: What makes it the same room after a restart.
        file: Where that lies; it is deleted when the facilitator ends the room.
        store: Where pools lie; this process's memory if left out.

    Raises:
        RoomError: if the address cannot be used.
    """
    no_core_dumps()
    logging.disable()  # what tornado has to say names addresses
    asyncio.run(_serve(host, port, seats, identity, file, store or MemoryStore()))


async def _serve(host: str, port: int, seats: int, identity: Identity, file: Path, store: Store) -> None:
    over = asyncio.Event()

    def end() -> None:
        forget_identity(file)
        over.set()

    rooms = Rooms(store, on_end=end)
    rooms.create(seats, identity.code, identity.key)
    is_host = own_hosts(host)
    application = Application([landing_route(is_host), *routes(rooms, is_host)])
    context = None
    if not is_this_machine_alone(host):
        with tempfile.TemporaryDirectory() as folder:
            context = identity.of_server.context(Path(folder))
    server = HTTPServer(application, ssl_options=context, idle_connection_timeout=10, body_timeout=10)
    try:
        server.add_sockets(bind_sockets(port, host, backlog=4096))
    except OSError:
        raise RoomError(
            f"Port {port} of '{host}' cannot be used: it is taken, or is not this machine's. Choose another."
        ) from None
    if isinstance(store, MemoryStore):
        PeriodicCallback(guarded()(store.tick), _LOOK_EVERY).start()
    await over.wait()
    server.stop()
    await server.close_all_connections()


def is_this_machine_alone(host: str) -> bool:
    """Whether an address can be reached from this machine only."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def link_of(host: str, port: int, identity: Identity) -> Link:
    """The join link of a room that is served at an address."""
    named = f"[{host}]" if ":" in host else host
    if is_this_machine_alone(host):
        return Link(f"http://{named}:{port}", identity.code)
    return Link(f"https://{named}:{port}", identity.code, identity.of_server.fingerprint)
