"""Deliberately bad collectors and callers. Each breaks one promise that holds over a network, and has to be caught."""

import hashlib
import json
import logging
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import chain
from typing import Any, ClassVar

from small_rooms import KEY, NUMBER, asked

from workshop_helpers.errors import TooManyGuesses, WorkshopError
from workshop_helpers.pooling.pool import pool_name
from workshop_helpers.pooling.rows import PoolRows
from workshop_helpers.room.protocol.codes import new_number
from workshop_helpers.room.protocol.replies import OpeningNumber
from workshop_helpers.room.protocol.requests import PROTOCOL_VERSION, Request
from workshop_helpers.room.server.handlers import Collector, routes
from workshop_helpers.room.server.rooms import Rooms
from workshop_helpers.room.server.store import MemoryStore, Opening, Record


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
        pools = self._rooms.count("7K3M-Q0ZD", KEY).pools
        return json.dumps({"ok": True, "answered": pools[0].answered})


class _LogsRequests(Collector):
    """Has an access log, as every web server has."""

    def _log(self) -> None:
        logging.getLogger("tornado.access").info("%s %s", self.request.uri, self.request.headers.get("User-Agent"))


class _LogsMistakes(Collector):
    """Writes down what it refused."""

    def refuse(self, error: WorkshopError, status: int | None = None) -> None:
        logging.getLogger("room").debug("refused %r", bytes(self._body))
        super().refuse(error, status)


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


class _LetsStrangersStopThem(Rooms):
    """Takes no code at all while there were too many wrong ones."""

    def _of(self, code: str) -> Record:
        now = self._guesses._clock()
        if self._guesses._left + now - self._guesses._at < 1:
            raise TooManyGuesses("Too many wrong codes came in. Wait a few seconds, then try again.")
        return super()._of(code)


def rooms_without_guesses(**options: Any) -> Rooms:
    return _WithoutGuesses(MemoryStore(), assessment=asked, **options)


def rooms_that_strangers_can_stop(**options: Any) -> Rooms:
    return _LetsStrangersStopThem(MemoryStore(), assessment=asked, **options)


def packs_as_long_as_it_is(request: Request[Any]) -> bytes:
    """A message as long as what it says."""
    return json.dumps({"version": PROTOCOL_VERSION, **request.values()}).encode()


def unpacks_anything(kind: str, body: bytes) -> Any:
    """Takes whatever looks like JSON."""
    try:
        values = json.loads(body)
    except ValueError:
        return {}
    return values if isinstance(values, dict) else {}


class _TellsAFingerprint(Collector):
    """Confirms what it took, as caches and receipts do."""

    def _reply(self) -> str:
        mark = hashlib.sha256(bytes(self._body)).hexdigest()
        self.set_header("ETag", mark)
        return super()._reply()


class _TellsTheTime(Collector):
    """Says when it last took something."""

    def set_default_headers(self) -> None:
        super().set_default_headers()
        self.set_header("Last-Modified", str(int(time.time())))


class _KeepsRequests(Collector):
    """Keeps what came in, to look into it when something goes wrong."""

    came: ClassVar[list[bytes]] = []

    def _reply(self) -> str:
        self.came.append(bytes(self._body))
        return super()._reply()


class _SavesRequests(Collector):
    """Keeps what came in on the disk."""

    def _reply(self) -> str:
        with open("requests.txt", "ab") as requests:
            requests.write(bytes(self._body))
        return super()._reply()


tells_a_fingerprint, tells_the_time = _with(_TellsAFingerprint), _with(_TellsTheTime)
keeps_requests, saves_requests = _with(_KeepsRequests), _with(_SavesRequests)


def rooms_of(engine: Any) -> Callable[..., Rooms]:
    """Rooms whose pools are of a bad engine."""

    class RoomsOf(Rooms):
        def _new_pool(self, opening: Opening, seats: int, rows: PoolRows) -> Any:
            about = self._assessment(opening.assessment)
            return engine(about, opening.policy, seats=seats, occasion=opening.occasion, rows=rows)

    return RoomsOf


