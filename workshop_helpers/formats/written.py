"""How answers are written in the cells of a table. Nothing here knows which answers there are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

# How a question stands in a table: in one column, in a column for each option, in a column for each place of an order.
Way = Literal["one", "options", "places"]

NO_NUMBER = ("", "NA", "NaN", "nan")  # what other programs write where a number is missing
NO_ANSWER = "?"  # is no answer to a question that takes several options
_WHOLE = re.compile(r"[+-]?[0-9]{1,6}(\.0*)?")
_BETWEEN = re.compile(r"[;|\r\n]|(?:^|(?<=\s))/(?=\s)")  # what tools put between options in a cell, besides commas

# Programs change these for nicer ones, and hide others, where nobody sees it.
_PLAIN = (
    dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-")
    | dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u2032\u0060\u00b4\u02bc"), "'")
    | dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"), '"')
    | dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"), None)
)

# A number or short code that stands for a label, with what separates the two: "4 - often", "(A1) often", "often (4)".
_CODE = r"(?:[0-9]{1,4}|[a-z]|[a-z]{1,2}[0-9]{1,4})"
_CODE_BEFORE = re.compile(rf"(?:[(\[]{_CODE}[)\]]|{_CODE} ?[-.:=)])[-.:= ]*(?=\S)")
_CODE_AFTER = re.compile(rf" ?[(\[]{_CODE}[)\]]$| [-=:] ?[0-9]{{1,4}}$")


def words(text: str) -> frozenset[str]:
    """The words that stand between the dots of a text."""
    return frozenset(word.strip() for word in text.split("·"))


_YES = words(
    """yes · y · ja · oui · sí · si · sì · sim · tak · da · да · так · ναι · evet · kyllä · igen · ano · áno
    · jah · taip · jā · はい · 是 · 是的 · 예 · 네 · نعم · כן"""
)
_NO = words(
    """no · n · nein · non · não · nao · nie · нет · не · ні · όχι · hayır · ei · nem · ne · nei · nej · nee · nu
    · いいえ · 否 · 不是 · 아니요 · لا · לא"""
)
# Beside yes and no in any language, and what spreadsheets make of true and false in some.
_TICKED = words(
    """1 · x · on · ticked · checked · selected · chosen · quoted · ✓ · ✔ · ☑ · ☒ · true · wahr · vrai · verdadero
    · verdadeiro · vero · waar · prawda · истина · ausgewählt · angekreuzt · gewählt · coché · sélectionné · marcado
    · seleccionado · selezionato"""
)
_NOT_TICKED = words(
    """0 · off · not ticked · unticked · not checked · unchecked · not selected · unselected · not chosen · not quoted
    · ☐ · false · falsch · faux · falso · onwaar · fałsz · ложь · nicht ausgewählt · nicht angekreuzt · nicht gewählt
    · non coché · non sélectionné · no marcado · no seleccionado · non selezionato"""
)


def folded(text: str) -> str:
    """A text without what does not count: capitals, kinds of dashes and quotation marks, and needless spaces."""
    return " ".join(unicodedata.normalize("NFKC", text.translate(_PLAIN)).casefold().split())


def forms(text: str) -> Iterator[str]:
    """What a text may be as a label: all of it, or without a code before or behind it."""
    whole = folded(text)
    yield whole
    for label in (_CODE_BEFORE.sub("", whole, count=1), _CODE_AFTER.sub("", whole)):
        if any(map(str.isalpha, label)):  # "1 - 2" is no 2
            yield label


def yes_or_no(text: str) -> bool | None:
    """Whether a text says yes or no, in one of the languages that survey tools are often used in."""
    plain = folded(text)
    return True if plain in _YES else False if plain in _NO else None


def is_ticked(text: str) -> bool | None:
    """Whether a text in an option's own column says that it was chosen; ``None`` if it says neither."""
    number = number_or_text(text)
    plain = str(number) if isinstance(number, int) else folded(text)
    if plain in _TICKED or yes_or_no(text):
        return True
    return False if plain in _NOT_TICKED or yes_or_no(text) is False else None


def number_or_text(text: str) -> int | str:
    """The whole number that a text is, or the text where it is none."""
    text = text.strip()
    return int(float(text)) if _WHOLE.fullmatch(text) else text


def parts_of(text: str) -> list[str]:
    """What stands between the semicolons, bars, slashes and line breaks of a cell."""
    return [part.strip() for part in _BETWEEN.split(text) if part.strip()]
