"""A Redis or Valkey server that answers may lie in: reached safely, and asked what it does with what it is given."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from redis import Redis
from redis.exceptions import AuthenticationError, ConnectionError, NoPermissionError, RedisError

from workshop_helpers.errors import RoomError
from workshop_helpers.room.protocol.links import is_this_computer

# What has to be so, that nothing is written to a disk or kept aside. The slow log holds whole commands.
_IN_MEMORY_ONLY = {"save": "", "appendonly": "no", "slowlog-log-slower-than": "-1"}
_STARTED = " ".join(f"--{name} {value or chr(34) * 2}" for name, value in _IN_MEMORY_ONLY.items())
_OPTIONS = {"db", "ssl_ca_certs"}
_PROTOCOL = 2  # of the newer one, a server that wants a password says nothing that a person understands
_ADDRESS = "such as redis://localhost:6379/0"


def connect(url: str, password: str | None = None) -> Redis:
    """A server at an address, reached over TLS unless it is on this computer.

    Args:
        url: Where it is, such as ``redis://localhost:6379/0``, ``rediss://name@redis.example.org`` or
            ``unix:///run/redis.sock``. ``?ssl_ca_certs=FILE`` names who vouches for a certificate of one's own.
        password: The server's, if it has one.

    Raises:
        RoomError: if the address would send answers unprotected, or a password stands in it.
    """
    try:
        parts = urlsplit(url)
        options = dict(parse_qsl(parts.query, keep_blank_values=True))
        host, known = parts.hostname or "", parts.scheme in ("redis", "rediss", "unix") and parts.port != 0
        secret = parts.password is not None or "password" in options
    except ValueError:
        raise RoomError(f"This is not the address of a Redis server, {_ADDRESS}.") from None
    if secret:
        raise RoomError(
            "A password in an address can be read by others on this computer, and stays in the terminal's history. "
            "Leave it out, and start with --redis-password: then it is asked for."
        )
    if not known or (parts.scheme != "unix" and not host) or not options.keys() <= _OPTIONS:
        raise RoomError(f"This is not the address of a Redis server, {_ADDRESS}.")
    if parts.scheme == "redis" and not is_this_computer(host):
        raise RoomError(
            "Answers would travel to this Redis server unprotected. Give an address that begins with rediss://."
        )
    tls = {"ssl_cert_reqs": "required", "ssl_check_hostname": True} if parts.scheme == "rediss" else {}
    try:
        return Redis.from_url(url, decode_responses=True, protocol=_PROTOCOL, password=password, **tls)
    except (RedisError, ValueError):
        raise RoomError(f"This is not the address of a Redis server, {_ADDRESS}.") from None


def refuse_unless_in_memory_only(redis: Redis) -> None:
    """See to it that what the server is given stays in its memory.

    Raises:
        RoomError: if it writes to a disk, hands on to other servers, or does not say whether it does.
    """
    try:
        found = {name: redis.config_get(name).get(name) for name in _IN_MEMORY_ONLY}
        replication = redis.info("replication")
    except NoPermissionError as error:
        raise RoomError(
            f"The Redis server does not say whether it writes to a disk. It says: {_said(error)} Let this account "
            "ask: ACL SETUSER name +config|get +info"
        ) from None
    if found != _IN_MEMORY_ONLY:
        wrong = ", ".join(name for name, value in _IN_MEMORY_ONLY.items() if found[name] != value)
        raise RoomError(
            f"The Redis server does not keep answers in memory only: its settings say otherwise ({wrong}). Start it "
            f"like this: redis-server {_STARTED}"
        )
    if replication.get("role") != "master" or replication.get("connected_slaves"):
        raise RoomError("The Redis server shares what it holds with other servers. Take one that stands alone.")


def refusal_of(error: RedisError) -> RoomError:
    """What to tell a person about an error of the server's, with its own reason and no secret."""
    if isinstance(error, AuthenticationError):
        return RoomError(
            f"The Redis server wants another password or name. It says: {_said(error)} Start with --redis-password, "
            "and put a name into the address, such as rediss://name@redis.example.org."
        )
    if isinstance(error, ConnectionError):
        return RoomError(
            f"No Redis server answers there. Start it, and give its address, {_ADDRESS}. What was heard: {_said(error)}"
        )
    return RoomError(f"The Redis server cannot be used for a room. It says: {_said(error)}")


def _said(error: RedisError) -> str:
    return f"{str(error).rstrip('.')}."
