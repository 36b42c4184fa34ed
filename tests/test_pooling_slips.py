import pytest
from small_assessments import before_and_after, choice, scales

from workshop_helpers.answers import Answers
from workshop_helpers.content import Assessment
from workshop_helpers.errors import SlipError
from workshop_helpers.pooling import slips
from workshop_helpers.pooling.contribution import Contribution, contribution
from workshop_helpers.pooling.policy import POLICIES
from workshop_helpers.pooling.slips import decode_slip, decode_slips, encode_slip
from workshop_helpers.pooling.variables import variables

PICK = choice()
MISTYPED = "It was mistyped, or is from another session or self-assessment: check it against the slip."


def slip(value: str | None = "a", session: str = "river", assessment: Assessment = PICK) -> str:
    return encode_slip(contribution(Answers(assessment, {"pick": value})), session)


@pytest.mark.parametrize(("items", "length"), [(1, 9 + 1), (6, 13), (10, 15), (20, 20)])
def test_codes_are_short_enough_to_write_by_hand(items: int, length: int) -> None:
    assessment = scales(items)
    code = encode_slip(contribution(Answers(assessment, {})), "river")
    assert len(code.replace("-", "")) == length


def test_a_code_is_written_in_groups_of_four() -> None:
    assert {len(group) for group in slip().split("-")[:-1]} == {4}


@pytest.mark.parametrize("value", ["a", "b", "c", "d", "e", None])
def test_a_code_is_read_back(value: str | None) -> None:
    read = decode_slip(slip(value), PICK, "river")
    assert bytes(read) == bytes(contribution(Answers(PICK, {"pick": value})))


@pytest.mark.parametrize(
    "untidy",
    [
        str.lower,
        lambda code: code.replace("-", ""),
        lambda code: f"  {code}\n",
        lambda code: code.replace("-", " \u2013 "),
        lambda code: code.replace("0", "O").replace("1", "I"),
        lambda code: code.replace("0", "o").replace("1", "l"),
    ],
)
def test_handwriting_is_forgiven(untidy: object) -> None:
    codes = [slip() for _ in range(20)]  # among so many, some have a 0 and a 1
    assert any("0" in code for code in codes)
    assert any("1" in code for code in codes)
    for code in codes:
        assert bytes(decode_slip(untidy(code), PICK, "River ")) == b"\x00"  # type: ignore[operator]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("", "It has 0 characters and should have 10: check it against the slip."),
        ("7", "It has 1 character and should have 10: check it against the slip."),
        ("0000-0000-000", "It has 11 characters and should have 10: check it against the slip."),
        ("0000-0U00-00", "Character 6 is no letter or digit of a share code: check it against the slip."),
        ("0000-0000-0\u0665", "Character 10 is no letter or digit of a share code: check it against the slip."),
        ("0000-0000-00", MISTYPED),
    ],
)
def test_what_is_no_code_is_refused(code: str, message: str) -> None:
    with pytest.raises(SlipError) as caught:
        decode_slip(code, PICK, "river")
    assert str(caught.value) == message


def test_a_slip_of_another_session_is_refused() -> None:
    with pytest.raises(SlipError) as caught:
        decode_slip(slip(session="lake"), PICK, "river")
    assert str(caught.value) == MISTYPED


def test_a_slip_of_another_occasion_is_refused() -> None:
    assessment = before_and_after()
    before = contribution(Answers(assessment, {"calm.before": 2}, "before"))
    code = encode_slip(before, "river")
    assert bytes(decode_slip(code, assessment, "river", "before")) == bytes(before)
    with pytest.raises(SlipError) as caught:
        decode_slip(code, assessment, "river", "after")
    assert str(caught.value) == MISTYPED


def test_a_slip_of_another_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slips, "SLIP_VERSION", 2)
    code = slip()
    monkeypatch.undo()
    with pytest.raises(SlipError) as caught:
        decode_slip(code, PICK, "river")
    assert str(caught.value) == "It was made by another version of the workshop: make it again with this one."


def test_a_slip_that_was_made_under_another_rule_is_refused_with_both_rules() -> None:
    small = encode_slip(contribution(Answers(PICK, {"pick": "a"}), (), "small-circle"), "river")
    assert decode_slip(small, PICK, "river", None, "small-circle").policy == POLICIES["small-circle"]
    words = {name: POLICIES[name].words for name in ("room", "small-circle")}
    for code, made, held in [(small, "small-circle", None), (slip(), "room", "small-circle")]:
        with pytest.raises(SlipError) as caught:
            decode_slip(code, PICK, "river", None, held)
        assert str(caught.value) == (
            f"It was made under another rule: {words[made]}. Here it is: {words[held or 'room']}. Leave it out, or ask "
            "for a new code, made under this rule."
        )
    with pytest.raises(SlipError) as caught:
        decode_slip(small, PICK, "lake")
    assert str(caught.value) == MISTYPED


def test_a_hat_is_read_in_one_go() -> None:
    session = [slip("a"), "", slip("b"), "   ", slip(None)]
    assert [bytes(one) for one in decode_slips(session, PICK, "river")] == [b"\x00", b"\x01", b"\x05"]
    assert len(decode_slips("\n".join(session), PICK, "river")) == 3


def test_every_slip_that_cannot_be_read_is_named_by_its_place() -> None:
    good = slip()
    with pytest.raises(SlipError) as caught:
        decode_slips([good, "ABC", slip("b"), "0000-0000-00", good.lower()], PICK, "river")
    assert str(caught.value) == (
        "Not all slips could be read, so none was added. Mend each of these, or leave it out:\n"
        "slip 2: It has 3 characters and should have 10: check it against the slip.\n"
        f"slip 4: {MISTYPED}\n"
        "slip 5: the same as slip 1. Take one of them out."
    )


def test_a_code_with_places_beyond_the_options_is_refused() -> None:
    beyond = contribution(Answers(PICK, {}))
    beyond._places = bytes([7])
    with pytest.raises(SlipError) as caught:
        decode_slip(encode_slip(beyond, "river"), PICK, "river")
    assert str(caught.value) == "It was mistyped: check it against the slip."


def test_reading_a_code_gives_a_contribution_that_says_nothing() -> None:
    read = decode_slip(slip(), PICK, "river")
    assert isinstance(read, Contribution)
    assert read.variables == variables(PICK)
    assert repr(read) == "<Contribution: private>"
