"""Rooms and rows in Redis or Valkey, for several collectors behind one address and thousands of people.

The server knows none of the rules. Each of its steps, which nothing comes between, compares what is there with what
a rule was decided on, and then writes or does not. Everything expires by itself. The server should keep nothing on
disk, and is asked whether it does.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from typing import Any, Literal

from redis import Redis
from redis.exceptions import RedisError

from workshop_helpers.pooling.release import Release
from workshop_helpers.pooling.rows import LIFETIME, NO_ROW, PoolRow, Snapshot
from workshop_helpers.private import Private
from workshop_helpers.room.protocol.codes import new_number
from workshop_helpers.room.server.redis_connection import connect, refusal_of, refuse_unless_in_memory_only
from workshop_helpers.room.server.store import LONGEST_ROOM, Opening, Record

# --- rows: KEYS are a pool's facts and its rows --------------------------------------------------------------

# ARGV: a token.
_LOOK = """
local facts = redis.call('HMGET', KEYS[1], 'state', 'answered', 'pepper')
if not facts[1] then return {'discarded', 0, 0, ''} end
local row = facts[3] and redis.call('HGET', KEYS[2], redis.sha1hex(facts[3] .. ARGV[1]))
return {facts[1], tonumber(facts[2]), redis.call('HLEN', KEYS[2]), row or ''}
"""

# ARGV: a token, its new row, how many have answered then; and what was seen: how many had, the rows, the row.
_PUT = """
local facts = redis.call('HMGET', KEYS[1], 'state', 'answered', 'pepper')
if facts[1] ~= 'open' or facts[2] ~= ARGV[4] or redis.call('HLEN', KEYS[2]) ~= tonumber(ARGV[5]) then return 0 end
local key = redis.sha1hex(facts[3] .. ARGV[1])
if (redis.call('HGET', KEYS[2], key) or '') ~= ARGV[6] then return 0 end
redis.call('HSET', KEYS[2], key, ARGV[2])
redis.call('HSET', KEYS[1], 'answered', ARGV[3])
redis.call('PEXPIRE', KEYS[2], redis.call('PTTL', KEYS[1]))
return 1
"""

# ARGV: the new state, and how many had answered.
_END = """
local facts = redis.call('HMGET', KEYS[1], 'state', 'answered')
if facts[1] ~= 'open' or facts[2] ~= ARGV[2] then return 0 end
if ARGV[1] == 'discarded' then
  redis.call('DEL', KEYS[1], KEYS[2])
else
  redis.call('HSET', KEYS[1], 'state', ARGV[1])
  redis.call('HDEL', KEYS[1], 'pepper')
