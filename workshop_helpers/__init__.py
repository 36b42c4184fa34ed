"""Helpers for a workshop on opening up and finding a compromise.

Notebooks call ``begin``, ``assess``, ``discuss``, ``reflect``, ``plan``, ``exercise``, ``report``, ``finish``,
``join``, ``overview``, ``trade``, ``overlap``, ``agenda``, ``facilitate``, ``slips`` and ``table``;
programs use the rest. Each name is loaded on first use, so that importing this package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workshop_helpers.answers import Answers as Answers
    from workshop_helpers.content.loading import load_assessment as load_assessment
    from workshop_helpers.content.loading import load_workshop as load_workshop
    from workshop_helpers.errors import WorkshopError as WorkshopError
    from workshop_helpers.feedback.scores import score as score
    from workshop_helpers.feedback.words import feedback_for as feedback_for
    from workshop_helpers.figures import figure as figure
    from workshop_helpers.formats.base import DOES_NOT_APPLY as DOES_NOT_APPLY
    from workshop_helpers.importing.frames import pool_frame as pool_frame
    from workshop_helpers.notebook import agenda as agenda
    from workshop_helpers.notebook import assess as assess
    from workshop_helpers.notebook import begin as begin
    from workshop_helpers.notebook import discuss as discuss
    from workshop_helpers.notebook import exercise as exercise
    from workshop_helpers.notebook import facilitate as facilitate
    from workshop_helpers.notebook import finish as finish
    from workshop_helpers.notebook import join as join
    from workshop_helpers.notebook import overlap as overlap
    from workshop_helpers.notebook import overview as overview
    from workshop_helpers.notebook import plan as plan
    from workshop_helpers.notebook import reflect as reflect
    from workshop_helpers.notebook import report as report
    from workshop_helpers.notebook import slips as slips
    from workshop_helpers.notebook import table as table
    from workshop_helpers.notebook import trade as trade
    from workshop_helpers.pooling.contribution import Contribution as Contribution
    from workshop_helpers.pooling.contribution import contribution as contribution
    from workshop_helpers.pooling.credential import Credential as Credential
    from workshop_helpers.pooling.policy import Policy as Policy
    from workshop_helpers.pooling.pool import Pool as Pool
    from workshop_helpers.pooling.release import Release as Release
    from workshop_helpers.pooling.slips import decode_slip as decode_slip
    from workshop_helpers.pooling.slips import decode_slips as decode_slips
    from workshop_helpers.pooling.slips import encode_slip as encode_slip
    from workshop_helpers.prompting import prompts as prompts

_HOME = {
    "Answers": "answers",
    "Contribution": "pooling.contribution",
    "Credential": "pooling.credential",
    "DOES_NOT_APPLY": "formats.base",
    "Policy": "pooling.policy",
    "Pool": "pooling.pool",
    "Release": "pooling.release",
    "WorkshopError": "errors",
    "agenda": "notebook",
    "assess": "notebook",
    "begin": "notebook",
    "contribution": "pooling.contribution",
    "decode_slip": "pooling.slips",
    "decode_slips": "pooling.slips",
    "discuss": "notebook",
    "encode_slip": "pooling.slips",
    "exercise": "notebook",
    "facilitate": "notebook",
    "feedback_for": "feedback.words",
    "figure": "figures",
    "finish": "notebook",
    "join": "notebook",
    "load_assessment": "content.loading",
    "load_workshop": "content.loading",
    "overlap": "notebook",
    "overview": "notebook",
    "plan": "notebook",
    "pool_frame": "importing.frames",
    "prompts": "prompting",
    "reflect": "notebook",
    "report": "notebook",
    "score": "feedback.scores",
    "slips": "notebook",
    "table": "notebook",
    "trade": "notebook",
}

__all__ = sorted(_HOME)


if not TYPE_CHECKING:  # with this, a type checker would take any name at all for one of ours

    def __getattr__(name: str) -> Any:
        if name not in _HOME:
            raise AttributeError(f"module 'workshop_helpers' has no attribute '{name}'. It has: {', '.join(__all__)}.")
        return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
