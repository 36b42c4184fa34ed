"""What some scale items have in common, and how it is spoken of."""

from __future__ import annotations

from workshop_helpers.model import Id, Model, Text


class Subscale(Model):
    """Some scale items that speak to one idea; ``serves``, ``costs`` and ``experiment`` word the feedback."""

    id: Id
    title: Text
    serves: Text
    costs: Text
    experiment: Text
