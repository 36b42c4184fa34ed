"""What people paste, type and bring in files, as it was meant."""

from __future__ import annotations

_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


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
