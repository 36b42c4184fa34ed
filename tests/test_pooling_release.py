import csv
import io
import json
from dataclasses import FrozenInstanceError, replace
from typing import Any

import pytest
from attacks import filled, spread
from small_assessments import choice, scales

from workshop_helpers.answers import Answers
from workshop_helpers.content import Assessment
from workshop_helpers.content.loading import load_workshop
from workshop_helpers.errors import ReleaseError
from workshop_helpers.pooling.contribution import contribution
from workshop_helpers.pooling.policy import FEWEST, POLICIES, SMALL_GROUP, Policy
from workshop_helpers.pooling.pool import Pool
from workshop_helpers.pooling.release import LARGEST_GROUP, Release, make_release
from workshop_helpers.pooling.variables import variables

NO_JSON = "This is not a saved picture: it is no JSON. Choose a file that was saved here."
NO_PICTURE = "This is not a saved picture. Choose a file that was saved here."
NEWER = "This picture was saved by a newer version of the workshop. Update the workshop first."
DAMAGED = "This saved picture is damaged: its parts do not fit. Save it again."


def picture() -> Release:
    release: Release = filled(Pool, spread(12)).reveal()
    return release


def test_a_release_holds_bands_and_the_workshops_own_words() -> None:
    table = picture().table("pick")
    assert table.options == ("A", "B", "C", "D", "E", "skipped")
    assert [table.band(i) for i in range(6)] == ["0–4"] * 6
    assert (table.item, table.text, table.side, table.part, table.kind, table.n) == (
        "pick", "How is it?", "", "", "nominal", 12,
    )  # fmt: skip


def test_an_unknown_table_is_told_which_there_are() -> None:
    with pytest.raises(ReleaseError) as caught:
        picture().table("mood")
    assert str(caught.value) == "This picture has no table called 'mood'. It has: 'pick'."


@pytest.mark.parametrize(
    ("people", "policy", "options"),
    [
        (21, "room", ("rarely", "sometimes", "often", "skipped")),
        (22, "room", ("never", "rarely", "sometimes", "often", "always", "skipped")),
        (21, "light", ("never", "rarely", "sometimes", "often", "always", "skipped")),
    ],
)
def test_a_small_group_sees_three_columns_of_a_scale(people: int, policy: str, options: tuple[str, ...]) -> None:
    assessment = scales(1, policy=policy)
    pool = Pool(assessment, seats=people)
    for person in range(people):
        pool.submit(person.to_bytes(16, "big"), contribution(Answers(assessment, {"q1": 1 + person % 5})))
    assert pool.reveal().table("q1").options == options


def test_merged_columns_count_the_people_of_all_their_points() -> None:
    of = variables(scales(1))
    release = make_release("small", "Small", of, {"q1": (3, 5, 0, 1, 2, 1)}, 12, POLICIES["room"])
    table = release.table("q1")
    assert list(zip(table.options, table.low, table.high, strict=True)) == [
        ("rarely", 5, 8), ("sometimes", 0, 4), ("often", 0, 4), ("skipped", 0, 4),
    ]  # fmt: skip


def test_a_frame_has_a_row_for_each_bar() -> None:
    frame = picture().to_frame()
    assert list(frame.columns) == ["variable", "text", "side", "part", "option", "low", "high", "n"]
    assert frame.iloc[0].to_list() == ["pick", "How is it?", "", "", "A", 0, 4, 12]
    assert len(frame) == 6


def test_csv_holds_the_same_rows_as_the_frame() -> None:
    release = picture()
    rows = list(csv.reader(io.StringIO(release.to_csv(), newline="")))
    frame = release.to_frame()
    assert rows == [list(frame.columns), *([str(cell) for cell in row] for row in frame.to_numpy().tolist())]


def test_a_release_is_read_back_as_it_was_written() -> None:
    release = picture()
    again = Release.from_json(release.to_json())
    assert again == release
    assert again.to_json() == release.to_json()


