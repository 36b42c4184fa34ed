"""Whatever a command says can be read in every terminal and every pipe, whichever letters it has."""

from __future__ import annotations

import codecs
import sys
import unicodedata
from io import TextIOWrapper

_PLAIN = {
    "–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "→": "->", "·": "-", "•": "-",
}  # fmt: skip


def make_output_readable() -> None:
    """Let what is printed be written in plainer letters where there are no others, in place of an error.

    Side effects: changes how ``sys.stdout`` and ``sys.stderr`` of this process write.
    """
    codecs.register_error("workshop.plain", _plainly)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # there is none at all under pythonw
            stream.reconfigure(errors="workshop.plain")


def _plainly(error: UnicodeError) -> tuple[str, int]:
    """What is written for letters that the encoding does not have: the nearest ones in ASCII, or a question mark."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    letters = error.object[error.start : error.end]
    return "".join(_plain(letter) for letter in letters), error.end


def _plain(letter: str) -> str:
    nearest = unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode("ascii")
    return _PLAIN.get(letter) or nearest or "?"
