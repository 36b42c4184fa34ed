"""Join codes: forgiving to the hand that types them, and hard to guess."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_helpers.errors import LinkError
from workshop_helpers.room.protocol.codes import fingerprint, new_code, new_key, read_code

REFUSED = "A join code has eight letters and digits, such as 7K3M-Q0ZD. Look at it once more."


def test_a_code_is_read_as_it_was_made() -> None:
    codes = [new_code() for _ in range(200)]
    assert [read_code(code) for code in codes] == codes
    assert len(set(codes)) == 200
    assert not set("".join(codes)) & set("ILOU")


@pytest.mark.parametrize(
    "typed", ["7k3m-q0zd", " 7K3M Q0ZD\n", "7K3MQOZD", "7-K-3-M-Q-0-Z-D", "7k3mqozd", "\t7K3M--Q0ZD "]
)
def test_capitals_spaces_dashes_and_look_alikes_are_forgiven(typed: str) -> None:
    assert read_code(typed) == "7K3M-Q0ZD"


@pytest.mark.parametrize("typed", ["", "7K3M-Q0Z", "7K3M-Q0ZDA", "7K3M-Q0Z!", "7K3M-Q0ZU", "\ud800" * 8])
def test_what_is_no_code_is_refused_without_repeating_it(typed: str) -> None:
    with pytest.raises(LinkError) as caught:
        read_code(typed)
    assert str(caught.value) == REFUSED


@given(st.text())
def test_any_text_is_a_code_or_refused(typed: str) -> None:
    with contextlib.suppress(LinkError):
        read = read_code(typed)
        assert read_code(read) == read
        assert read.isascii()


def test_a_key_has_256_bits_and_a_fingerprint_does_not_tell_it() -> None:
    key = new_key()
    assert (len(key), len(bytes.fromhex(key))) == (64, 32)
    assert key not in fingerprint(key)
    assert fingerprint(key) == fingerprint(key) != fingerprint(new_key())
