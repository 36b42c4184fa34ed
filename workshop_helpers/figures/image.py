"""A figure as a small PNG, fit to lie inside a notebook."""

from __future__ import annotations

import io

from matplotlib.figure import Figure
from PIL import Image

SHARPNESS = 1.6  # dots for each pixel of the page: sharp on most screens, and still small
_COLOURS = 96  # flat colours and the edges of letters need no more, and a third of the bytes


def png(figure: Figure) -> bytes:
    """Draw a figure as PNG. The same figure always gives the same bytes, which hold no time and no program's name."""
    drawn = io.BytesIO()
    figure.savefig(drawn, format="png", dpi=figure.dpi * SHARPNESS)
    file = io.BytesIO()
    Image.open(drawn).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(file, "png", optimize=True)
    return file.getvalue()
