"""Join links: read as they were written, and refused when answers would go astray."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_helpers.errors import LinkError
from workshop_helpers.room.protocol.links import Link, read_facilitators_line, read_link, read_link_or_code

PIN = "0123456789abcdef" * 4
NO_LINK = "This is not a join link. Copy all of it, from https to its end; the facilitator has it."
CUT = "The end of this join link is missing or changed. Copy all of it once more."
OPEN = "This join link would send answers unprotected. Ask the facilitator for one with https."
CODE = "A join code has eight letters and digits, such as 7K3M-Q0ZD. Look at it once more."
WHOLE = "This line is not whole. Copy all of what 'workshop room' wrote for you."


@pytest.mark.parametrize(
    "link",
    [
        Link("https://hub.example.org/user/anyone", "7K3M-Q0ZD"),
        Link("https://hub.example.org", "7K3M-Q0ZD"),
        Link("https://hub.example.org/workshop/hub", "7K3M-Q0ZD"),
        Link("https://192.168.1.20:8765", "7K3M-Q0ZD", PIN),
        Link("https://[fd00::2]:8765", "7K3M-Q0ZD", PIN),
        Link("http://127.0.0.1:8888/user/one", "7K3M-Q0ZD"),
        Link("http://localhost:8888", "7K3M-Q0ZD"),
        Link("http://[::1]:8888", "7K3M-Q0ZD"),
    ],
)
def test_a_link_is_read_as_it_was_written(link: Link) -> None:
    assert read_link(f"  {link}\n") == link
    assert read_facilitators_line(f"{link}.{PIN}\n") == (link, PIN)
    assert repr(link) == "<Link: private>"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", NO_LINK),
        ("7K3M-Q0ZD", NO_LINK),
        ("hub.example.org/workshop/#7K3M-Q0ZD", NO_LINK),
        ("ftp://hub.example.org/workshop/#7K3M-Q0ZD", NO_LINK),
        ("https:///workshop/#7K3M-Q0ZD", NO_LINK),
        ("https://hub.example.org/lab#7K3M-Q0ZD", NO_LINK),
        ("https://hub.example.org/workshops/#7K3M-Q0ZD", NO_LINK),
        ("https://hub.example.org@elsewhere.example/workshop/#7K3M-Q0ZD", NO_LINK),
        ("https://[fd00::2/workshop/#7K3M-Q0ZD", NO_LINK),
        ("https://hub.example.org:port/workshop/#7K3M-Q0ZD", NO_LINK),
        ("https://hub.example.org:99999/workshop/#7K3M-Q0ZD", NO_LINK),
        ("https://hub.example.org/workshop/", CODE),
        ("https://hub.example.org/workshop/#7K3M", CODE),
        (f"https://192.168.1.20/workshop/#7K3M-Q0ZD.{PIN[:-1]}", CUT),
        (f"https://192.168.1.20/workshop/#7K3M-Q0ZD.{PIN}0", CUT),
        ("http://hub.example.org/workshop/#7K3M-Q0ZD", OPEN),
        (f"http://192.168.1.20/workshop/#7K3M-Q0ZD.{PIN}", OPEN),
        ("http://localhost.example.org/workshop/#7K3M-Q0ZD", OPEN),
    ],
)
def test_what_is_no_link_is_refused_with_its_cure(typed: str, words: str) -> None:
    with pytest.raises(LinkError) as caught:
        read_link(typed)
    assert str(caught.value) == words


@pytest.mark.parametrize("typed", ["", "https://hub.example.org/workshop/#7K3M-Q0ZD", f"nothing.{PIN[:-1]}"])
def test_a_facilitators_line_has_to_be_whole(typed: str) -> None:
    with pytest.raises(LinkError) as caught:
        read_facilitators_line(typed)
    assert str(caught.value) == WHOLE


@pytest.mark.parametrize("typed", ["7K3M-Q0ZD", "7k3mq0zd", " 7K3M Q0ZD\n", "7K3M-QOZD"])
@pytest.mark.parametrize("near", ["https://hub.example.org/user/anyone", "https://hub.example.org/user/anyone/"])
def test_a_code_alone_is_the_room_on_the_server_near(typed: str, near: str) -> None:
    assert read_link_or_code(typed, near) == Link("https://hub.example.org/user/anyone", "7K3M-Q0ZD")


def test_a_link_is_read_as_such_whatever_is_near() -> None:
    link = Link("https://192.168.1.20:8765", "7K3M-Q0ZD", PIN)
    assert read_link_or_code(str(link), "https://hub.example.org") == link
    assert read_link_or_code(str(link), None) == link


@pytest.mark.parametrize(
    ("typed", "near", "words"),
    [
        ("7K3M-Q0ZD", None, "A code alone does not say where the room is. Paste the whole join link."),
        ("7K3M-Q0ZD", "http://192.168.1.20:8888", OPEN),
        ("hello", "https://hub.example.org", CODE),
        ("", "https://hub.example.org", CODE),
        ("https://hub.example.org", "https://hub.example.org", NO_LINK),
    ],
)
def test_a_code_that_leads_nowhere_is_refused_with_its_cure(typed: str, near: str | None, words: str) -> None:
    with pytest.raises(LinkError) as caught:
        read_link_or_code(typed, near)
    assert str(caught.value) == words


pieces = st.sampled_from(
    ["https://", "http://", "//", "[", "]", ":", "@", "/workshop/", "#", "7K3M-Q0ZD", ".", PIN, "?"]
)


@given(st.lists(pieces | st.text(max_size=4), max_size=8).map("".join))
def test_any_text_is_a_link_or_refused(typed: str) -> None:
    try:
        link = read_link(typed)
    except LinkError:
        return
    assert read_link(str(link)) == link
    assert link.address.startswith(("https://", "http://"))
