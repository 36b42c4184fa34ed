"""A Jupyter server extension for tests: says which modules the server's process has loaded."""

import json
import sys
from typing import Any

from jupyter_server.base.handlers import APIHandler
from tornado import web


class Modules(APIHandler):
    @web.authenticated
    def get(self) -> None:
        self.finish(json.dumps(sorted(sys.modules)))


def _load_jupyter_server_extension(server: Any) -> None:
    base = server.web_app.settings["base_url"].rstrip("/")
    server.web_app.add_handlers(".*$", [(f"{base}/loaded-modules", Modules)])