class KeepsEndedPools(MemoryStore):
    """Takes rooms off its list when they end, and forgets to empty their pools."""

    __slots__ = ("_attic",)

    def forget(self, code: str) -> None:
        self._attic = dict(self._rooms)
        self._rooms.clear()


class PlainKeeper(dict[str, Any]):
    """Rooms and pools in a plain dict, which prints, copies and lists them."""


class _LooksAtAnswersOnly(Rooms):
    """Passes quickly over those who skipped everything: there is nothing to count."""

    def answer(self, code: str, pool: str, *said: Any) -> None:
        places = said[-1]
        if places is not None and all(place == 5 for place in places):
            self._of(code)
            return
        super().answer(code, pool, *said)


class _LooksTwice(Rooms):
    """Makes sure that what somebody chose has arrived; a skip needs no such care."""

    def answer(self, code: str, pool: str, *said: Any) -> None:
        super().answer(code, pool, *said)
        if said[-1] != b"\5":
            self.state(code)


class _ReopensAnyhow(Rooms):
    """Lets whoever leads change the policy of what is open."""

    def open(
        self, code: str, key: str, assessment: str, occasion: str | None, policy: str | None, call: str | None
    ) -> OpeningNumber:
        record = self._run_by(code, key)
        before = record.opening(pool_name(assessment, occasion))
        if before and call == before.call:
            self._store.open(record.code, replace(before, policy=policy or before.policy), before)
        return super().open(code, key, assessment, occasion, policy, call)


class _TrustsThePolicy(Rooms):
    """Takes the policy that it is told."""

    def open(
        self, code: str, key: str, assessment: str, occasion: str | None, policy: str | None, call: str | None
    ) -> OpeningNumber:
        record, asked = self._run_by(code, key), self._assessment(assessment)
        opening = Opening(assessment, occasion, policy or asked.policy, self._new_number(), call or "")
        self._store.open(record.code, opening, record.opening(opening.name))
        return OpeningNumber(opening.number)


class _TakesAnyNumber(Rooms):
    """Opens under the number that it is given, as notebooks once chose it."""

    def open(
        self, code: str, key: str, assessment: str, occasion: str | None, policy: str | None, call: str | None
    ) -> OpeningNumber:
        self._new_number = lambda: call or new_number()
        return super().open(code, key, assessment, occasion, policy, call)


class _AsksForNoOpening(Rooms):
    """Takes an answer for whatever is open under that name."""

    def answer(self, code: str, pool: str, number: str, *said: Any) -> None:
        opening = self._of(code).opening(pool)
        super().answer(code, pool, opening.number if opening else number, *said)


class _AsksForNoRule(Rooms):
    """Takes an answer for the rule that holds, whatever its owner agreed to."""

    def answer(self, code: str, pool: str, number: str, policy: str, *said: Any) -> None:
        opening = self._of(code).opening(pool)
        super().answer(code, pool, number, opening.policy if opening else policy, *said)


def rooms_that_take_any_number(**options: Any) -> Rooms:
    return _TakesAnyNumber(MemoryStore(), **{"assessment": asked, **options})


def rooms_that_ask_for_no_opening(**options: Any) -> Rooms:
    return _AsksForNoOpening(MemoryStore(), assessment=asked, **options)


def rooms_that_ask_for_no_rule(**options: Any) -> Rooms:
    return _AsksForNoRule(MemoryStore(), assessment=asked, **options)


def rooms_that(kind: str, store: Any = None) -> Rooms:
    kinds = {
        "look at answers only": _LooksAtAnswersOnly,
        "look twice": _LooksTwice,
        "reopen anyhow": _ReopensAnyhow,
        "trust the policy": _TrustsThePolicy,
    }
    number = chain([NUMBER], iter(new_number, None)).__next__
    return kinds[kind](store or MemoryStore(), assessment=asked, number=number)
