"""Rooms and pools in Redis or Valkey, for several collectors behind one address and thousands of people.

Each step that must not be torn apart is one script on the server: adding an answer, counting and forgetting.
Everything expires by itself. The server should keep nothing on disk (``--save "" --appendonly no``).
"""

from __future__ import annotations

import json
import secrets
from typing import Any

from redis import Redis
from redis.exceptions import RedisError

from workshop_helpers.content import Assessment
from workshop_helpers.errors import RoomError
from workshop_helpers.pooling.pool import KEYS_PER_SEAT, LIFETIME, Pool, PoolProgress
from workshop_helpers.pooling.release import Release, make_release
from workshop_helpers.room.protocol.codes import new_number
from workshop_helpers.room.server.store import (
    LONGEST_ROOM,
    Opening,
    Record,
    record_as_text,
    record_from_text,
)

# KEYS: the pool's facts, its rows.  ARGV: token, sequence, places ("-" takes back), seats, most rows.
_PUT = """
if redis.call('HGET', KEYS[1], 'state') ~= 'open' then return redis.call('HGET', KEYS[1], 'state') or 'discarded' end
local key = redis.sha1hex(redis.call('HGET', KEYS[1], 'pepper') .. ARGV[1])
local before = redis.call('HGET', KEYS[2], key)
local seen, had = 0, 0
if before then
  local colon = string.find(before, ':', 1, true)
  seen = tonumber(string.sub(before, 1, colon - 1))
  if string.sub(before, colon + 1) ~= '-' then had = 1 end
end
if tonumber(ARGV[2]) <= seen then return 'open' end
local change = (ARGV[3] ~= '-' and 1 or 0) - had
local answered = tonumber(redis.call('HGET', KEYS[1], 'answered')) + change
if answered > tonumber(ARGV[4]) then return 'full' end
if not before and redis.call('HLEN', KEYS[2]) >= tonumber(ARGV[5]) then return 'full' end
redis.call('HSET', KEYS[2], key, ARGV[2] .. ':' .. ARGV[3])
redis.call('HSET', KEYS[1], 'answered', answered)
if redis.call('TTL', KEYS[2]) < 0 then redis.call('EXPIRE', KEYS[2], math.max(redis.call('TTL', KEYS[1]), 1)) end
return 'open'
"""

# KEYS as above.  ARGV: the smallest group.  Returns the state, how many answered, and counts as "place:option" pairs.
_COUNT = """
local state = redis.call('HGET', KEYS[1], 'state')
if not state then return {'discarded', 0, '', ''} end
local answered = tonumber(redis.call('HGET', KEYS[1], 'answered'))
if state ~= 'open' then
  return {state, answered, redis.call('HGET', KEYS[1], 'counts') or '', redis.call('HGET', KEYS[1], 'release') or ''}
end
if answered < tonumber(ARGV[1]) then return {'open', answered, '', ''} end
local counts = {}
for _, row in ipairs(redis.call('HVALS', KEYS[2])) do
  local places = string.sub(row, string.find(row, ':', 1, true) + 1)
  if places ~= '-' then
    local column = 0
    for place in string.gmatch(places, '%d+') do
      local name = column .. ':' .. place
      counts[name] = (counts[name] or 0) + 1
      column = column + 1
    end
  end
end
local text = cjson.encode(counts)
redis.call('DEL', KEYS[2])
redis.call('HDEL', KEYS[1], 'pepper')
redis.call('HSET', KEYS[1], 'state', 'revealed', 'counts', text)
return {'revealed', answered, text, ''}
"""

_MOST_POOLS = 1000  # remembered by one collector
_DISCARD = "if redis.call('HGET', KEYS[1], 'state') == 'open' then redis.call('DEL', KEYS[1], KEYS[2]) end"


