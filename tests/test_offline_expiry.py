"""After half an hour something is called once, unless it is stopped before."""

from __future__ import annotations

import pytest
from half_hours import Stopped, half_an_hour_passes, stop_time

from workshop_helpers.offline.expiry import ExpiryTimer


@pytest.fixture
def timers(monkeypatch: pytest.MonkeyPatch) -> list[Stopped]:
    return stop_time(monkeypatch)


def test_half_an_hour_is_half_an_hour_and_does_not_keep_a_kernel_alive(timers: list[Stopped]) -> None:
    called: list[str] = []
    ExpiryTimer(lambda: called.append("now")).start()
    assert timers[0].daemon
    assert half_an_hour_passes() == 30 * 60
    assert (called, timers) == (["now"], [])


def test_half_an_hour_that_a_laptop_slept_through_is_over_within_a_minute(timers: list[Stopped]) -> None:
    called: list[str] = []
    half_hour = ExpiryTimer(lambda: called.append("now"))
    half_hour.start()
    assert timers[0].seconds <= 60
    timers[0].call()
    assert (called, half_hour.over) == ([], False)
    Stopped.slept += 30 * 60
    assert half_hour.over
    timers[0].call()
    assert (called, timers) == (["now"], [])


def test_started_again_it_begins_anew(timers: list[Stopped]) -> None:
    called: list[str] = []
    half_hour = ExpiryTimer(lambda: called.append("now"))
    half_hour.start()
    Stopped.now += 20 * 60
    half_hour.start()
    assert len(timers) == 1
    assert half_an_hour_passes() == 30 * 60
    assert called == ["now"]


def test_stopped_it_calls_nothing(timers: list[Stopped]) -> None:
    called: list[str] = []
    half_hour = ExpiryTimer(lambda: called.append("now"))
    half_hour.stop()
    half_hour.start()
    (late,) = timers
    half_hour.stop()
    assert timers == []
    Stopped.now += 30 * 60
    late.call()  # it was on its way already
    assert (called, timers, half_hour.over) == ([], [], False)


@pytest.mark.usefixtures("for_people", "timers")
def test_what_goes_wrong_at_the_end_is_not_printed(
    capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    ExpiryTimer(lambda: 1 / 0).start()
    half_an_hour_passes()
    assert (capsys.readouterr(), caplog.records) == (("", ""), [])


@pytest.mark.usefixtures("timers")
def test_developers_are_told_what_goes_wrong_at_the_end() -> None:
    ExpiryTimer(lambda: 1 / 0).start()
    with pytest.raises(ZeroDivisionError):
        half_an_hour_passes()
