"""I25 at its root: what a notebook can save of a form, its state and its printed form, holds no answer.

The same in a real JupyterLab, with every file searched, is in ``browser/test_privacy_of_files.py``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import traitlets

from workshop_helpers.forms.questionnaire import Questionnaire
from workshop_helpers.loading import DATA_FOLDER, load_assessment
from workshop_helpers.workbook import Workbook

ONE_OF_EACH = load_assessment(DATA_FOLDER / "assessments" / "_template.toml")
OWN_WORDS = next(question.key for question in ONE_OF_EACH.questions() if question.item.format == "text")
CANARY = "marmalade-otter-seventeen"


class AnswersInTheState(Questionnaire):
    """A bad form: what is answered is a synced trait, as most widgets have it."""

    answers = traitlets.Dict().tag(sync=True)

    def on_answer(self, message: Any) -> None:
        self.answers = {**self.answers, message["key"]: message["value"]}


class AnswersInPrint(Questionnaire):
    """A bad form: printed, it shows its value, as ipywidgets' own do."""

    def on_answer(self, message: Any) -> None:
        self.shown_as = f"<self-assessment {message['value']!r}>"


def attack_i25(form: Questionnaire) -> None:
    """Write the canary into a form and look for it in all that a notebook saves of a widget."""
    form._handle_custom_msg({"type": "answer", "key": OWN_WORDS, "value": CANARY, "number": 1}, [])
    form._handle_custom_msg({"type": "finish"}, [])
    saved = f"{form.get_state()}{form!r}{form._repr_mimebundle_()}"
    assert CANARY not in saved


def test_i25_what_a_notebook_saves_of_a_form_holds_no_answer(tmp_path: Path) -> None:
    workbook = Workbook(tmp_path / "workbook.json")
    attack_i25(Questionnaire(ONE_OF_EACH, workbook))
    assert workbook.get("answers", ONE_OF_EACH.id) == {OWN_WORDS: CANARY}  # it was there to be found


@pytest.mark.parametrize("bad", [AnswersInTheState, AnswersInPrint])
def test_i25_catches_a_form_that_tells(bad: type[Questionnaire], tmp_path: Path) -> None:
    with pytest.raises(AssertionError):
        attack_i25(bad(ONE_OF_EACH, Workbook(tmp_path / "workbook.json")))
