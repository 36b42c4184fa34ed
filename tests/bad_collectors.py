"""Deliberately bad collectors and callers. Each breaks one promise that holds over a network, and has to be caught."""

import json
import logging
from collections.abc import Mapping
from typing import Any

from small_rooms import asked

from workshop_helpers.errors import WorkshopError
from workshop_helpers.room.handlers import Collector, routes
from workshop_helpers.room.keeper import MemoryKeeper, Record
from workshop_helpers.room.messages import KINDS, VERSION
from workshop_helpers.room.rooms import Rooms


def _with(handler: type[Collector]) -> Any:
    """Routes to a bad handler in the place of the good one."""
    return lambda *arguments: [(pattern, handler, options) for pattern, _, options in routes(*arguments)]


class _TellsChanges(Collector):
    """Says whether somebody was there before."""

    def finish(self, chunk: Any = None) -> Any:
        if self._kind == "answer":
            self.set_status(200 if self._rooms.__dict__.setdefault("seen", []) else 201)
            self._rooms.__dict__["seen"].append(1)
        return super().finish(chunk)


class _TellsTheNumber(Collector):
    """Says how many have answered."""

    def _reply(self) -> str:
        said = super()._reply()
        if self._kind != "answer":
            return said
        pools = self._rooms.state("7K3M-Q0ZD")["pools"]
        return json.dumps({"ok": True, "answered": pools[0]["answered"]})


class _LogsRequests(Collector):
    """Has an access log, as every web server has."""

    def _log(self) -> None:
        logging.getLogger("tornado.access").info("%s %s", self.request.uri, self.request.headers.get("User-Agent"))


class _LogsMistakes(Collector):
    """Writes down what it refused."""

    def refuse(self, status: int, sentence: str) -> None:
        logging.getLogger("room").debug("refused %r", bytes(self._body))
        super().refuse(status, sentence)


class _LetsTornadoLog(Collector):
    """Leaves it to tornado to name those whose requests are too long."""

    def prepare(self) -> None:
        connection: Any = self.request.connection
        address = connection.context.remote_ip
        super().prepare()
        connection.context.remote_ip = address


tells_changes, tells_the_number = _with(_TellsChanges), _with(_TellsTheNumber)
logs_requests, logs_mistakes, lets_tornado_log = _with(_LogsRequests), _with(_LogsMistakes), _with(_LetsTornadoLog)


class _WithoutGuesses(Rooms):
    """Lets anybody try every code there is."""

    def _of(self, code: str) -> Record:
        self._guesses._left = 10.0
        return super()._of(code)


class _LetsRightCodesIn(Rooms):
    """Tells right codes from wrong ones at any speed."""

    def _of(self, code: str) -> Record:
        try:
            return super()._of(code)
        except WorkshopError:
            left, self._guesses._left = self._guesses._left, 10.0
            try:
                return super()._of(code)
            except WorkshopError:
                self._guesses._left = left
                raise
            finally:
                self._guesses._left = min(left, self._guesses._left)


def rooms_without_guesses(**options: Any) -> Rooms:
    return _WithoutGuesses(MemoryKeeper(), assessment=asked, **options)


def rooms_that_let_right_codes_in(**options: Any) -> Rooms:
    return _LetsRightCodesIn(MemoryKeeper(), assessment=asked, **options)


def packs_as_long_as_it_is(kind: str, **values: object) -> bytes:
    """A message as long as what it says."""
    assert values.keys() == KINDS[kind].keys()
    return json.dumps({"version": VERSION, **values}).encode()


def unpacks_anything(kind: str, body: bytes) -> Mapping[str, Any]:
    """Takes whatever looks like JSON."""
    try:
        values = json.loads(body)
    except ValueError:
        return {}
    return values if isinstance(values, dict) else {}