def test_a_release_cannot_be_changed() -> None:
    release = picture()
    with pytest.raises(FrozenInstanceError):
        release.n = 99  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        release.tables[0].low = (0,)  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", NO_JSON),
        ("pick,a,b", NO_JSON),
        ("[" * 100_000, NO_JSON),
        ("1" * 5000, NO_JSON),
        (None, NO_JSON),
        (b"\xff\xfe{", NO_JSON),
        ("[]", NO_PICTURE),
        ("{}", NO_PICTURE),
        ('{"format": "1"}', NO_PICTURE),
        ('{"format": true}', NO_PICTURE),
        ('{"format": 0}', NO_PICTURE),
        ('{"format": 3}', NEWER),
        ('{"format": 2}', DAMAGED),
        ('{"format": 1}', DAMAGED),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_what_is_no_release_is_refused(text: str, message: str) -> None:
    with pytest.raises(ReleaseError) as caught:
        Release.from_json(text)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("n",), 13),
        (("n",), True),
        (("n",), "12"),
        (("title",), None),
        (("source",), "a survey of thousands"),
        (("tables",), []),
        (("tables",), None),
        (("tables",), ["pick"]),
        (("tables", 0), {}),
        (("tables", 0, "n"), 11),
        (("tables", 0, "n"), 12.0),
        (("tables", 0, "kind"), "pie"),
        (("tables", 0, "kind"), ["nominal"]),
        (("tables", 0, "text"), 5),
        (("tables", 0, "options"), "ABCDEF"),
        (("tables", 0, "options"), ["A"]),
        (("tables", 0, "options", 0), None),
        (("tables", 0, "low"), [0] * 5),
        (("tables", 0, "low", 0), -1),
        (("tables", 0, "low", 0), 4),
        (("tables", 0, "low", 0), float("nan")),
        (("tables", 0, "low", 0), False),
        (("tables", 0, "low", 0), "0"),
        (("tables", 0, "high", 0), 13),
        (("tables", 0, "high"), [1] * 6),
        (("tables", 0, "low"), [3] * 6),
        (("policy",), "small-circle"),
        (("policy_words",), "exact counts, from five people"),
        (("tables", 0, "high", 0), 2),
        (("tables", 0, "high", 0), 7),
        (("tables", 0, "high", 0), 12),
        (("title",), "nought\0"),
        (("title",), "\x1b[31mred"),
        (("tables", 0, "text"), "half \ud800"),
        (("tables", 0, "options", 0), "gone\x7f"),
    ],
    ids=ascii,
)
def test_a_release_that_was_tampered_with_is_refused(where: tuple[Any, ...], value: object) -> None:
    data = json.loads(picture().to_json())
    here = data
    for step in where[:-1]:
        here = here[step]
    here[where[-1]] = value
    with pytest.raises(ReleaseError) as caught:
        Release.from_json(json.dumps(data))
    assert str(caught.value) == DAMAGED


OWN = Policy("our-own", 10, 5, "bands of at least five people, from ten people")


def counted(people: int, policy: Policy) -> Release:
    return make_release("s", "S", variables(choice()), {"pick": (people, 0, 0, 0, 0, 0)}, people, policy)


@pytest.mark.parametrize("policy", [*POLICIES.values(), OWN], ids=lambda policy: policy.name)
@pytest.mark.parametrize("more", [0, 1, 2, 3, 40, LARGEST_GROUP - 10])
def test_every_size_of_group_that_a_policy_draws_is_read_back(policy: Policy, more: int) -> None:
    release = counted(policy.smallest_group + more, policy)
    assert Release.from_json(release.to_json()) == release


@pytest.mark.parametrize("people", [LARGEST_GROUP + 1, 10**400], ids=["one too many", "401 digits"])
@pytest.mark.parametrize("policy", [*POLICIES.values(), OWN], ids=lambda policy: policy.name)
def test_a_release_of_more_people_than_a_table_may_have_is_refused(policy: Policy, people: int) -> None:
    release = counted(12, policy)
    tables = (replace(release.tables[0], n=people, low=(0,) * 6, high=(people,) * 6),)
    with pytest.raises(ReleaseError) as caught:
        Release.from_json(replace(release, n=people, tables=tables).to_json())
    assert str(caught.value) == DAMAGED


@pytest.mark.parametrize(
    ("policy", "people"), [*((policy, policy.smallest_group - 1) for policy in POLICIES.values()), (OWN, FEWEST - 1)]
)
def test_a_release_of_fewer_people_than_its_policy_draws_is_refused(policy: Policy, people: int) -> None:
    with pytest.raises(ReleaseError) as caught:
        Release.from_json(counted(people, policy).to_json())
    assert str(caught.value) == DAMAGED


