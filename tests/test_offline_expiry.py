"""After half an hour something is called once, unless it is stopped before."""

from __future__ import annotations

import pytest
from half_hours import Stopped

from workshop_helpers.offline import expiry
from workshop_helpers.offline.expiry import ExpiryTimer


@pytest.fixture
def timers(monkeypatch: pytest.MonkeyPatch) -> list[Stopped]:
    monkeypatch.setattr(expiry, "Timer", Stopped)
    Stopped.running.clear()
    return Stopped.running


def test_half_an_hour_is_half_an_hour_and_does_not_keep_a_kernel_alive(timers: list[Stopped]) -> None:
    called: list[str] = []
    ExpiryTimer(lambda: called.append("now")).start()
    (timer,) = timers
    assert (timer.seconds, timer.daemon) == (30 * 60.0, True)
    timer.then()
    assert called == ["now"]


def test_started_again_it_begins_anew(timers: list[Stopped]) -> None:
    half_hour = ExpiryTimer(lambda: None)
    half_hour.start()
    (first,) = timers
    half_hour.start()
    assert len(timers) == 1
    assert timers[0] is not first


def test_stopped_it_calls_nothing(timers: list[Stopped]) -> None:
    half_hour = ExpiryTimer(lambda: None)
    half_hour.stop()
    half_hour.start()
    half_hour.stop()
    assert timers == []


@pytest.mark.usefixtures("for_people")
def test_what_goes_wrong_at_the_end_is_not_printed(
    timers: list[Stopped], capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    ExpiryTimer(lambda: 1 / 0).start()
    timers[0].then()
    assert (capsys.readouterr(), caplog.records) == (("", ""), [])


def test_developers_are_told_what_goes_wrong_at_the_end(timers: list[Stopped]) -> None:
    ExpiryTimer(lambda: 1 / 0).start()
    with pytest.raises(ZeroDivisionError):
        timers[0].then()
