"""Questions for a group that looks at its picture."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import model_validator

from workshop_helpers.model import Model, Text, wrong


class Prompt(Model):
    """A question for the group.

    ``always`` is asked whatever the picture; the others only when they are true of every group that the
    picture could be: ``leader`` when one option certainly has the most people (``{item}`` and ``{option}``
    are filled in), ``two-camps`` when both ends of a scale certainly have more people than its middle
    (``{item}`` is filled in).
    """

    text: Text
    when: Literal["always", "leader", "two-camps"] = "always"

    @model_validator(mode="after")
    def _fills_what_it_can(self) -> Self:
        rest = self.text
        for blank in {"always": (), "leader": ("{item}", "{option}"), "two-camps": ("{item}",)}[self.when]:
            rest = rest.replace(blank, "")
        if "{" in rest or "}" in rest:
            raise wrong(
                'filled in are {item} and {option} when = "leader", and {item} when = "two-camps"; '
                "take other braces out."
            )
        return self
