"""What both ways without a network hand on, where a live room is to have it: contributions, each under a name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from workshop_helpers.pooling.contribution import Contribution


class GatheredRows(NamedTuple):
    """The people of one hat or table, for one pool and under one rule.

    Attributes:
        pool: What they were asked, by its name in the catalogue.
        policy: The rule that their picture is drawn by, by name.
        rows: What each adds, by a name that stands for this row and no other; who has the same slip or the same file
            finds the same names.
    """

    pool: str
    policy: str
    rows: Mapping[bytes, Contribution]
