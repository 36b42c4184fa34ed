"""Page and kernel know the same messages: what ``messages.js`` types on one side is what Python takes and sends."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from workshop_helpers.widgets.console.widget import Console
from workshop_helpers.widgets.joining.widget import JoinForm
from workshop_helpers.widgets.own_workbook.widget import WorkbookForm
from workshop_helpers.widgets.questionnaire.widget import Questionnaire
from workshop_helpers.widgets.remembered.widget import Remembered
from workshop_helpers.widgets.report.widget import ReportForm
from workshop_helpers.widgets.room_picture.widget import RoomPicture
from workshop_helpers.widgets.shared import widget
from workshop_helpers.widgets.shared.widget import MessageWidget
from workshop_helpers.widgets.slips.widget import SlipsForm
from workshop_helpers.widgets.table.widget import TableForm
from workshop_helpers.widgets.trade.widget import TradeForm

FOLDER = Path(widget.__file__).parents[1]
WIDGETS: dict[str, list[type[MessageWidget]]] = {
    "console": [Console],
    "joining": [JoinForm],
    "own_workbook": [WorkbookForm],
    "questions": [Questionnaire, Remembered],
    "report": [ReportForm],
    "room_picture": [RoomPicture],
    "slips": [SlipsForm],
    "table": [TableForm],
    "trade": [TradeForm],
}
TYPES = re.compile(r"@typedef \{((?:[^@]|@(?!typedef))*?)\} (\w+)")


def typed(name: str, type_name: str) -> set[str]:
    """The messages in one of the two types of a widget, with those of the types that it is made of."""
    files = [FOLDER / name / "messages.js", FOLDER / "shared" / "offline.js"]
    types = {found: body for file in files for body, found in TYPES.findall(file.read_text(encoding="utf-8"))}
    messages: set[str] = set()
    waiting = [type_name]
    while waiting:
        body = types[waiting.pop()]
        messages |= set(re.findall(r'\btype: "([a-z-]+)"', body))
        waiting += [other for other in re.findall(r"\b[A-Z]\w+", body) if other in types]
    return messages


def sent(form: type[MessageWidget]) -> set[str]:
    """The messages that a widget sends to its page, as they stand in its module and in those that it builds on."""
    modules = {inspect.getmodule(one) for one in form.__mro__ if one.__module__.startswith("workshop_helpers")}
    sources = [inspect.getsource(module) for module in modules if module]
    return {message for source in sources for message in re.findall(r'"type": "([a-z-]+)"', source)}


def test_every_list_of_messages_is_compared() -> None:
    assert sorted(WIDGETS) == sorted(path.parent.name for path in FOLDER.glob("*/messages.js"))


@pytest.mark.parametrize("name", WIDGETS)
def test_the_kernel_answers_what_the_page_can_say(name: str) -> None:
    assert typed(name, "ToKernel") == {message for form in WIDGETS[name] for message in form.messages}
    assert all(callable(getattr(form, f"on_{message}")) for form in WIDGETS[name] for message in form.messages)


@pytest.mark.parametrize("name", WIDGETS)
def test_the_page_understands_what_the_kernel_can_say(name: str) -> None:
    assert typed(name, "FromKernel") == set().union(*(sent(form) for form in WIDGETS[name]))
