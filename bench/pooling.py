"""What it costs to turn a million people's table into a picture.

Memory is the peak that tracemalloc sees while pooling, the table itself included: numpy and pandas report every
array and hash table to it, and nothing from before the measurement counts, as it would in the process's own peak.
"""

from __future__ import annotations

import tracemalloc

import workshop_helpers as wh
from bench.measuring import Ratio, ratio, seconds
from bench.samples import ITEMS, answers, assessment

PEOPLE = 1_000_000
ROUNDS = 3


def ratios() -> list[Ratio]:
    """Time to pandas' own counting of the same columns, memory to the table's own."""
    frame, asked = answers(PEOPLE), assessment()
    size = int(frame.memory_usage(deep=True).sum())

    def count_plainly() -> None:
        for column in frame.columns:
            frame[column].value_counts(dropna=False)

    time = ratio(
        f"pool_frame of {PEOPLE:,} people and {ITEMS} items, to value_counts",
        lambda: seconds(lambda: wh.pool_frame(frame, asked)),
        lambda: seconds(count_plainly),
        target=2,
        rounds=ROUNDS,
    )
    tracemalloc.start()
    wh.pool_frame(frame, asked)
    _, extra = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return [time, Ratio("its memory, to the table's", (size + extra) / size, 1.5)]
