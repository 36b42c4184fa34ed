"""A picture inside a notebook is small, sharp, and the same whenever it is drawn."""

from __future__ import annotations

import io

from PIL import Image

import workshop_helpers as wh
from workshop_helpers.figures.image import SHARPNESS, png
from workshop_helpers.made_up import read_made_up


def test_the_same_picture_gives_the_same_few_bytes_without_a_time_or_a_program_in_them() -> None:
    asked = wh.load_workshop().assessment("honest-conversations")
    release = wh.pool_frame(read_made_up(asked), asked, made_up=True)
    first, again = (png(wh.figure(release)) for _ in range(2))
    assert first == again
    assert len(first) < 100_000
    picture = Image.open(io.BytesIO(first))
    assert picture.info.keys() <= {"dpi", "transparency"}
    figure = wh.figure(release)
    assert picture.width == round(figure.get_figwidth() * figure.dpi * SHARPNESS)