def test_exact_counts_that_are_called_bands_are_refused() -> None:
    exact = counted(12, POLICIES["light"])
    room = POLICIES["room"]
    with pytest.raises(ReleaseError) as caught:
        Release.from_json(replace(exact, policy=room.name, policy_words=room.words).to_json())
    assert str(caught.value) == DAMAGED


@pytest.mark.parametrize(
    "text", ["a no-break\u00a0space", "two\nlines", "a\ttab", "Zoë, 李 and 👩\u200d👧", "a soft\u00adhyphen"], ids=ascii
)
def test_words_that_authors_may_write_are_read_back(text: str) -> None:
    release = replace(picture(), title=text)
    assert Release.from_json(release.to_json()) == release


@pytest.mark.parametrize(
    "assessment",
    [one for one in load_workshop().assessments.values() if one.policy != "private"],
    ids=lambda assessment: assessment.id,
)
@pytest.mark.parametrize("people", [SMALL_GROUP - 1, SMALL_GROUP])
def test_the_words_of_every_assessment_are_read_back(assessment: Assessment, people: int) -> None:
    of = variables(assessment)
    counts = {variable.id: [people] + [0] * (len(variable.options) - 1) for variable in of}
    release = make_release(assessment.id, assessment.title, of, counts, people, POLICIES[assessment.policy])
    assert Release.from_json(release.to_json()) == release


IN_STEPS = [
    ("room", "steps of four people, from eight people", 12, (8, 0, 4, 0, 0, 0), (12, 3, 7, 3, 3, 3)),
    ("small-circle", "steps of three people, for a group of six or seven", 7, (3, 0, 0, 0, 0, 0), (7, 2, 2, 2, 2, 2)),
]


def earlier(policy: str, words: str, people: int, low: tuple[int, ...], high: tuple[int, ...]) -> str:
    """A picture as it was saved before there were bands."""
    release = counted(people, POLICIES[policy])
    table = replace(release.tables[0], low=low, high=high)
    data = json.loads(replace(release, policy_words=words, tables=(table,)).to_json())
    return json.dumps({**data, "format": 1})


@pytest.mark.parametrize(("policy", "words", "people", "low", "high"), IN_STEPS)
def test_a_picture_in_steps_that_was_saved_before_there_were_bands_still_opens_and_can_be_saved_again(
    policy: str, words: str, people: int, low: tuple[int, ...], high: tuple[int, ...]
) -> None:
    release = Release.from_json(earlier(policy, words, people, low, high))
    assert (release.tables[0].low, release.tables[0].high) == (low, high)
    assert release.policy_words == words
    assert Release.from_json(release.to_json()) == release


@pytest.mark.parametrize(
    ("policy", "words", "low", "high"),
    [
        ("room", IN_STEPS[0][1], (9, 0, 3, 0, 0, 0), (9, 0, 3, 0, 0, 0)),
        ("room", IN_STEPS[0][1], (5, 0, 0, 0, 0, 0), (8, 4, 4, 4, 4, 4)),
        ("room", IN_STEPS[1][1], (3, 0, 0, 0, 0, 0), (5, 2, 2, 2, 2, 2)),
        ("room", "steps of one person", (8, 0, 4, 0, 0, 0), (12, 3, 7, 3, 3, 3)),
        ("light", IN_STEPS[0][1], (8, 0, 4, 0, 0, 0), (12, 3, 7, 3, 3, 3)),
    ],
    ids=["exact counts", "bands", "a small circle's", "unknown", "exact counts are due"],
)
def test_a_picture_that_does_not_count_as_its_words_say_is_refused(
    policy: str, words: str, low: tuple[int, ...], high: tuple[int, ...]
) -> None:
    with pytest.raises(ReleaseError) as caught:
        Release.from_json(earlier(policy, words, 12, low, high))
    assert str(caught.value) == DAMAGED


def test_rows_that_were_smuggled_into_a_file_are_left_behind() -> None:
    data = json.loads(picture().to_json())
    data["rows"] = [["a"], ["b"]]
    data["tables"][0]["rows"] = [["a"]]
    assert "rows" not in Release.from_json(json.dumps(data)).to_json()
