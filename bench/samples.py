"""An assessment of 25 items, tables of answers to it, and pictures of groups of any size."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pandas as pd

import workshop_helpers as wh
from workshop_helpers.content import Assessment

ITEMS = 25
_TEXT = """
id = "many"
title = "Many questions"
minutes = 10
policy = "room"
sensitivity = "low"
introduction = "For measuring only."
sources = ["nobody"]
feedback = [{ kind = "note", text = "Thank you." }]
prompts = [{ text = "Why?" }, { text = "Why not?" }]

[scales.how-often]
labels = ["almost never", "rarely", "sometimes", "often", "almost always"]
"""


def assessment(items: int = ITEMS) -> Assessment:
    """An assessment of some scale items, whose columns are not merged in small groups."""
    rows = "".join(
        f'[[items]]\nid = "item-{number}"\ntext = "A sentence of a usual length, number {number} of them all."\n'
        'format = "scale"\nscale = "how-often"\n'
        for number in range(items)
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.toml"
        path.write_text(_TEXT + rows, encoding="utf-8")
        return wh.load_assessment(path)


def answers(people: int, items: int = ITEMS) -> pd.DataFrame:
    """Invented answers, one in twenty skipped."""
    chance = np.random.default_rng(2026)
    points = chance.integers(1, 6, size=(people, items)).astype(float)
    points[chance.random((people, items)) < 0.05] = np.nan
    return pd.DataFrame(points, columns=[f"item-{number}" for number in range(items)])


def release(people: int, items: int) -> wh.Release:
    """The picture of a made-up group."""
    return wh.pool_frame(answers(people, items), assessment(items), made_up=True)
