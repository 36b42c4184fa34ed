"""What all messages have in common: letters for bytes, and JSON that says each thing once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_helpers.errors import Malformed
from workshop_helpers.room.protocol.messages import from_letters, in_letters, json_of


@given(st.binary(max_size=100))
def test_letters_are_read_as_they_were_written(data: bytes) -> None:
    assert from_letters(in_letters(data)) == data


@pytest.mark.parametrize("text", ["?", "A", "AAA", "AA=A", "é", " AAAA"])
def test_letters_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(Malformed) as caught:
        from_letters(text)
    assert str(caught.value) == ("This is not a message that a room takes. Nothing was counted. Update the workshop.")


AMBIGUOUS = [
    '{"a":1,"a":1}',
    '{"b":{"a":1,"a":2}}',
    '{"a":NaN}',
    '{"a":Infinity}',
    '{"a":12345678901}',
    "[" * 100_000 + "]" * 100_000,
    "",
    "{",
    "{} {}",
]


@pytest.mark.parametrize("text", AMBIGUOUS, ids=[text[:20] for text in AMBIGUOUS])
def test_json_that_could_be_read_in_two_ways_or_not_at_all_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # whose words nobody sees
        json_of(text)