end
return 1
"""

# ARGV: the picture, and for how many seconds to keep it.
_KEEP = """
if redis.call('HGET', KEYS[1], 'state') ~= 'revealed' or redis.call('HEXISTS', KEYS[1], 'release') == 1 then return end
redis.call('HSET', KEYS[1], 'release', ARGV[1])
redis.call('EXPIRE', KEYS[1], ARGV[2])
redis.call('DEL', KEYS[2])
"""

# --- rooms: KEYS[1] is a room --------------------------------------------------------------------------------

# ARGV: the fingerprint of the key, the seats, and for how many seconds to keep it.
_CREATE = """
if redis.call('EXISTS', KEYS[1]) == 1 then return end
redis.call('HSET', KEYS[1], 'key', ARGV[1], 'seats', ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[3])
"""

# ARGV: the seats.
_SEAT = "if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('HSET', KEYS[1], 'seats', ARGV[1]) end"

# An opening is kept with a number before it, by which they are in order.
# KEYS: besides, the facts and rows of the new opening and of the one before.  ARGV: the pool's name, the opening, the
# one that was seen before it, a pepper, and for how many seconds to keep its rows.
_OPEN = """
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
local before = redis.call('HGET', KEYS[1], 'opening ' .. ARGV[1]) or ' '
if string.match(before, ' .*') ~= ' ' .. ARGV[3] then return 0 end
redis.call('HSET', KEYS[1], 'opening ' .. ARGV[1], redis.call('HINCRBY', KEYS[1], 'opened', 1) .. ' ' .. ARGV[2])
redis.call('DEL', KEYS[2], KEYS[3], KEYS[4], KEYS[5])
redis.call('HSET', KEYS[2], 'state', 'open', 'answered', '0', 'pepper', ARGV[4])
redis.call('EXPIRE', KEYS[2], ARGV[5])
return 1
"""


@dataclass(frozen=True, repr=False)
class RedisRows(Private):
    """The rows of one pool in a Redis or Valkey server, as ``PoolRows`` says.

    Attributes:
        redis: The server.
        facts: Where it keeps what is known of the pool; ``of_people`` where it keeps the rows.
    """

    redis: Redis
    facts: str
    of_people: str

    def look(self, token: bytes = b"") -> Snapshot:
        """How things stand."""
        state, answered, rows, row = self._run(_LOOK, token.hex())
        return Snapshot(state, answered, rows, _row_from_text(row))

    def put(self, token: bytes, row: PoolRow, answered: int, seen: Snapshot) -> bool:
        """Put a row in its place."""
        before = (seen.answered, seen.rows, _row_as_text(seen.row))
        return bool(self._run(_PUT, token.hex(), _row_as_text(row), answered, *before))

    def end(self, state: Literal["revealed", "discarded"], seen: Snapshot) -> bool:
        """Take no more answers."""
        return bool(self._run(_END, state, seen.answered))

    def contributions(self) -> list[bytes]:
        """What is to be drawn."""
        rows = [_row_from_text(str(text)) for text in self.redis.hvals(self.of_people)]
        return [row.places for row in rows if row.places is not None]

    def keep(self, release: Release) -> None:
        """Keep the picture, and forget every row."""
        self._run(_KEEP, release.to_json(), int(LONGEST_ROOM))

    def release(self) -> Release | None:
        """The picture, if there is one."""
        text = self.redis.hget(self.facts, "release")
        return Release.from_json(str(text)) if text else None

    def _run(self, script: str, *arguments: str | int) -> Any:
        return self.redis.register_script(script)([self.facts, self.of_people], arguments)


def _row_as_text(row: PoolRow) -> str:
    if row == NO_ROW:
        return ""
    return f"{row.sequence}:{'-' if row.places is None else row.places.hex()}"


def _row_from_text(text: str) -> PoolRow:
    if not text:
        return NO_ROW
    sequence, _, places = text.partition(":")
    return PoolRow(int(sequence), None if places == "-" else bytes.fromhex(places))


class RedisStore:
    """Rooms and pools' rows in a Redis or Valkey server.

    Args:
        url: Where it is, as ``connect`` says.
        password: The server's, if it has one.

    Raises:
        RoomError: if the server cannot be reached safely, writes to a disk, or refuses anything that a room needs.
    """

    def __init__(self, url: str, password: str | None = None) -> None:
        self._redis = connect(url, password)
        try:
            refuse_unless_in_memory_only(self._redis)
            self._try_everything()
        except RedisError as error:
            raise refusal_of(error) from None

    @property
    def life(self) -> str:
        """Another word after the server has lost everything."""
        self._redis.set("workshop:life", new_number(), nx=True)  # a new word if it was lost
        return str(self._redis.get("workshop:life"))

    def create(self, record: Record) -> None:
        """Keep a room, if there is none with its code."""
        self._run(_CREATE, [_room(record.code)], record.key, record.seats, int(LONGEST_ROOM))

    def find(self, code: str) -> Record | None:
        """The record of a room."""
        kept = {str(field): str(text) for field, text in self._redis.hgetall(_room(code)).items()}
        if not kept:
            return None
        numbered = [text.split(" ", 1) for field, text in kept.items() if field.startswith("opening ")]
        openings = (Opening(**json.loads(text)) for _, text in sorted(numbered, key=lambda one: int(one[0])))
        return Record(code, kept["key"], int(kept["seats"]), tuple(openings))

    def seat(self, code: str, seats: int) -> None:
        """Change a room's number of people."""
        self._run(_SEAT, [_room(code)], seats)

    def open(self, code: str, opening: Opening, before: Opening | None) -> bool:
        """Begin an opening without rows in the place of the one before; its settings may have been changed by now."""
        refuse_unless_in_memory_only(self._redis)
        return self._open(code, opening, before)

    def _open(self, code: str, opening: Opening, before: Opening | None) -> bool:
        keys = [_room(code), *_keys(code, opening), *_keys(code, before or opening)]
        texts = (_as_text(opening), _as_text(before) if before else "")
        return bool(self._run(_OPEN, keys, opening.name, *texts, secrets.token_hex(32), int(LIFETIME)))

    def rows(self, code: str, opening: Opening) -> RedisRows:
        """The rows of an opening."""
        return RedisRows(self._redis, *_keys(code, opening))

    def forget(self, code: str) -> None:
        """Forget a room and everything in its pools."""

        def together(pipe: Any) -> None:
            record = self.find(code)
            keys = [key for opening in (record.openings if record else ()) for key in _keys(code, opening)]
            pipe.multi()
            pipe.delete(_room(code), *keys)

        self._redis.transaction(together, _room(code))

    def _try_everything(self) -> None:
        """Do all that a room does once, so that a server that refuses some of it says so before people come."""
        code, opening = secrets.token_hex(16), Opening("", None, "", new_number())
        self.create(Record(code, "", 1))
        self.seat(code, 2)
        self._open(code, opening, None)
        rows = self.rows(code, opening)
        rows.put(b"", PoolRow(1, b""), 1, rows.look(b""))
        rows.end("revealed", rows.look())
        rows.contributions()
        rows._run(_KEEP, "", 1)
        rows.release()
        self.forget(code)
        assert self.life

    def _run(self, script: str, keys: list[str], *arguments: str | int) -> Any:
        return self._redis.register_script(script)(keys, arguments)


def _room(code: str) -> str:
    return f"workshop:{{{code}}}:room"  # what stands in brackets keeps all of a room on one node of a cluster


def _keys(code: str, opening: Opening) -> tuple[str, str]:
    name = f"workshop:{{{code}}}:pool:{opening.name}:{opening.number}"
    return name, f"{name}:rows"


def _as_text(opening: Opening) -> str:
    return json.dumps(vars(opening), sort_keys=True)
