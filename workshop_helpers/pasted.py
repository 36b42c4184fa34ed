"""What people paste, type and bring in files, as it was meant: links, codes, slips, and the word of the day.

Mail programs, chats, phones and word processors change what passes through them: quotation marks, dashes, letters that
nobody sees, line breaks, an address inside another one. All of that is taken away here and nowhere else. Whether what
is left is right, others decide.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote, urlsplit

_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
_AROUND = "\"'`´“”„‟‘’‚‛«»‹›<>()[]{}.,;:!|…"  # what stands around a code, or behind a link
_NOT_IN_CODES = {*_AROUND, "-"}
_NUMBERED = re.compile(r"\s*(?:\(?\d{1,5}(?:\s*[.):]\s*|\t)|#\s*\d{1,5}[.):]?\s+|[-*•·]\s+)")
_SPOKEN_CODE = re.compile(r"(?<![\w-])\w{4} ?- ?\w{4}(?![\w-])")
_IN_A_LINK = re.compile(r"https?://[\w\-.~:/?#\[\]@$&*+=%]+", re.IGNORECASE)  # as far as one can reach
_WRAPPERS = 3  # around one link


def text_in(content: bytes) -> str:
    """The text in a file: UTF-8, UTF-16 with its mark (Notepad's "Unicode"), or Windows-1252.

    What is none of them is not lost: letters that cannot be read stand as question marks.
    """
    marked = next((encoding for mark, encoding in _MARKS.items() if content.startswith(mark)), None)
    if marked:
        return content.decode(marked, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def plain(text: str) -> str:
    """A text in its usual letters (NFKC), with one kind of dash, and without letters that nobody sees."""
    letters = unicodedata.normalize("NFKC", text)
    return "".join(_plain_letter(letter) for letter in letters)


def _plain_letter(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind == "Pd" or letter == "\N{MINUS SIGN}":
        return "-"
    return "" if kind == "Cf" or "\ufe00" <= letter <= "\ufe0f" else letter


def letters_of_code(typed: str) -> str:
    """A join code's letters, in capitals: alone, or the last code that stands among other words."""
    text = plain(typed)
    return _bare([text, *_SPOKEN_CODE.findall(text)][-1])


def letters_of_slip(typed: str) -> str:
    """A share code's letters, in capitals, without a number before it."""
    text = plain(typed)
    number = _NUMBERED.match(text)
    return _bare(text[number.end() :] if number else text)


def _bare(text: str) -> str:
    return "".join(letter for letter in text if letter not in _NOT_IN_CODES and not letter.isspace()).upper()


def word_of_the_day(typed: str) -> str:
    """A word in one spelling, whatever its capitals, accents, apostrophes, spaces and full stops are."""
    apart = unicodedata.normalize("NFKD", plain(typed)).replace("ı", "i")
    letters = "".join(letter for letter in apart if not unicodedata.combining(letter) and letter not in "'`´‘’")
    return " ".join(re.findall(r"\w+", letters.casefold())) or " ".join(apart.split())


def is_link(typed: str) -> bool:
    """Whether somebody meant a link, and not a code alone."""
    return bool({*plain(typed)} & {*"/#"}) or "%23" in typed


def links_in(typed: str) -> Iterator[str]:
    """What can have been meant as a link in a text, the likeliest first, each a whole address in one line.

    First all of it, as if line breaks and what they indent had come into it on the way; then only as far as the first
    space. An address inside another one, as mail programs and chats wrap it, is taken out.
    """
    text = plain(typed)
    for whole in ("".join(text.split()), text):
        found = _IN_A_LINK.search(whole)
        if found:
            yield _unwrapped(found[0].rstrip(_AROUND + "?*_~"))


def _unwrapped(link: str) -> str:
    try:
        for _ in range(_WRAPPERS):
            parts = urlsplit(link)
            inside = [value for _, value in parse_qsl(parts.query) if value.lower().startswith(("https://", "http://"))]
            if not inside:
                break
            link = inside[0] if "#" in inside[0] or "%23" in inside[0] else f"{inside[0]}#{parts.fragment}"
        parts = urlsplit(link if "#" in link else link.replace("%23", "#", 1))
    except ValueError:
        return link
    return parts._replace(query="", fragment=plain(unquote(parts.fragment))).geturl()
