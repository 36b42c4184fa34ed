"""Measuring two things side by side."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True)
class Ratio:
    """How many times the other side's cost something takes, and how many it should take at most."""

    what: str
    measured: float
    target: float

    @property
    def verdict(self) -> str:
        """``ok`` or ``over``."""
        return "ok" if self.measured <= self.target else "over"


def ratio(what: str, ours: Callable[[], float], theirs: Callable[[], float], target: float, rounds: int) -> Ratio:
    """Measure both sides in turn, ``rounds`` times, and compare the medians."""
    pairs = [(ours(), theirs()) for _ in range(rounds)]
    one, other = (median(side) for side in zip(*pairs, strict=True))
    return Ratio(what, one / other, target)


def seconds(call: Callable[[], object]) -> float:
    """How long one call takes here, the rubbish of earlier ones cleared away."""
    gc.collect()
    start = perf_counter()
    call()
    return perf_counter() - start


def seconds_fresh(statements: str) -> float:
    """How long some statements take in a fresh interpreter, its own start not counted.

    Python keeps what it has compiled of ours, as it has of the libraries: only the first start of all compiles it.
    """
    program = f"from time import perf_counter as now; start = now()\n{statements}\nprint(now() - start)"
    with tempfile.TemporaryDirectory() as home:
        run = subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "WORKSHOP_HOME": home, "PYTHONDONTWRITEBYTECODE": ""},
            capture_output=True,
            text=True,
            check=True,
        )
    return float(run.stdout.splitlines()[-1])
