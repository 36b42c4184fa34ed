"""What people paste is read as it was meant: the cases that were handed over, and more of each kind."""

import json
from pathlib import Path

import pytest
from small_assessments import choice

from workshop_helpers.answers import Answers
from workshop_helpers.errors import LinkError, SlipError
from workshop_helpers.pasted import text_in, word_of_the_day
from workshop_helpers.pooling.contribution import contribution
from workshop_helpers.pooling.slips import decode_slip, decode_slips, encode_slip
from workshop_helpers.room.protocol.links import Link, read_facilitators_line, read_link, read_link_or_code

HERE = Path(__file__).parent
CASES = json.loads((HERE / "tables/pasted.json").read_text(encoding="utf-8"))
SHARED = HERE.parents[1] / "shared/cases/pasted.json"
ROOM = Link("https://hub.example.org/user/lead", "7K3M-Q0ZD")
NEAR = "https://hub.example.org/user/lead"
NO_CODE = "A join code has eight letters and digits, such as 7K3M-Q0ZD. Look at it once more."
PIN, KEY = "0123456789abcdef" * 4, "fedcba9876543210" * 4
OWN = Link("https://192.168.1.20:8765", "7K3M-Q0ZD", PIN)

LINKS = [
    "<https://hub.example.org/user/lead/workshop/#7K3M-Q0ZD>.",
    "\u00abhttps://hub.example.org/user/lead/workshop/#7k3m-q0zd\u00bb, please",
    "HTTPS://Hub.Example.ORG/user/lead/workshop/#7K3M-Q0ZD",
    "https://hub.example.org/user/lead/workshop/#7K3M%E2%80%93Q0ZD",
    "\uff48ttps\uff1a//hub.example.org/user/lead/workshop/#7K3M-Q0ZD",
    "The room is open:\n\n  https://hub.example.org/user/lead/workshop/#7K3M-Q0ZD\n\nSee you there!",
    "> https://hub.example.org/user/lead/\n> workshop/#7K3M-Q0ZD".replace("> ", "  "),
    "https://hub.example.org/user/lead/workshop#7K3M-Q0ZD\u200b\u2060",
    "**https://hub.example.org/user/lead/workshop/#7K3M-Q0ZD**",
    "https://hub.example.org/user/lead/workshop/?utm_source=mail&token=1#7K3M-Q0ZD",
    "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fhub.example.org%2Fuser%2Flead%2Fworkshop%2F"
    "%237K3M-Q0ZD&data=05%7C02&reserved=0",
    "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/2/atp.html?url=https%3A%2F%2Fhub.example."
    "org%2Fuser%2Flead%2Fworkshop%2F%237K3M-Q0ZD&locale=en",
    "https://slack-redir.net/link?url=https%3A%2F%2Fhub.example.org%2Fuser%2Flead%2Fworkshop%2F%237K3M-Q0ZD",
    "https://l.facebook.com/l.php?u=https%3A%2F%2Fhub.example.org%2Fuser%2Flead%2Fworkshop%2F%3Ffbclid%3Dx%237K3M-Q0ZD",
    "https://www.google.com/url?q=https://hub.example.org/user/lead/workshop/&sa=D#7K3M-Q0ZD",
    "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252F"
    "hub.example.org%252Fuser%252Flead%252Fworkshop%252F%25237K3M-Q0ZD",
]
CODES = [
    "\u201c7K3M-Q0ZD\u201d,", "Code: 7K3M-Q0ZD!", "the join-code is 7k3m\u2010q0zd.", "7K3M\u00a0\u2014\u00a0Q0ZD",
    "(7K3M Q0ZD)", "\u202a7K3M-Q0ZD\u202c", "7K3M\u00adQ0ZD",
]  # fmt: skip


@pytest.mark.skipif(not SHARED.exists(), reason="the cases came from beside the checkout")
def test_the_cases_are_those_that_were_handed_over() -> None:
    assert json.loads(SHARED.read_text(encoding="utf-8")) == CASES


@pytest.mark.parametrize("typed", [*CASES["links"], *LINKS])
def test_a_link_is_read_as_it_was_meant(typed: str) -> None:
    assert read_link(typed) == read_link_or_code(typed, "https://elsewhere.example") == ROOM


@pytest.mark.parametrize("typed", [*CASES["codes"], *CODES])
def test_a_code_is_read_as_it_was_meant(typed: str) -> None:
    assert read_link_or_code(typed, NEAR) == ROOM


def changed(line: str) -> dict[str, str]:
    """What may become of a link with a certificate on its way."""
    return {
        "in capitals": line.upper(),
        "a full stop": f"{line}.",
        "two lines": f"{line[:80]}\r\n    {line[80:]}",
        "broken behind the code": line.replace(".0123", "\n  .0123", 1),
        "broken before its dash": line.replace("-Q0ZD", "\n-Q0ZD"),
        "in quotation marks": f"\u201e{line}\u201c",
        "in a sentence": f"Join: {line}, please.",
        "letters that nobody sees": "\u200b".join(line),
    }


