"""Where a room listens: at an address of this computer that others can reach, found or given, and checked first."""

from __future__ import annotations

import errno
import ipaddress
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import psutil

from workshop_helpers.errors import RoomError
from workshop_helpers.room.protocol.links import is_this_computer

_WAITING = 4096  # callers at once
_NOBODY = ("192.0.2.1", 9)  # an address for documents; nothing is sent to it


def own_addresses() -> list[str]:
    """This computer's addresses in its networks, the one that it would use itself first; none if it is in none."""
    up = {name for name, state in psutil.net_if_stats().items() if state.isup}
    found = [
        entry.address
        for name, entries in psutil.net_if_addrs().items()
        if name in up
        for entry in entries
        if entry.family in (socket.AF_INET, socket.AF_INET6) and _can_be_reached(entry.address)
    ]
    used = _used_outwards()
    return sorted(found, key=lambda address: (address != used, ":" in address))


def _can_be_reached(address: str) -> bool:
    known = ipaddress.ip_address(address.partition("%")[0])
    return not (known.is_loopback or known.is_link_local or known.is_unspecified)


def _used_outwards() -> str | None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(_NOBODY)
        except OSError:
            return None
        return str(asking.getsockname()[0])


def choose_address(host: str | None) -> str:
    """The address that was asked for, or this computer's own.

    Raises:
        RoomError: if it is in no network.
    """
    found = [host] if host is not None else own_addresses()
    if not found:
        raise RoomError(
            "This computer is in no network. Join one, or start with --host 127.0.0.1 to try a room out on this "
            "computer alone."
        )
    return found[0]


@contextmanager
def listening(host: str, port: int) -> Iterator[list[socket.socket]]:
    """Sockets at an address and a port of this computer, closed afterwards.

    Raises:
        RoomError: if others could not reach it, if it is not this computer's, or if it is taken.
    """
    if not 1 <= port <= 65535:
        raise RoomError("The port must be a whole number from 1 to 65,535. Leave out --port, and it is 8765.")
    try:
        known = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):  # the second for names that are too long to be one
        raise RoomError(f"No computer of the name '{host}' can be found. {_put_right()}") from None
    numbers = [ipaddress.ip_address(str(where[0]).partition("%")[0]) for *_, where in known]
    if any(number.is_unspecified for number in numbers):
        raise RoomError(f"'{host}' stands for every address, and is none that people could reach. {_put_right()}")
    if any(number.is_loopback for number in numbers) and not is_this_computer(host):
        raise RoomError(f"'{host}' leads nobody but this computer here. {_put_right()}")
    with ExitStack() as stack:
        try:
            places = sorted({(family, where) for family, *_, where in known})
            made = [stack.enter_context(_listening_at(family, where)) for family, where in places]
        except OSError as error:
            raise RoomError(_why_not(error, host, port)) from None
        yield made


def _listening_at(family: int, where: Any) -> socket.socket:
    made = socket.create_server(where, family=family, backlog=_WAITING)
    made.setblocking(False)
    return made


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRNOTAVAIL:
        return f"'{host}' is not this computer. {_put_right()}"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"This account may not use port {port}. Choose one above 1,023 with --port."
    return f"Port {port} of '{host}' is taken by another program. End that one, or choose another with --port."


def _put_right() -> str:
    mine = own_addresses()
    return f"Leave out --host, or give one of this computer's addresses: {', '.join(mine) or '127.0.0.1'}."
