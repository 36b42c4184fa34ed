"""Colours and sizes of every figure: one meaning a colour, in colour, for colour-blind eyes and in grey.

Blue is always how many people, purple and orange the two ends of a scale, hatched grey whoever
skipped. Lengths are hundredths of an inch: pixels, at a figure's own resolution.
"""

from __future__ import annotations

from typing import Literal

from workshop_helpers.pooling.release import Table

PAPER = "#fdfcf9"
TRACK = "#f1efe9"  # the whole group, behind a bar
RULE = "#d5d2ca"
INK = "#1f2429"
MUTED = "#555b63"
NOTICE = "#ffefc2"  # behind "Made-up group"

CERTAIN = {"answer": "#1c5a87", "aside": "#a9a8a4"}  # at least so many people
POSSIBLE = {"answer": "#b9d4e6", "aside": "#e9e8e4"}  # up to so many people
LINE_OF = {"answer": "#1c5a87", "aside": "#8c8b87"}

_AMOUNT = {"answer": ("#e9f1f7", "#6fabd3", "#0b3f69"), "aside": ("#f4f3ef", "#dfded9", "#c9c8c3")}
_START_STRONG, _START_WEAK = "#e58d32", "#f8d7ab"
_END_STRONG, _END_WEAK = "#54308a", "#c6bde0"
_BETWEEN = "#e4e2dc"
START_HATCH = "\\\\\\\\"

MARGIN = 24
WIDE, NARROW = 760, 360
TITLE_SIZE, HEADING_SIZE, LABEL_SIZE, SMALL_SIZE = 17.0, 14.0, 13.0, 11.5
LINE = 18 / 13  # from one line of words to the next, in letter sizes

Tone = Literal["answer", "aside"]  # "aside": who skipped, or to whom the question does not apply


def shade(low: int, n: int, tone: Tone = "answer") -> str:
    """The fill of a cell in which at least ``low`` of ``n`` people are: darker for more of the group.

    The root spreads the shares that occur, mostly small ones, over the ramp.
    """
    fewest, half, most = _AMOUNT[tone]
    share = (low / n) ** 0.5 if n else 0.0
    return _between(fewest, half, share * 2) if share < 0.5 else _between(half, most, share * 2 - 1)


def diverging(options: int) -> list[str]:
    """A fill for each option of an ordered scale: orange at its start, purple at its end, grey in the middle."""
    side = options // 2
    strengths = [1 - place / max(side - 1, 1) for place in range(side)]
    start = [_between(_START_WEAK, _START_STRONG, strength) for strength in strengths]
    end = [_between(_END_WEAK, _END_STRONG, strength) for strength in reversed(strengths)]
    return [*start, *[_BETWEEN] * (options % 2), *end]


def hatch(option: int, table: Table) -> str | None:
    """The pattern of an option that is no answer: lines for skipped, dots for "does not apply"."""
    if option < table.answers:
        return None
    return "////" if option == len(table.options) - 1 else "...."


def pattern_on(fill: str) -> str:
    """The same colour a little darker, for a pattern over which words can still be read."""
    return _between(fill, INK, 0.14)


def ink_on(fill: str) -> str:
    """Black or white, whichever reads better; on any fill that is 4.5 to 1 or more."""
    return max("#000000", "#ffffff", key=lambda ink: contrast(ink, fill))


def contrast(one: str, other: str) -> float:
    """How far two colours are apart in lightness: 1 for none, 21 for black on white (WCAG 2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """How light a ``#rrggbb`` colour is, from 0 to 1: what is left of it in greyscale."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _between(one: str, other: str, share: float) -> str:
    mixed = (round(a + (b - a) * share) for a, b in zip(_parts(one), _parts(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))
