"""What every object that holds somebody's answers has in common: it says nothing about them."""

from __future__ import annotations

from typing import NoReturn


class Quiet:
    """An object whose ``repr`` is one constant word, and that can be neither pickled nor copied.

    Tracebacks, notebooks, debuggers and logs all print ``repr``; pickling and copying are the two
    ways in which rows leave a process by accident.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: private>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(f"{type(self).__name__} holds private answers and cannot be copied or pickled.")
