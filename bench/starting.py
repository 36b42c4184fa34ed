"""What it costs to start: importing the package, and showing the first self-assessment."""

from __future__ import annotations

from bench.measuring import Ratio, ratio, seconds_fresh

ROUNDS = 7


def ratios() -> list[Ratio]:
    """Each statement in fresh interpreters, in turn with the imports that it is compared with."""
    return [
        ratio(
            "import workshop_helpers, to importing pandas, pyplot and ipywidgets",
            lambda: seconds_fresh("import workshop_helpers"),
            lambda: seconds_fresh("import pandas, matplotlib.pyplot, ipywidgets"),
            target=1 / 3,
            rounds=ROUNDS,
        ),
        ratio(
            "the first assess(), to importing ipywidgets, anywidget and pydantic",
            lambda: seconds_fresh("import workshop_helpers as wh; wh.assess('active-listening')"),
            lambda: seconds_fresh("import ipywidgets, anywidget, pydantic"),
            target=2,
            rounds=ROUNDS,
        ),
    ]
