"""Letters of any script, drawn with the fonts that there are: the figures' own, and else what this computer has.

A letter that no font has becomes a box, as on every screen; the table beside a figure has the words. So no text can
keep a figure from being drawn. Letters are looked at one by one, and each once in a process.
"""

from __future__ import annotations

import unicodedata
from contextlib import suppress
from functools import cache
from threading import RLock

from matplotlib.font_manager import FontProperties, findfont, fontManager
from matplotlib.ft2font import FT2Font, LoadFlags

from workshop_helpers.figures import theme

MISSING = "□"  # in the place of a letter that no font has
_OWN = "DejaVu Sans"  # which comes with matplotlib
_PLACEHOLDERS = "Last Resort"  # a font that has a box with a label for every letter there is
_EM = 100  # the size at which letters are measured
_PLAIN = range(0x20, 0x7F)
_finding = RLock()


def drawable(words: str) -> str:
    """The same words in letters that can be drawn: a box for each that no font has, a space for every kind of space.

    Line breaks stay. Marks that only change the letter before them are left out where no font has them.
    """
    return words if _is_plain(words) else "".join(map(_drawn_as, words))


def undrawable(words: str) -> list[str]:
    """The letters that the figures' own font does not have, once each; on another computer they may be boxes."""
    return [letter for letter in dict.fromkeys(words) if not _has(letter) and not _is_silent(letter)]


def advance(letter: str, bold: bool) -> float:
    """How far a letter that can be drawn takes the pen on, in sizes of the letter."""
    return _advance(letter, bold)


def letters(points: float, bold: bool, words: str) -> FontProperties:
    """The fonts in which some words are drawn, the figures' own first, at a size in points.

    Where a font has a letter in one weight only, all of the words are drawn in that.
    """
    if _is_plain(words):
        return _properties(points, bold, _OWN)
    others = dict.fromkeys(filter(None, map(_other_font, words)))
    return _properties(points, bold and all(map(_has_bold, words)), _OWN, *others)


def _is_plain(words: str) -> bool:
    return words.isascii() and words.isprintable()


@cache
def _drawn_as(letter: str) -> str:
    if letter == "\n" or _has(letter):
        return letter
    if letter.isspace():
        return " "
    if _is_silent(letter):
        return ""
    return letter if _other_font(letter) else MISSING


def _is_silent(letter: str) -> bool:
    """Whether nothing is missed where a letter is left out: a control, a joiner, a mark on the letter before it."""
    return letter.isspace() or unicodedata.category(letter) in ("Cc", "Cf", "Mn", "Me")


@cache
def _has(letter: str) -> bool:
    return ord(letter) in _PLAIN or (ord(letter) >= 0x7F and _font(_OWN, False).get_char_index(ord(letter)) != 0)


@cache
def _has_bold(letter: str) -> bool:
    name = _other_font(letter) or _OWN
    return name in _families(bold=True) and (letter == "\n" or _font(name, True).get_char_index(ord(letter)) != 0)


@cache
def _other_font(letter: str) -> str | None:
    """A font of this computer that has a letter which the figures' own does not have; the one that had others first."""
    if _has(letter) or letter.isspace() or not letter.isprintable():
        return None
    with _finding:
        for name in (*_useful, *_names()):
            with suppress(OSError, RuntimeError, ValueError):  # a font file that is gone, or not what it says
                if _open(name, False).get_char_index(ord(letter)):
                    _useful.setdefault(name)
                    return name
    return None


_useful: dict[str, None] = {}


@cache
def _families(*, bold: bool) -> frozenset[str]:
    """The fonts of this computer that come upright and in one weight."""
    weights = ("bold", 700, "700") if bold else ("normal", "regular", 400, "400")
    return frozenset(entry.name for entry in fontManager.ttflist if entry.weight in weights and entry.style == "normal")


@cache
def _names() -> list[str]:
    """The fonts that can stand in for the figures' own, those without serifs first."""
    found = [name for name in _families(bold=False) if not name.startswith((_OWN, _PLACEHOLDERS))]
    return sorted(found, key=lambda name: ("Sans" not in name, name))


@cache
def _advance(letter: str, bold: bool) -> float:
    name = _other_font(letter) or _OWN
    with _finding:  # which letter a font has loaded is a matter of one thread at a time
        font = _font(name, bold and _has_bold(letter))
        return font.load_char(ord(letter), LoadFlags.NO_HINTING).linearHoriAdvance / 65536 / _EM


@cache
def _font(name: str, bold: bool) -> FT2Font:
    return _open(name, bold)


def _open(name: str, bold: bool) -> FT2Font:
    path = findfont(_properties(theme.LABEL_SIZE, bold, name), fallback_to_default=False)
    font = FT2Font(path, face_index=getattr(path, "face_index", 0))
    font.set_size(_EM, 72)
    return font


@cache
def _properties(points: float, bold: bool, *families: str) -> FontProperties:
    return FontProperties(family=families, weight="bold" if bold else "normal", size=points)
