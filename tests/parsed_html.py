"""What a browser makes of HTML: its elements with their attributes and its texts, in order."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import NamedTuple

VOID = {"meta", "br", "hr", "img", "input", "link", "source"}


class Start(NamedTuple):
    tag: str
    attributes: tuple[tuple[str, str | None], ...]


class End(NamedTuple):
    tag: str


Event = Start | End | str


class Parsed(HTMLParser):
    """The events of some HTML, which must be well nested and hold no comment."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.events: list[Event] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.events.append(Start(tag, tuple(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        self.events.append(End(tag))

    def handle_data(self, data: str) -> None:
        if self.events and isinstance(self.events[-1], str):
            self.events[-1] += data
        else:
            self.events.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError("nothing here is a comment")

    def handle_decl(self, decl: str) -> None:
        assert decl == "DOCTYPE html"

    def unknown_decl(self, data: str) -> None:
        raise AssertionError("nothing here is a declaration")

    def handle_pi(self, data: str) -> None:
        raise AssertionError("nothing here is an instruction")

    @property
    def elements(self) -> list[Start]:
        return [event for event in self.events if isinstance(event, Start)]

    @property
    def texts(self) -> list[str]:
        return [event for event in self.events if isinstance(event, str)]

    @property
    def headings(self) -> list[tuple[int, str]]:
        """Levels and words."""
        return [
            (int(event.tag[1]), str(words))
            for event, words in zip(self.events, self.events[1:], strict=False)
            if isinstance(event, Start) and re.fullmatch(r"h\d", event.tag)
        ]

    def texts_of(self, tag: str) -> list[str]:
        """All words inside each element of a kind, one after the other."""
        found: list[str] = []
        depth = 0
        for event in self.events:
            if isinstance(event, Start) and event.tag == tag:
                depth += 1
                found.append("")
            elif isinstance(event, End) and event.tag == tag:
                depth -= 1
            elif isinstance(event, str) and depth:
                found[-1] += event
        return found

    def attributes_of(self, tag: str) -> list[dict[str, str | None]]:
        return [dict(start.attributes) for start in self.elements if start.tag == tag]


def as_text(words: str) -> str:
    """Words as a file can hold them."""
    return words.encode("utf-8", "replace").decode("utf-8")


def replaced(events: list[Event], mark: str, words: str) -> list[Event]:
    """The same events with a mark in texts and attributes replaced."""
    words = as_text(words)
    return [
        event.replace(mark, words)
        if isinstance(event, str)
        else Start(
            event.tag,
            tuple((name, value.replace(mark, words) if value else value) for name, value in event.attributes),
        )
        if isinstance(event, Start)
        else event
        for event in events
    ]