class RedisStore:
    """Rooms and pools in a Redis or Valkey server.

    Args:
        url: Where it is, such as ``redis://localhost:6379/0``.

    Raises:
        RoomError: if nobody answers there.
    """

    def __init__(self, url: str) -> None:
        self._pools: dict[tuple[str, str], RedisPool] = {}  # they hold no answers
        try:
            self._redis: Redis = Redis.from_url(url, decode_responses=True)
            self._redis.set("workshop:life", new_number(), nx=True)
        except (RedisError, ValueError):
            raise RoomError(
                "No Redis server answers there. Start it, and give its address, such as redis://localhost:6379/0."
            ) from None

    @property
    def life(self) -> str:
        """Another word after the server has lost everything."""
        self._redis.set("workshop:life", new_number(), nx=True)  # a new word if it was lost
        return str(self._redis.get("workshop:life"))

    def save(self, record: Record) -> None:
        """Keep a room's record."""
        self._redis.set(f"workshop:room:{record.code}", record_as_text(record), ex=int(LONGEST_ROOM))

    def find(self, code: str) -> Record | None:
        """The record of a room."""
        text = self._redis.get(f"workshop:room:{code}")
        return record_from_text(str(text)) if text else None

    def forget(self, code: str) -> None:
        """Forget a room and everything in its pools."""
        record = self.find(code)
        self._redis.delete(f"workshop:room:{code}")
        for opening in record.openings if record else ():
            self._redis.delete(*_keys(code, opening))

    def open(self, code: str, opening: Opening, assessment: Assessment) -> None:
        """Start an empty pool."""
        facts, rows = _keys(code, opening)
        record = self.find(code)
        before = record.opening(opening.name) if record else None
        with self._redis.pipeline(transaction=True) as together:
            together.delete(facts, rows, *(_keys(code, before) if before else ()))
            together.hset(facts, mapping={"state": "open", "answered": "0", "pepper": secrets.token_hex(32)})
            together.expire(facts, int(LIFETIME))
            together.execute()

    def pool(self, code: str, opening: Opening, assessment: Assessment) -> Pool:
        """The pool of an opening."""
        keys = _keys(code, opening)
        if len(self._pools) > _MOST_POOLS:
            self._pools.clear()
        if keys not in self._pools:
            self._pools[keys] = RedisPool(self._redis, keys, opening, assessment)
        return self._pools[keys]


def _keys(code: str, opening: Opening) -> tuple[str, str]:
    name = f"workshop:pool:{code}:{opening.name}:{opening.number}"
    return name, f"{name}:rows"


class RedisPool(Pool):
    """A pool whose contributions lie in Redis; it refuses and draws as any other pool does."""

    __slots__ = ("_keys", "_redis")

    def __init__(self, redis: Redis, keys: tuple[str, str], opening: Opening, assessment: Assessment) -> None:
        super().__init__(assessment, opening.policy, seats=opening.seats, occasion=opening.occasion)
        self._redis = redis
        self._keys = keys

    @property
    def progress(self) -> PoolProgress:
        """How many people have answered, and the pool's state."""
        known = self._redis.hgetall(self._keys[0])
        state: Any = known.get("state", "discarded")
        return PoolProgress(state, int(known.get("answered", 0)), self._seats)

    def reveal(self) -> Release:
        """Draw the one picture, and forget every contribution. Raises like ``Pool.reveal``."""
        facts, rows = self._keys
        state, answered, counted, text = self._redis.eval(_COUNT, 2, facts, rows, self._policy.smallest_group)
        if text:
            return Release.from_json(text)
        if state == "open":
            self._refuse_too_few(int(answered))
        if state != "revealed":
            self._refuse_closed(state)
        found = json.loads(counted)
        counts = {
            variable.id: [found.get(f"{column}:{place}", 0) for place in range(len(variable.options))]
            for column, variable in enumerate(self._variables)
        }
        about = self._assessment
        release = make_release(about.id, about.title, self._variables, counts, int(answered), self._policy)
        with self._redis.pipeline(transaction=True) as together:  # the picture in place of the counts
            together.hset(facts, "release", release.to_json())
            together.hdel(facts, "counts")
            together.expire(facts, int(LONGEST_ROOM))
            together.execute()
        return release

    def discard(self) -> None:
        """Forget every contribution without drawing anything."""
        self._redis.eval(_DISCARD, 2, *self._keys)

    def _put(self, token: bytes, sequence: int, places: bytes | None) -> None:
        said = self._redis.eval(
            _PUT,
            2,
            *self._keys,
            token.hex(),
            sequence,
            "-" if places is None else ",".join(map(str, places)),
            self._seats,
            self._seats * KEYS_PER_SEAT,
        )
        if said == "full":
            self._refuse_full()
        if said != "open":
            self._refuse_closed(said)