WITH_CERTIFICATE, LINES = changed(str(OWN)), changed(f"{OWN}.{KEY}")


@pytest.mark.parametrize("how", WITH_CERTIFICATE)
def test_a_link_with_a_certificate_is_read_as_it_was_meant(how: str) -> None:
    assert read_link(WITH_CERTIFICATE[how]) == OWN


@pytest.mark.parametrize("how", WITH_CERTIFICATE)
def test_a_facilitators_line_is_read_as_it_was_meant(how: str) -> None:
    assert read_facilitators_line(LINES[how]) == (OWN, KEY)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("https://hub.example.org/user/l ead/workshop/", NO_CODE),
        ("ABCD-7K3M-Q0ZD", NO_CODE),
        ("https://hub.example.org/workshop/#ABCD-7K3M-Q0ZD", NO_CODE),
        (
            "https://one.example/?u=https%3A%2F%2Fhub.example.org%40two.example%2Fworkshop%2F%237K3M-Q0ZD",
            "This is not a join link. Copy all of it, from https to its end; the facilitator has it.",
        ),
        (
            "https://one.example/?u=http%3A%2F%2Ftwo.example%2Fworkshop%2F%237K3M-Q0ZD",
            "This join link would send answers unprotected. Ask the facilitator for one with https.",
        ),
    ],
)
def test_what_cleaning_cannot_mend_is_refused_as_before(typed: str, words: str) -> None:
    with pytest.raises(LinkError) as caught:
        read_link_or_code(typed, NEAR)
    assert str(caught.value) == words


def test_of_two_links_in_one_text_no_third_one_is_made() -> None:
    two = "https://one.example/workshop/#7K3M-Q0ZD or https://two.example/workshop/#AAAA-BBBB"
    assert read_link(two) == Link("https://one.example", "7K3M-Q0ZD")


# --- slips, and the word of the day -------------------------------------------------------------------------------

GIVEN = contribution(Answers(choice(), {"pick": "c"}))
SLIP = encode_slip(GIVEN, "red willow")
SLIPS = {
    "U+2011": SLIP.replace("-", "\u2011"),
    "U+2212": SLIP.replace("-", "\u2212"),
    "U+202F": SLIP.replace("-", "\u202f"),
    "numbered": f"1. {SLIP}",
    "a semicolon": f"{SLIP};",
    "numbered with a bracket": f"  12) {SLIP}",
    "numbered in a column": f"3\t{SLIP}",
    "a bullet": f"\u2022 {SLIP}",
    "in quotation marks": f'"{SLIP}",',
    "full width": "".join(chr(ord(letter) + 0xFEE0) for letter in SLIP),
    "a mark of direction": f"\u200f{SLIP}\u200e",
    "small letters": SLIP.lower(),
}


@pytest.mark.parametrize("how", SLIPS)
def test_a_slip_is_read_as_it_was_meant(how: str) -> None:
    assert bytes(decode_slip(SLIPS[how], choice(), "red willow")) == bytes(GIVEN)


def test_a_slip_that_is_in_twice_is_found_in_every_spelling() -> None:
    for other in SLIPS.values():
        with pytest.raises(SlipError) as caught:
            decode_slips([SLIP, other], choice(), "red willow")
        assert str(caught.value).endswith("slip 2: the same as slip 1. Take one of them out.")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_of_slips_may_come_from_any_editor(encoding: str) -> None:
    content = "\r\n".join(f"{number}. {encode_slip(GIVEN, 'café')}" for number in range(1, 4)).encode(encoding)
    assert len(decode_slips(text_in(content), choice(), "Cafe\u0301.")) == 3


WORDS = [
    *CASES["words of the day that are one word"],
    ["Willow", " WILLOW!"], ["\u201cwillow\u201d", "willow"], ["na\u00efve", "naive"], ["red-willow", "red willow"],
    ["ISTANBUL", "\u0131stanbul"], ["Stra\u00dfe", "STRASSE"], ["rock \u2019n\u2019 roll", "rock 'n' roll"],
    ["wil\u00adlow", "willow"], ["\uff57illow", "willow"],
    ["\u0939\u093f\u0928\u094d\u0926\u0940", "\u0939\u093f\u0928\u094d\u0926\u0940 "],
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), WORDS)
def test_one_word_in_two_spellings_is_one_word(one: str, other: str) -> None:
    assert word_of_the_day(one) == word_of_the_day(other) != ""
    assert bytes(decode_slip(encode_slip(GIVEN, one), choice(), other)) == bytes(GIVEN)


OTHERS = [("willow", "willows"), ("red willow", "redwillow"), ("\U0001f642", "\U0001f643")]


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_another_word_is_another_word(one: str, other: str) -> None:
    with pytest.raises(SlipError) as caught:
        decode_slip(encode_slip(GIVEN, one), choice(), other)
    assert str(caught.value) == (
        "It was mistyped, or is from another session or self-assessment: check it against the slip."
    )
