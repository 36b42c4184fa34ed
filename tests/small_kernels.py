"""Kernels as notebooks have them, in processes of their own."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path
from typing import Any

from jupyter_client.manager import KernelManager
from small_rooms import ROOT


class Kernel:
    """A kernel as a notebook has it: told what to run, killed, put to sleep, started anew with the same home."""

    def __init__(self, home: Path, begins: str) -> None:
        self.home = home
        self._begins = begins
        home.mkdir(exist_ok=True)
        self._start()

    def _start(self) -> None:
        self._manager = KernelManager()
        homes = {"WORKSHOP_HOME": self.home, "HOME": self.home, "IPYTHONDIR": self.home / "ipython"}
        path = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
        with (self.home / "kernel.log").open("ab") as log:
            environment = {**os.environ, "PYTHONPATH": path, **{name: str(home) for name, home in homes.items()}}
            self._manager.start_kernel(env=environment, stdout=log, stderr=log)
        self._client = self._manager.blocking_client()
        self._client.start_channels()
        self._ready = False

    @property
    def process(self) -> int:
        return int(self._manager.provisioner.pid)  # type: ignore[union-attr]

    def begin(self, code: str) -> None:
        """Have something run and do not wait for it."""
        self._wait()
        self._client.execute(code)

    def run(self, code: str, cell: str | None = None) -> None:
        """Run a cell and wait for it; ``cell`` is its id, which some pages tell and some do not."""
        self._wait()
        asked = {"code": code, "silent": False, "store_history": True, "stop_on_error": True, "allow_stdin": False}
        message = self._client.session.msg("execute_request", asked, metadata={"cellId": cell} if cell else {})
        self._client.shell_channel.send(message)
        while (reply := self._client.get_shell_msg(timeout=60))["parent_header"]["msg_id"] != message["msg_id"]:
            pass
        assert reply["content"]["status"] == "ok", reply["content"]

    def worth(self, expression: str) -> Any:
        """What an expression is worth, as JSON can hold it."""
        self._wait()
        asked = {"it": f"__import__('json').dumps({expression})"}
        reply = self._client.execute_interactive("", user_expressions=asked, timeout=60, output_hook=lambda _: None)
        found = reply["content"]["user_expressions"]["it"]
        assert found["status"] == "ok", found
        return json.loads(eval(found["data"]["text/plain"], {"__builtins__": {}}))

    def _wait(self) -> None:
        if not self._ready:
            self._client.wait_for_ready(timeout=60)
            self._client.execute_interactive(self._begins, timeout=60, output_hook=lambda _: None)
            self._ready = True

    def kill(self) -> None:
        os.kill(self.process, signal.SIGKILL)
        self._client.stop_channels()
        self._manager.shutdown_kernel(now=True)
        self._manager.cleanup_resources()

    def restart(self) -> None:
        self.kill()
        self._start()

    def sleep(self) -> None:
        os.kill(self.process, signal.SIGSTOP)

    def wake(self) -> None:
        os.kill(self.process, signal.SIGCONT)
