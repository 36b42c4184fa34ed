"""A paper hat that is typed in: each slip counts once, none can be read again, and all are forgotten in time."""

from __future__ import annotations

from typing import Any

import pytest
from half_hours import Stopped, half_an_hour_passes, stop_time
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop_helpers.content.loading import load_workshop
from workshop_helpers.errors import PoolClosed, RoomError, SlipError, TooFewPeople
from workshop_helpers.made_up import invented_person
from workshop_helpers.offline.slips import SlipsCount, SlipsSession
from workshop_helpers.pooling.catalogue import Catalogue
from workshop_helpers.pooling.contribution import contribution
from workshop_helpers.pooling.pool import Pool
from workshop_helpers.pooling.release import Release
from workshop_helpers.pooling.slips import decode_slip, encode_slip

WORKSHOP = load_workshop()
LISTENING = WORKSHOP.assessment("active-listening")
MENU = Catalogue(WORKSHOP)
PEOPLE = [contribution(invented_person(f"person-{number}", LISTENING)) for number in range(12)]
SLIPS = [encode_slip(person, "Willow") for person in PEOPLE]
SMALL_SLIPS = [
    encode_slip(contribution(invented_person(f"person-{number}", LISTENING), (), "small-circle"), "Willow")
    for number in range(8)
]
GONE = "Half an hour is over, or the slips were forgotten. Begin again, and type all slips once more."


@pytest.fixture(autouse=True)
def timers(monkeypatch: pytest.MonkeyPatch) -> list[Stopped]:
    return stop_time(monkeypatch)


def begun(small: bool = False) -> SlipsSession:
    session = SlipsSession(MENU)
    session.begin(LISTENING.id, "willow", small)
    return session


def filled(number: int = 9) -> SlipsSession:
    session = begun()
    for code in SLIPS[:number]:
        session.add(code)
    return session


def test_slips_give_the_picture_that_a_pool_gives_and_are_gone() -> None:
    pool = Pool(LISTENING, seats=9)
    for number, person in enumerate(PEOPLE[:9]):
        pool.submit(number.to_bytes(16, "big"), person)
    session = filled(9)
    assert session.reveal().to_json() == pool.reveal().to_json()
    with pytest.raises(PoolClosed) as caught:
        session.reveal()
    assert str(caught.value) == GONE


def test_once_a_picture_was_drawn_no_slip_is_added_even_if_it_could_not_be_shown() -> None:
    session = filled(9)

    def broken(_release: Release) -> None:
        raise MemoryError

    with pytest.raises(MemoryError):
        session.reveal(broken)
    with pytest.raises(PoolClosed) as caught:
        session.add(SLIPS[9])
    assert str(caught.value) == "The picture has been revealed. Nothing is added, changed or taken back any more."
    shown: list[Release] = []
    assert session.reveal(shown.append).n == shown[0].n == 9


def test_each_slip_is_counted_as_it_comes() -> None:
    session = SlipsSession(MENU)
    assert session.begin(LISTENING.id, "willow") == SlipsCount(0, 8)
    assert [session.add(code) for code in SLIPS[:3]] == [SlipsCount(1, 8), SlipsCount(2, 8), SlipsCount(3, 8)]


@pytest.mark.parametrize(
    "again",
    [str, str.lower, lambda code: code.replace("-", " "), lambda code: code.replace("0", "O").replace("1", "l")],
)
def test_the_same_slip_is_refused_in_every_spelling(again: Any) -> None:
    session = filled(2)
    for code in SLIPS[:2]:
        with pytest.raises(SlipError) as caught:
            session.add(again(code))
        assert str(caught.value) == "This slip is in the hat already. Put it aside, and take the next one."
    assert session.add(SLIPS[2]) == SlipsCount(3, 8)


