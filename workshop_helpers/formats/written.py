"""How answers are written in the cells of a table. Nothing here knows which answers there are."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

# How a question stands in a table: in one column, in a column for each option, in a column for each place of an order.
Way = Literal["one", "options", "places"]

NO_NUMBER = ("", "NA", "NaN", "nan")  # what other programs write where a number is missing
NO_ANSWER = "?"  # is no answer to a question that takes several options
_WHOLE = re.compile(r"[+-]?[0-9]{1,6}(\.0*)?")


def folded(text: str) -> str:
    """A text without what does not count: capitals, spaces around it and more than one between words."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def number_or_text(text: str) -> int | str:
    """The whole number that a text is, or the text where it is none."""
    text = text.strip()
    return int(float(text)) if _WHOLE.fullmatch(text) else text


def parts_of(text: str) -> list[str]:
    """What stands between the semicolons of a cell."""
    return [part.strip() for part in text.split(";") if part.strip()]
