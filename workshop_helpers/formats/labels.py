"""What may stand for an answer: words that differ from each other, and from a skip."""

from __future__ import annotations

from collections.abc import Iterable

from workshop_helpers.model import wrong

# What every question can be answered with besides, so that no option or label may be called the same.
TAKEN = ("skipped", "does not apply", "does-not-apply")


def check_labels(labels: Iterable[str]) -> None:
    """Refuse labels that could be taken for each other, or for a skip."""
    folded = [label.strip().casefold() for label in labels]
    if len(set(folded)) < len(folded):
        raise wrong("two of them are the same; word each one differently.")
    if not set(folded).isdisjoint(TAKEN):
        raise wrong("'skipped' and 'does not apply' are there without being listed; take them out.")
