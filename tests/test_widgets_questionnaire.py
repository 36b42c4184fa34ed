"""The questionnaire's kernel side: it keeps what is answered in the workbook and tells the page what to show."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from listening import said_by

from workshop_helpers.content import Assessment, Side
from workshop_helpers.content.loading import DATA_FOLDER, load_assessment, load_workshop
from workshop_helpers.content.rules.before_and_after import FIRST_TIME
from workshop_helpers.errors import SlipError
from workshop_helpers.feedback.words import NOT_ENOUGH
from workshop_helpers.pooling.contribution import Contribution
from workshop_helpers.pooling.policy import POLICIES
from workshop_helpers.pooling.slips import decode_slip
from workshop_helpers.room.news import News
from workshop_helpers.room.standing import Stand, Standing, Terms
from workshop_helpers.widgets.questionnaire.widget import LABEL, AddControls, Questionnaire
from workshop_helpers.workbook import Workbook

LISTENING = load_workshop().assessment("active-listening")
OPEN = Terms("room", "11111111")
KEYS = [question.key for question in LISTENING.questions()]


class Page:
    """Stands for the browser: sends messages to a form, and keeps what comes back."""

    def __init__(
        self, assessment: Assessment, workbook: Workbook, occasion: str | None = None, room: AddControls | None = None
    ) -> None:
        self.form = Questionnaire(assessment, workbook, occasion, room)
        self.heard = said_by(self.form)

    @property
    def standing(self) -> dict[str, Any]:
        """What was said last about where the person stands."""
        return next(told for told in reversed(self.heard) if told["type"] == "standing")

    def say(self, **message: Any) -> dict[str, Any]:
        self.form._handle_custom_msg(message, [])
        return self.heard[-1]

    def answer_all(self, value: object) -> None:
        for key in KEYS:
            self.say(type="answer", key=key, value=value, number=1)


@pytest.fixture
def workbook(tmp_path: Path) -> Workbook:
    return Workbook(tmp_path / "workbook.json")


@pytest.fixture
def page(workbook: Workbook) -> Page:
    return Page(LISTENING, workbook)


@pytest.fixture
def sensitive(workbook: Workbook) -> Page:
    return Page(LISTENING.model_copy(update={"sensitivity": "high"}), workbook)


def test_it_prints_one_constant_word(page: Page) -> None:
    page.answer_all(5)
    assert repr(page.form) == "<self-assessment>"


def test_its_state_is_the_same_before_and_after_answering(page: Page) -> None:
    before = page.form.get_state()
    page.answer_all(5)
    page.say(type="finish")
    page.say(type="agree", items=[item.id for item in LISTENING.items])
    page.say(type="slip", items=[item.id for item in LISTENING.items], word="harbour", rule="room")
    assert page.form.get_state() == before


def test_an_answer_is_saved_at_once_and_said_to_be(page: Page, workbook: Workbook) -> None:
    reply = page.say(type="answer", key=KEYS[0], value=4, number=7)
    assert reply == {
        "type": "saved",
        "number": 7,
        "words": "Saved on this computer, for you alone.",
        "trouble": None,
    }
    assert workbook.get("answers", LISTENING.id) == {KEYS[0]: 4}


def test_a_form_made_again_gets_the_earlier_answers_back(page: Page, workbook: Workbook) -> None:
    page.say(type="answer", key=KEYS[0], value=4, number=1)
    page.say(type="answer", key=KEYS[1], value={"skip": True}, number=2)
    state = Page(LISTENING, workbook).say(type="ready")
    assert state["drafts"] == {KEYS[0]: 4, KEYS[1]: {"skip": True}}
    assert state["words"] == "Your earlier answers are back."


def test_finishing_gives_feedback_and_a_preview_of_every_item_that_could_be_added(page: Page) -> None:
    page.answer_all(5)
    told = page.say(type="finish")
    assert told["type"] == "feedback"
    assert told["paragraphs"][0].startswith("Today your answers were")
    assert [line["item"] for line in told["preview"]] == [item.id for item in LISTENING.items]
    assert told["preview"][0]["lines"] == ["almost always"]


def test_finishing_with_nothing_answered_is_kind_and_counts_as_skipping(page: Page) -> None:
    told = page.say(type="finish")
    assert told["paragraphs"][0] == (
        "There were not enough answers to say more here. That is fine: skipping is a choice too."
    )
    assert {line for part in told["preview"] for line in part["lines"]} == {"skipped"}


def test_unfinished_points_are_pointed_out_before_there_is_feedback(workbook: Workbook) -> None:
    one_of_each = load_assessment(DATA_FOLDER / "assessments" / "_template.toml")
    page = Page(one_of_each, workbook)
    points = next(q for q in one_of_each.questions() if q.item.format == "points")
    page.say(type="answer", key=points.key, value={next(iter(points.options)): 1}, number=1)
    reply = page.say(type="finish")
    assert reply["type"] == "unfinished"
    assert list(reply["problems"]) == [points.key]


def test_adding_nothing_is_answered_kindly_and_offers_no_code(page: Page) -> None:
    page.answer_all(5)
    page.say(type="finish")
    assert page.say(type="agree", items=None) == {
        "type": "agreed",
        "paragraphs": ["Nothing is added now. That is a good choice too."],
        "slip": None,
        "hide": False,
    }


def test_a_code_holds_exactly_what_was_ticked(page: Page) -> None:
    page.answer_all(5)
    page.say(type="finish")
    ticked = [item.id for item in LISTENING.items][2:]
    code = page.say(type="slip", items=ticked, word="Harbour", rule="room")["code"]
    options = [line.option for line in decode_slip(code, LISTENING, "harbour").preview()]
    assert options == ["skipped", "skipped", *["almost always"] * 6]


@pytest.mark.parametrize("change", ["another tab", "forget", "no finish"])
def test_no_code_is_made_for_answers_that_were_not_shown(page: Page, workbook: Workbook, change: str) -> None:
    page.answer_all(5)
    if change != "no finish":
        page.say(type="finish")
    if change == "another tab":
        workbook.put("answers", LISTENING.id, KEYS[0], 1)
    elif change == "forget":
        workbook.forget()
    assert page.say(type="slip", items=[item.id for item in LISTENING.items], word="harbour", rule="room") == {
        "type": "slip",
        "code": None,
        "problem": "Your answers have changed. Press Finish again first.",
    }


def test_what_was_answered_on_the_other_occasion_is_not_said_to_be_back(workbook: Workbook) -> None:
    sides = (Side(id="before", title="Before"), Side(id="after", title="After"))
    twice = LISTENING.model_copy(update={"occasions": sides})
    workbook.put("answers", LISTENING.id, f"{KEYS[0]}.before", 4)
    heard: list[dict[str, Any]] = []
    for occasion in ("before", "after"):
        asked = Questionnaire(twice, workbook, occasion)
        said = said_by(asked)
        asked._handle_custom_msg({"type": "ready"}, [])
        heard += said
    assert [message["words"] for message in heard if message["type"] == "state"] == [
        "Your earlier answers are back.",
        "",
    ]


def test_feedback_compares_two_occasions_once_both_were_asked(workbook: Workbook) -> None:
    start = load_workshop().assessment("starting-point")
    pages = {occasion: Page(start, workbook, occasion) for occasion in ("before", "after")}

    def answered(occasion: str, value: int) -> str:
        for question in start.questions(occasion):
            pages[occasion].say(type="answer", key=question.key, value=value, number=1)
        paragraph: str = pages[occasion].say(type="finish")["paragraphs"][0]
        return paragraph

    assert answered("before", 4) == FIRST_TIME
    assert answered("after", 6).startswith("Since the first time, your answers are higher on 6 questions. ")
    assert answered("before", 5) == FIRST_TIME  # about what was just answered, and not about the other time


def test_a_second_occasion_without_the_first_has_nothing_to_be_compared_with(workbook: Workbook) -> None:
    start = load_workshop().assessment("starting-point")
    page = Page(start, workbook, "after")
    for question in start.questions("after"):
        page.say(type="answer", key=question.key, value=3, number=1)
    assert page.say(type="finish")["paragraphs"][0] == NOT_ENOUGH


def test_a_code_needs_the_word_of_the_hat(page: Page) -> None:
    assert page.say(type="slip", items=[], word="  ") == {
        "type": "slip",
        "code": None,
        "problem": "Type the word first; the facilitator knows it.",
    }


def test_private_self_assessments_offer_nothing_to_add(workbook: Workbook) -> None:
    page = Page(LISTENING.model_copy(update={"policy": "private"}), workbook)
    told = page.say(type="finish")
    assert told["preview"] == []
    assert told["nothing"] == ""  # it was said before the first question, and once is enough


def test_sensitive_answers_stay_in_memory_until_the_person_ticks_keep(sensitive: Page, workbook: Workbook) -> None:
    sensitive.say(type="answer", key=KEYS[0], value=2, number=1)
    assert sensitive.heard[-1]["words"] == "Kept until this page is shut down."
    assert workbook.get("answers", LISTENING.id) == {KEYS[0]: 2}
    assert Workbook(workbook.path).get("answers", LISTENING.id) == {}

    kept = sensitive.say(type="keep", on=True, number=2)
    saved = "Saved on this computer, for you alone."
    assert kept == {"type": "kept", "number": 2, "on": True, "words": saved, "trouble": None}
    assert Workbook(workbook.path).get("answers", LISTENING.id) == {KEYS[0]: 2}

    kept = sensitive.say(type="keep", on=False, number=3)
    in_memory = "Kept until this page is shut down."
    assert kept == {"type": "kept", "number": 3, "on": False, "words": in_memory, "trouble": None}
    assert Workbook(workbook.path).get("answers", LISTENING.id) == {}
    assert workbook.get("answers", LISTENING.id) == {KEYS[0]: 2}


def opened_again(workbook: Workbook, assessment: Assessment = LISTENING) -> list[dict[str, Any]]:
    """What a page is told that is made anew, perhaps on a new kernel."""
    page = Page(assessment, workbook)
    page.say(type="ready")
    return [told for told in page.heard if told["type"] != "standing"]


def test_feedback_is_given_again_when_the_page_is_made_anew(page: Page, workbook: Workbook) -> None:
    page.answer_all(4)
    assert [told["type"] for told in opened_again(workbook)] == ["state"]  # nothing that was not seen before
    given = page.say(type="finish")
    state, again = opened_again(Workbook(workbook.path))
    assert state["type"] == "state"
    assert again == {**given, "again": True}


def test_what_could_be_added_can_be_added_from_feedback_that_was_given_again(page: Page, workbook: Workbook) -> None:
    page.answer_all(4)
    page.say(type="finish")
    anew = Page(LISTENING, Workbook(workbook.path))
    anew.say(type="ready")
    reply = anew.say(type="slip", items=[item.id for item in LISTENING.items], word="harbour", rule="room")
    assert reply["type"] == "slip"
    assert reply["code"] is not None


@pytest.mark.parametrize("value", [3, None, {"skip": True}])
def test_feedback_on_other_answers_is_not_given_again(page: Page, workbook: Workbook, value: object) -> None:
    page.answer_all(4)
    page.say(type="finish")
    page.say(type="answer", key=KEYS[0], value=4, number=9)  # the same answer, sent once more
    assert [told["type"] for told in opened_again(workbook)] == ["state", "feedback"]
    page.say(type="answer", key=KEYS[0], value=value, number=10)
    assert [told["type"] for told in opened_again(workbook)] == ["state"]
    page.say(type="answer", key=KEYS[0], value=4, number=11)  # nobody has asked what this comes to
    assert [told["type"] for told in opened_again(workbook)] == ["state"]


def test_feedback_on_sensitive_answers_is_given_again_as_long_as_they_are_there(
    sensitive: Page, workbook: Workbook
) -> None:
    assessment = LISTENING.model_copy(update={"sensitivity": "high"})
    sensitive.answer_all(2)
    sensitive.say(type="finish")
    assert [told["type"] for told in opened_again(workbook, assessment)] == ["state", "feedback"]
    assert [told["type"] for told in opened_again(Workbook(workbook.path), assessment)] == ["state"]
    assert Workbook(workbook.path).get("told", LISTENING.id) == {}
    sensitive.say(type="keep", on=True, number=1)
    assert [told["type"] for told in opened_again(Workbook(workbook.path), assessment)] == ["state", "feedback"]
    sensitive.say(type="keep", on=False, number=2)
    assert Workbook(workbook.path).get("told", LISTENING.id) == {}


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"type": None},
        {"type": "reveal"},
        {"type": "answer"},
        {"type": "answer", "key": "nobody-knows", "value": 1},
        {"type": "answer", "key": ["reply"], "value": 1},
        {"type": "__init__"},
        {"type": "msg"},
        {"type": ["answer"]},
        {"type": "agree", "items": "all"},
        {"type": "slip", "items": 3, "word": None},
        {"type": "slip", "items": [["x"]], "word": "harbour"},
    ],
)
def test_strange_messages_change_nothing_and_raise_nothing(
    page: Page, workbook: Workbook, message: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    page.form._handle_custom_msg(message, [])
    assert {"type": "failed"} not in page.heard
    assert caplog.records == []  # where ipywidgets puts what a handler raises
    assert workbook.get("answers", LISTENING.id) == {}


@pytest.mark.usefixtures("for_people")
def test_a_mistake_of_ours_reaches_the_page_as_a_word_and_no_log_at_all(
    page: Page, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(message: dict[str, Any]) -> None:
        raise RuntimeError(f"this holds {message['value']}")

    monkeypatch.setattr(page.form, "on_answer", broken)
    assert page.say(type="answer", key=KEYS[0], value="canary", number=1) == {"type": "failed"}
    assert "canary" not in caplog.text + "".join(capsys.readouterr())


def test_trouble_with_the_file_is_said_on_the_page(page: Page, workbook: Workbook) -> None:
    workbook.path.write_text('{"recipes": []}')
    reply = page.say(type="answer", key=KEYS[0], value=4, number=1)
    assert reply["trouble"] == workbook.trouble
    assert reply["trouble"].startswith("A file that is not a workbook lies in its place")


@pytest.mark.parametrize(
    ("policy", "rule"),
    [
        ("private", "These answers are private. There is no picture of them, and nothing to add to one."),
        (
            "room",
            "Nobody sees your answers. At the end you choose what, if anything, is counted in a group's picture: "
            "bands of at least four people, from eight people.",
        ),
        (
            "light",
            "Nobody sees your answers. At the end you choose what, if anything, is counted in a group's picture: "
            "exact counts, from five people.",
        ),
    ],
)
def test_the_rule_for_the_answers_is_said_before_the_first_question(workbook: Workbook, policy: str, rule: str) -> None:
    page = Page(LISTENING.model_copy(update={"policy": policy}), workbook)
    assert page.form.spec["rule"] == rule


def test_every_self_assessment_bears_the_label(page: Page) -> None:
    assert page.form.spec["label"] == LABEL


class FakeRoom:
    """Takes what it is given, or refuses it."""

    def __init__(self, *, joined: bool = True, refuses: bool = False, terms: Terms = OPEN) -> None:
        self.joined = joined
        self.refuses = refuses
        self.terms: Terms | None = terms
        self.held: Contribution | None = None
        self.kind: Stand | None = None
        self.agreed: list[tuple[str, str | None]] = []
        self.hear: Callable[[News[Any]], object] = lambda _news: None

    def standing(self, about: Assessment, occasion: str | None) -> Standing:
        if not self.joined:
            return Standing(Stand.OUTSIDE)
        kind = self.kind or (Stand.COUNTED if self.held else Stand.NOTHING)
        return Standing(
            kind, self.terms, can_add_again=kind is Stand.RESTARTED, can_take_back=kind is Stand.COUNTED,
            mine=kind is Stand.COUNTED, refused="All 12 seats are taken." if self.refuses else "",
        )  # fmt: skip

    def add(self, given: Contribution, occasion: str | None, number: str | None, *, keep: bool) -> None:
        assert given.policy is not None
        self.agreed.append((given.policy.name, number))
        self.held = None if self.refuses else given

    def add_again(self, about: Assessment, occasion: str | None, policy: str, number: str | None) -> None:
        self.agreed.append((policy, number))
        self.kind = Stand.COUNTED

    def take_back(self, about: Assessment, occasion: str | None) -> None:
        self.held, self.kind = None, Stand.TAKEN_BACK

    def watch(self, hear: Callable[[News[Any]], object]) -> None:
        self.hear = hear

    def unwatch(self, hear: Callable[..., object]) -> None:
        if self.hear == hear:
            self.hear = lambda _news: None


ITEMS = [item.id for item in LISTENING.items]
ADD = {"type": "agree", "items": ITEMS, "rule": str(OPEN)}
IN_IT = "Your answers are in the room. Until the reveal you can change them or take them back."


def in_room(workbook: Workbook, room: FakeRoom, value: object = 5) -> Page:
    """Somebody who has answered and finished."""
    page = Page(LISTENING, workbook, room=room)
    page.answer_all(value)
    page.say(type="finish")
    return page


@pytest.mark.parametrize("value", [5, {"skip": True}], ids=["answered", "skipped"])
def test_whoever_adds_has_their_answers_put_out_of_sight_and_skipping_looks_the_same(
    workbook: Workbook, value: object
) -> None:
    page = in_room(workbook, FakeRoom(), value)
    assert page.say(**ADD) == {"type": "agreed", "paragraphs": [], "slip": None, "hide": True}
    assert page.standing["paragraphs"] == [IN_IT]
    assert page.standing["back"] is True


def test_adding_nothing_in_a_room_looks_the_same_to_a_neighbour(workbook: Workbook) -> None:
    page = in_room(workbook, FakeRoom())
    reply = page.say(type="agree", items=None)
    assert (reply["paragraphs"], reply["hide"]) == (["Nothing is added now. That is a good choice too."], True)
    assert (page.standing["paragraphs"], page.standing["back"]) == ([], False)


def test_whoever_adds_nothing_can_be_counted_with_everything_skipped(workbook: Workbook) -> None:
    room = FakeRoom()
    page = in_room(workbook, room)
    page.say(type="agree", items=[], rule=str(OPEN))
    assert room.held is not None
    skips = bytes(len(variable.options) - 1 for variable in room.held.variables)
    assert bytes(room.held) == skips  # to the byte what whoever skipped every question adds
    assert page.standing["paragraphs"] == [IN_IT]


def test_what_the_room_refuses_cannot_be_taken_back_and_stays_in_sight(workbook: Workbook) -> None:
    page = in_room(workbook, FakeRoom(refuses=True))
    assert page.say(**ADD)["hide"] is False
    assert page.standing["paragraphs"] == ["The room did not take your last change. It said: “All 12 seats are taken.”"]
    assert page.standing["back"] is False


def test_a_form_that_was_open_before_somebody_joined_adds_to_the_room(workbook: Workbook) -> None:
    room = FakeRoom(joined=False)
    page = in_room(workbook, room)
    assert page.say(**ADD)["slip"]
    room.joined = True
    room.hear(News("a room"))
    assert page.say(**ADD)["slip"] is None
    assert page.standing["paragraphs"] == [IN_IT]


def test_whoever_has_added_is_told_so_before_they_add_again_and_on_a_page_that_opens(workbook: Workbook) -> None:
    room = FakeRoom()
    page = in_room(workbook, room)
    page.say(**ADD)
    opened = Page(LISTENING, workbook, room=room)
    opened.say(type="ready")
    assert next(told for told in opened.heard if told["type"] == "state")["hide"] is True
    assert opened.standing["paragraphs"] == [IN_IT]
    page.say(type="finish")
    assert page.standing["offer"].endswith("You have added to this picture before: adding again takes its place.")
    assert page.say(type="back")["hide"] is True
    assert page.standing["paragraphs"] == [
        "They are taken back, as if they had never been there. Until the reveal you can add them again."
    ]


# --- I30: the rule that a person agrees to is the one that the page showed them ----------------------------


def test_i30_the_page_shows_the_rule_of_the_rooms_opening_before_anybody_agrees(workbook: Workbook) -> None:
    room = FakeRoom(terms=Terms("small-circle", "22222222"))
    page = in_room(workbook, room)
    small, usual = (POLICIES[name].words for name in ("small-circle", "room"))
    assert page.standing["offer"] == (
        "This, and nothing else, would be counted, mixed with everyone else's answers. Bars are drawn once, in "
        f"{small}. This is your room's rule."
    )
    assert page.standing["above"].endswith(f": {small}. This is your room's rule.")
    room.terms = Terms("room")
    room.hear(News("a room"))
    assert page.standing["offer"].endswith(
        f"in {usual}. The room has not opened this yet. If it opens under another rule, you are asked again."
    )
    assert page.standing["rule"] == "room"


def test_i30_what_is_agreed_to_is_what_the_page_showed_when_the_button_was_pressed(workbook: Workbook) -> None:
    room = FakeRoom()
    page = in_room(workbook, room)
    room.terms = Terms("small-circle", "22222222")  # the press was on its way already
    page.say(**ADD)
    assert room.agreed == [("room", OPEN.number)]
    page.say(**{**ADD, "rule": "small-circle 22222222"})
    assert room.agreed[1:] == [("small-circle", "22222222")]


@pytest.mark.parametrize("rule", ["", "none", "private 1", None, 7, ["room"]])
def test_i30_nothing_is_added_under_a_rule_that_nobody_showed(workbook: Workbook, rule: object) -> None:
    room = FakeRoom()
    page = in_room(workbook, room)
    for message in ({**ADD, "rule": rule}, {"type": "again", "rule": rule}):
        reply = page.say(**message)
        assert reply["paragraphs"] == ["It is not known which rule you saw. Nothing was sent. Press Finish again."]
    assert room.agreed == []


def test_one_press_adds_again_what_a_restarted_room_has_lost(workbook: Workbook) -> None:
    room = FakeRoom()
    page = in_room(workbook, room)
    page.say(**ADD)
    room.kind, room.terms = Stand.RESTARTED, Terms("room", "33333333")
    room.hear(News("a room"))
    assert page.heard[-1] == page.standing
    assert (page.standing["again"], page.standing["back"]) == (True, False)
    assert page.standing["paragraphs"][-1] == "Add your answers again?"
    assert page.say(type="again", rule=page.standing["rule"])["hide"] is True
    assert room.agreed == [("room", OPEN.number), ("room", "33333333")]
    assert page.standing["paragraphs"] == [IN_IT]


def test_a_rule_that_has_changed_leaves_what_could_be_added_in_sight(workbook: Workbook) -> None:
    room = FakeRoom()
    page = in_room(workbook, room)
    room.kind = Stand.OTHER_RULE
    assert page.say(**ADD)["hide"] is False


def test_after_the_reveal_there_is_nothing_to_press(workbook: Workbook) -> None:
    room = FakeRoom()
    page = in_room(workbook, room)
    assert page.standing["closed"] is False
    room.kind, room.terms = Stand.REVEALED_WITHOUT, None
    room.hear(News("a room"))
    assert (page.standing["closed"], page.standing["rule"]) == (True, "")
    assert page.standing["offer"] == "Nothing can be added to the room's picture just now."


def test_what_has_not_changed_is_not_said_again(workbook: Workbook) -> None:
    room = FakeRoom()
    page = in_room(workbook, room)
    heard = len(page.heard)
    room.hear(News("a room"))
    assert len(page.heard) == heard


def test_a_form_that_is_closed_hears_nothing_more(workbook: Workbook) -> None:
    room = FakeRoom()
    page = in_room(workbook, room)
    page.say(**ADD)
    heard = len(page.heard)
    page.form.close()
    room.kind = Stand.RESTARTED
    room.hear(News("a room"))
    assert len(page.heard) == heard


def test_i30_the_rule_of_a_slip_is_chosen_before_it_is_made_and_holds_for_it_alone(workbook: Workbook) -> None:
    page = in_room(workbook, FakeRoom(joined=False))
    rules = page.say(type="agree", items=ITEMS)["slip"]
    assert rules == [{"rule": name, "words": POLICIES[name].words} for name in ("room", "small-circle")]
    code = page.say(type="slip", items=ITEMS, word="harbour", rule="small-circle")["code"]
    assert decode_slip(code, LISTENING, "harbour", None, "small-circle").policy == POLICIES["small-circle"]
    with pytest.raises(SlipError):
        decode_slip(code, LISTENING, "harbour")
    for rule in ("light", "private", "room 12345678", "", None):
        assert page.say(type="slip", items=ITEMS, word="harbour", rule=rule)["code"] is None


def test_who_is_asked_exactly_is_offered_no_small_circle(workbook: Workbook) -> None:
    page = Page(LISTENING.model_copy(update={"policy": "light"}), workbook)
    assert page.say(type="agree", items=[])["slip"] == [{"rule": "light", "words": POLICIES["light"].words}]


def test_private_is_said_once(workbook: Workbook) -> None:
    ledger = load_workshop().assessment("ledger")
    assert [question for question in Page(ledger, workbook).form.spec["questions"] if question["private"]] == []
