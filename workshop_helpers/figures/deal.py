"""A trade beside an even split: a bar for each of two people, and what splitting leaves on the table."""

from __future__ import annotations

from fractions import Fraction

from workshop_helpers.figures import theme
from workshop_helpers.figures.canvas import Canvas, Picture

_BAR = 30.0
_PEOPLE = ("first person", "second person")


def draw_deal(values: tuple[Fraction, Fraction], total: int, *, narrow: bool = False) -> Picture:
    """Draw what two people get when every issue is split in half, and when issues are traded.

    Args:
        values: What the trade gives to the first and to the second person, in points of their own.
        total: How many points each of them shared out.
        narrow: Whether to draw for a phone.
    """
    canvas = Canvas(narrow=narrow)
    half = Fraction(total, 2)
    canvas.paragraph("What each person gets", size=theme.TITLE_SIZE, bold=True)
    canvas.y += 6
    canvas.paragraph(f"Points out of {total}, counted by each person in their own.", ink=theme.MUTED)
    for heading, pair in (("Every issue split in half", (half, half)), ("Each issue to whom it matters more", values)):
        canvas.y += 18
        canvas.paragraph(heading, size=theme.HEADING_SIZE)
        for person, value in zip(_PEOPLE, pair, strict=True):
            canvas.y += 6
            _bar(canvas, person, value, half, total)
    canvas.y += 16
    canvas.paragraph(left_in_words(values, total), bold=True)
    return canvas.picture(deal_alt_text(values, total))


def _bar(canvas: Canvas, person: str, value: Fraction, half: Fraction, total: int) -> None:
    column = 0.0 if canvas.narrow else 130.0
    top = canvas.label(person, column=column, height=_BAR)
    left = canvas.left + column
    width = canvas.right - left - 60
    unit = width / total
    canvas.box(left, top, width, _BAR, theme.TRACK)
    canvas.box(left, top, float(min(value, half)) * unit, _BAR, theme.CERTAIN["answer"], name=f"half:{person}")
    if value > half:
        more = left + float(half) * unit
        fill, line = theme.POSSIBLE["answer"], theme.LINE_OF["answer"]
        canvas.box(more, top, float(value - half) * unit, _BAR, fill, line=line, hatch="////", name=f"more:{person}")
    canvas.words(canvas.right - 50, top + _BAR / 2, in_points(value), size=theme.HEADING_SIZE, bold=True, down="center")


def deal_alt_text(values: tuple[Fraction, Fraction], total: int) -> str:
    """What the picture shows, in sentences."""
    first, second = (in_points(value) for value in values)
    half = in_points(Fraction(total, 2))
    return (
        f"Bars out of {total} points. Every issue split in half: {half} for each person. Each issue to whom it "
        f"matters more: {first} for the first person, {second} for the second. {left_in_words(values, total)}"
    )


def left_in_words(values: tuple[Fraction, Fraction], total: int) -> str:
    """How much splitting leaves on the table, as a sentence."""
    left = values[0] + values[1] - total
    if not left:
        return "Nothing is left on the table: with these two lists, a trade gives no more than a split."
    return f"Splitting would leave {in_points(left)} {'point' if left == 1 else 'points'} on the table."


def in_points(value: Fraction) -> str:
    """A number of points, with a half where there is one."""
    return f"{int(value)}" if value.denominator == 1 else f"{float(value):.1f}"
