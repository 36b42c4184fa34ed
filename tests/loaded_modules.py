"""A Jupyter server extension for tests: says which modules the server's process has loaded, and has a broken room."""

import json
import sys
from typing import Any

from jupyter_server.base.handlers import APIHandler
from tornado import web

from workshop_helpers.room.server.extension import Guest


class Modules(APIHandler):
    @web.authenticated
    def get(self) -> None:
        self.finish(json.dumps(sorted(sys.modules)))


class Talking(Guest):
    """A bad room, which lets the server log as it does for all others."""

    _log = APIHandler._log
    log_exception = APIHandler.log_exception  # type: ignore[assignment]  # fewer details than the collector's takes


def _load_jupyter_server_extension(server: Any) -> None:
    base = server.web_app.settings["base_url"].rstrip("/")
    broken: Any = {"rooms": None, "kind": "state", "is_host": lambda _: True}
    routes = [(f"{base}/loaded-modules", Modules), (f"{base}/broken/workshop/v1/state", Guest, broken)]
    server.web_app.add_handlers(".*$", [*routes, (f"{base}/talking/workshop/v1/state", Talking, broken)])