@pytest.mark.parametrize(
    "code",
    ["", "ABC", SLIPS[3][:-1] + "!", encode_slip(PEOPLE[3], "oak")],
    ids=["nothing", "too short", "a strange character", "another day's word"],
)
def test_a_slip_that_cannot_be_read_changes_nothing_and_is_not_repeated(code: str) -> None:
    session = filled(2)
    with pytest.raises(SlipError) as caught:
        session.add(code)
    assert not code or code not in str(caught.value)
    assert session.add(SLIPS[2]) == SlipsCount(3, 8)


def test_too_few_slips_are_said_and_kept() -> None:
    session = filled(7)
    with pytest.raises(TooFewPeople):
        session.reveal()
    assert session.add(SLIPS[7]) == SlipsCount(8, 8)


def test_a_small_circle_is_six_or_seven() -> None:
    session = begun(small=True)
    for code in SMALL_SLIPS[:7]:
        found = session.add(code)
    assert found == SlipsCount(7, 6)
    with pytest.raises(SlipError) as caught:
        session.add(SMALL_SLIPS[7])
    assert str(caught.value) == (
        "There are 7 slips already. If your group is larger than that, begin again without the small circle."
    )
    assert session.reveal().policy == "small-circle"


def test_a_small_circle_is_for_what_asks_for_a_room() -> None:
    light = next(about for about in WORKSHOP.assessments.values() if about.policy == "light" and about.id in MENU)
    assert SlipsSession(MENU).begin(light.id, "willow", small=True) == SlipsCount(0, 5)


def test_what_cannot_be_begun_is_refused() -> None:
    with pytest.raises(RoomError):
        SlipsSession(MENU).begin("ledger", "willow")
    with pytest.raises(SlipError) as caught:
        SlipsSession(MENU).begin(LISTENING.id, "  ")
    assert str(caught.value) == "Type the word of the day first: the one that people made their codes with."


@pytest.mark.parametrize("end", ["forget", "begin", "timer", "clock"])
def test_every_end_forgets_all_slips(end: str, timers: list[Stopped]) -> None:
    session = begun()
    told: list[str] = []
    session.gone = lambda: told.append("gone")
    for code in SLIPS[:8]:
        session.add(code)
    pool = session._pool
    assert pool is not None
    if end == "forget":
        session.forget()
    elif end == "begin":
        assert session.begin(LISTENING.id, "willow") == SlipsCount(0, 8)
    elif end == "timer":
        half_an_hour_passes()
    else:
        Stopped.slept += 30 * 60 + 1
        with pytest.raises(PoolClosed):
            session.add(SLIPS[8])
    assert pool.progress.state == "discarded"
    assert pool._rows.contributions() == []
    assert told == (["gone"] if end == "timer" else [])
    assert len(timers) == (1 if end == "begin" else 0)


def test_without_a_beginning_there_is_nothing_to_add_to() -> None:
    with pytest.raises(PoolClosed) as caught:
        SlipsSession(MENU).add(SLIPS[0])
    assert str(caught.value) == GONE


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(SLIPS), max_size=24))
def test_as_many_count_as_there_are_different_slips(codes: list[str]) -> None:
    session = begun()
    for code in codes:
        try:
            session.add(code)
        except SlipError:
            continue
    assert session._slips().number == len(set(codes))


def test_a_hat_says_nothing_about_what_is_in_it() -> None:
    session = filled(3)
    assert repr(session) == "<SlipsSession: private>"


class CountsEachTime(SlipsSession):
    """A bad hat: a slip that is typed twice counts twice."""

    def add(self, code: str) -> SlipsCount:
        assert self._pool is not None
        pool, (about, occasion) = self._open()
        pool.submit(str(pool.progress.answered).zfill(16).encode(), decode_slip(code, about, "willow", occasion))
        return self._slips()


def test_counting_bites() -> None:
    session = CountsEachTime(MENU)
    session.begin(LISTENING.id, "willow")
    session.add(SLIPS[0])
    assert session.add(SLIPS[0]) == SlipsCount(2, 8)  # which is what the tests above would catch
