"""What everything that holds or handles somebody's answers has in common: it says nothing about them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import NoReturn, ParamSpec, TypeVar

from workshop_helpers.errors import WorkshopError

_Given = ParamSpec("_Given")
_Returned = TypeVar("_Returned")


class Private:
    """An object whose ``repr`` is one constant word, and that can be neither pickled nor copied.

    Tracebacks, notebooks, debuggers and logs all print ``repr``; pickling and copying are the two
    ways in which rows leave a process by accident.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: private>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(f"{type(self).__name__} holds private answers and cannot be copied or pickled.")


def hushed(function: Callable[_Given, _Returned]) -> Callable[_Given, _Returned]:
    """Let a ``WorkshopError`` leave a function that handles answers with its message and nothing else.

    A traceback keeps the variables of every frame that it came through, and an error keeps the one that
    it took the place of, even when raised ``from None``. Verbose tracebacks and debuggers print both.
    """

    @wraps(function)
    def call(*args: _Given.args, **kwargs: _Given.kwargs) -> _Returned:
        try:
            return function(*args, **kwargs)
        except WorkshopError as error:
            refusal = error.with_traceback(None)
        del args, kwargs
        refusal.__context__ = None
        raise refusal

    return call
