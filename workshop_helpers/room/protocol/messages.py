"""What every message between a notebook and a room has in common: it is frozen, typed, and read strictly.

A message is a frozen dataclass. Its annotations say what each value may be, to the type checker and to whoever reads
it from the network: anything else is no message, whatever it is.
"""

from __future__ import annotations

import base64
import json
from functools import cache
from typing import Annotated, Any, ClassVar, Self

from pydantic import AfterValidator, BeforeValidator, ConfigDict, PlainSerializer, Strict, TypeAdapter

from workshop_helpers.errors import Malformed

_MOST_DIGITS = 10  # of a number
NO_MESSAGE = "This is not a message that a room takes. Nothing was counted. Update the workshop."


class Message:
    """What is said over the network. A key that is not known is refused, and no refusal repeats what it refused."""

    __slots__ = ()
    __pydantic_config__: ClassVar = ConfigDict(extra="forbid", hide_input_in_errors=True)

    @classmethod
    def from_values(cls, values: object) -> Self:
        """The message with these values, as JSON has them; raises ``ValueError`` if there is none."""
        message: Self = cls._adapter().validate_python(values)
        return message

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The message in a text; raises ``ValueError`` if there is none."""
        return cls.from_values(json_of(text))

    def values(self) -> dict[str, Any]:
        """The message's values, as JSON has them."""
        values: dict[str, Any] = self._adapter().dump_python(self, mode="json", warnings=False)
        return values

    def to_json(self) -> str:
        """The message as text."""
        return as_json(self.values())

    @classmethod
    @cache
    def _adapter(cls) -> TypeAdapter[Any]:
        return TypeAdapter(cls)


def in_letters(data: bytes) -> str:
    """Bytes as text that JSON can carry."""
    return base64.b64encode(data).decode("ascii")


def from_letters(text: str) -> bytes:
    """The bytes that ``in_letters`` wrote; raises ``Malformed`` for anything else."""
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        raise Malformed(NO_MESSAGE) from None


def _only_ascii(text: str) -> str:
    if not text.isascii():
        raise ValueError  # no code, name or number of a room has other letters
    return text


def _from_json(value: object) -> object:
    try:
        return from_letters(value) if isinstance(value, str) else None
    except Malformed as error:
        raise ValueError from error


Word = Annotated[str, Strict(), AfterValidator(_only_ascii)]
Whole = Annotated[int, Strict()]
Data = Annotated[bytes, Strict(), BeforeValidator(_from_json), PlainSerializer(in_letters)]


def json_of(text: str) -> Any:
    """What a text says, if it says each key once, no number of more than ten digits, and nothing that is not JSON.

    Raises:
        ValueError: if it does not.
    """
    try:
        return json.loads(text, object_pairs_hook=_each_key_once, parse_constant=_refuse, parse_int=_short)
    except RecursionError:
        raise ValueError from None


def as_json(values: object) -> str:
    """Values as JSON, with no space between them and no letters beyond ASCII."""
    return json.dumps(values, separators=(",", ":"))


def _each_key_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError
    return values


def _refuse(_name: str) -> None:
    raise ValueError


def _short(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError
    return int(digits)
