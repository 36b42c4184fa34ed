"""A collector as a process, to be measured from outside: ``python -m bench.collector PORT KIND``.

``KIND`` is ``memory``, ``tls`` for the same over TLS as on a local network, the address of a Redis server, or
``bare``: a plain tornado handler that reads the same body.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import tempfile
from pathlib import Path

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from workshop_helpers.room.server.certificate import new_certificate
from workshop_helpers.room.server.handlers import own_hosts, routes
from workshop_helpers.room.server.rooms import Rooms
from workshop_helpers.room.server.store import MemoryStore

CODE, KEY, SEATS = "7K3M-Q0ZD", "0" * 64, 10_000


class Bare(RequestHandler):
    """Reads a body and says that it did."""

    def post(self) -> None:
        """Answer the request."""
        json.loads(self.request.body)
        self.set_status(202)
        self.finish('{"ok":true}')


def application(kind: str) -> Application:
    """What answers."""
    if kind == "bare":
        return Application([("/workshop/v1/answer", Bare)])
    if kind in ("memory", "tls"):
        rooms = Rooms(MemoryStore())
    else:
        from workshop_helpers.room.server.redis_store import RedisStore

        rooms = Rooms(RedisStore(kind))
    rooms.create(SEATS, CODE, KEY)
    return Application(routes(rooms, own_hosts()))


async def main(port: int, kind: str) -> None:
    """Serve for ever."""
    context = None
    if kind == "tls":
        with tempfile.TemporaryDirectory() as folder:
            context = new_certificate().context(Path(folder))
    server = HTTPServer(application(kind), ssl_options=context)
    server.add_sockets(bind_sockets(port, "127.0.0.1", backlog=4096))
    await asyncio.Event().wait()


if __name__ == "__main__":
    logging.disable()
    asyncio.run(main(int(sys.argv[1]), sys.argv[2]))
