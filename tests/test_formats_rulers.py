"""What a point of a ruler is called, and which values a band holds."""

from __future__ import annotations

import pytest

from workshop_helpers.formats.rulers import Band, Scale, in_bands


def test_a_labelled_point_is_called_by_its_label() -> None:
    scale = Scale(labels=("never", "sometimes", "always"))
    assert [scale.label(value) for value in scale.values] == ["never", "sometimes", "always"]


def test_a_numbered_point_is_called_by_its_number_with_words_at_the_ends() -> None:
    scale = Scale(points=4, first=0, ends=("not at all", "wholly"))
    assert [scale.label(value) for value in scale.values] == ["0 not at all", "1", "2", "3 wholly"]


@pytest.mark.parametrize(
    ("ends", "held"),
    [
        ((), []),
        ((1, 3), [(0, 1), (2, 3)]),
        ((0, 0.5, 3), [(0,), (), (1, 2, 3)]),
        ((2.5, 3), [(0, 1, 2), (3,)]),
    ],
)
def test_a_band_holds_what_lies_above_the_one_before(ends: tuple[float, ...], held: list[tuple[int, ...]]) -> None:
    bands = [Band.model_validate({"label": "x", "up-to": float(end)}) for end in ends]
    assert in_bands(bands, range(4)) == held
