"""The calls that notebooks make: one or two words a cell. The only module that joins the parts.

What few pages show is imported where it is shown, so that the first call on a page costs what that page needs.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, ParamSpec

from workshop_helpers.content import Assessment, Section, Workshop
from workshop_helpers.content.loading import own_workshop
from workshop_helpers.displays import Replaceable, Shown, on_close, running, show
from workshop_helpers.errors import WorkshopError
from workshop_helpers.formats.points import with_points
from workshop_helpers.headers import footer, header
from workshop_helpers.pooling.pool import pool_name
from workshop_helpers.room.client.membership import own_membership
from workshop_helpers.templating import render
from workshop_helpers.widgets.joining.widget import JoinForm
from workshop_helpers.widgets.own_workbook.widget import WorkbookForm
from workshop_helpers.widgets.progress.widget import Overview, ProgressMap
from workshop_helpers.widgets.questionnaire.widget import Questionnaire
from workshop_helpers.widgets.quick_exit.widget import QuickExit
from workshop_helpers.widgets.remembered.widget import done_mark, joining, journal, own_plan
from workshop_helpers.widgets.timer.widget import Timer
from workshop_helpers.workbook import own_workbook

if TYPE_CHECKING:
    from workshop_helpers.room.client.participant import JoinedPool
    from workshop_helpers.room.news import News
    from workshop_helpers.widgets.room_picture.widget import RoomPicture
    from workshop_helpers.widgets.shared.offline import OfflineForm

_Given = ParamSpec("_Given")


def _kindly(call: Callable[_Given, None]) -> Callable[_Given, None]:
    """Show what a person can put right as a sentence on the page, without a traceback.

    Whatever the same cell showed before is closed first.
    """

    @functools.wraps(call)
    def shown(*args: _Given.args, **kwargs: _Given.kwargs) -> None:
        with running(repr((call.__name__, args, kwargs))):
            try:
                call(*args, **kwargs)
            except WorkshopError as error:
                show(Shown(render("sorry.html", lines=str(error).splitlines()), str(error)))

    return shown


@_kindly
def begin(section: str) -> None:
    """Show a section's header: aims, minutes, content note, progress, the ways back and on."""
    workshop = own_workshop()
    here = workshop.section(section)
    if here.safety_gate:
        show(QuickExit(workshop.support))
    show(Shown(header(workshop, here), f"<header: {here.title}>"))
    show(ProgressMap(workshop, here, own_workbook()))


@_kindly
def overview() -> None:
    """Show the map of the workshop: every page, what it is about, and how far one is with it."""
    show(Overview(own_workshop(), own_workbook()))


@_kindly
def join() -> None:
    """Ask how somebody would like to work, let them into a room, and show what they can do with their workbook."""
    show(joining(own_workbook()))
    show(JoinForm(own_membership()))
    show(WorkbookForm(own_workbook()))


@_kindly
def assess(assessment: str, occasion: str | None = None) -> None:
    """Show a self-assessment: private answers, private feedback, the offer to add to the picture.

    Args:
        assessment: Its id.
        occasion: One of its occasions (before, after), if it has them.

    Side effects: the form saves what is answered in the workbook.
    """
    asked = own_workshop().assessment(assessment)
    occasions = [side.id for side in asked.occasions]
    if occasions and occasion not in occasions:
        known = " or ".join(f"'{known}'" for known in occasions)
        raise WorkshopError(f"'{assessment}' is asked on two occasions; call assess with occasion = {known}.")
    if occasion and not occasions:
        raise WorkshopError(f"'{assessment}' is asked once; leave 'occasion' out.")
    own_membership().look_after()
    show(Questionnaire(asked, own_workbook(), occasion, own_membership()))


@_kindly
def discuss(assessment: str, occasion: str | None = None) -> None:
    """Show a group's picture, its table and prompts: the room's, or the made-up group's, labelled as such.

    In a room the page waits for the reveal, and then shows the picture by itself. It notices when somebody joins or
    leaves a room. Of a private self-assessment there is no picture; its prompts are shown, and that there is none.

    Args:
        assessment: Its id.
        occasion: One of its occasions; both side by side if left out.
    """
    asked = own_workshop().assessment(assessment)
    if asked.policy == "private":
        show(_no_picture(asked))
        return
    membership = own_membership()
    room = membership.room

    def picture() -> RoomPicture | Shown:
        return _room_picture(asked, occasion) if membership.joined else _made_up_picture(asked, occasion)

    place = Replaceable(picture)

    def hear(news: News[JoinedPool]) -> None:
        nonlocal room
        if news.room != room:
            room = news.room
            place.replace()

    if place.can_be_replaced:
        membership.watch(hear)
        on_close(lambda: membership.unwatch(hear))


@_kindly
def reflect(section: str) -> None:
    """Show a section's questions for private writing. Side effects: saves what is written in the workbook."""
    show(journal(_section(section)[1], own_workbook()))


@_kindly
def plan() -> None:
    """Show a form for two small if-then plans. Side effects: saves what is written in the workbook."""
    show(own_plan(own_workbook()))


@_kindly
def report() -> None:
    """Show a person's own report once they ask for it: all of theirs, from their workbook. Saves and sends nothing."""
    from workshop_helpers.widgets.report.widget import ReportForm

    show(ReportForm(own_workshop(), own_workbook()))


@_kindly
def exercise(exercise: str) -> None:
    """Show an exercise's steps with a timer. Remembers nothing."""
    show(Timer(own_workshop().exercise(exercise)))


@_kindly
def trade(assessment: str) -> None:
    """Let two people share out points in private, and show what a trade would give. Remembers nothing.

    Args:
        assessment: Its id; its first item with points names the issues.
    """
    from workshop_helpers.made_up import invented_points
    from workshop_helpers.widgets.trade.widget import TradeForm

    asked = own_workshop().assessment(assessment)
    question = next(iter(with_points(asked.questions())), None)
    if question is None:
        raise WorkshopError(f"'{assessment}' has no item with points, so there is nothing to trade.")
    show(TradeForm(question, invented_points(asked, question)))


@_kindly
def overlap() -> None:
    """Let two people mark ideas in private, and show only what both can live with. Remembers nothing."""
    from workshop_helpers.widgets.overlap.widget import OverlapForm

    show(OverlapForm())


@_kindly
def agenda(agenda: str) -> None:
    """Show what comes when in a workshop, with a clock for whoever leads it. Only the browser's tab remembers it."""
    from workshop_helpers.widgets.agenda.widget import AgendaClock

    workshop = own_workshop()
    show(AgendaClock(workshop.agenda(agenda), workshop))


@_kindly
def finish(section: str) -> None:
    """Show a section's end: a tick for "done", where to find support, the way on."""
    workshop, here = _section(section)
    show(done_mark(here, own_workbook()))
    show(Shown(footer(workshop, here), f"<footer: {here.title}>"))


@_kindly
def facilitate() -> None:
    """Show the console of whoever leads a room: open it, open and reveal its self-assessments, end it.

    Side effects: remembers the room and its key in the workbook until the room is ended.
    """
    from workshop_helpers.pooling.catalogue import Catalogue
    from workshop_helpers.room.client.leadership import own_leadership, own_link
    from workshop_helpers.widgets.agenda.widget import agenda_spec
    from workshop_helpers.widgets.console.widget import Console

    workshop = own_workshop()
    agendas = [agenda_spec(workshop.agenda(agenda), workshop) for agenda in workshop.agendas]
    fit = functools.partial(own_link, code="0000-0000")
    show(Console(own_leadership(), Catalogue(workshop).pages(), agendas, fit))


@_kindly
def slips() -> None:
    """Show a form to type in the slips of a paper hat, which then shows the group's picture.

    Side effects: what is typed stays in memory until the picture is there, for half an hour at most; calling this
    again forgets it. Nothing is saved.
    """
    from workshop_helpers.offline.slips import SlipsSession
    from workshop_helpers.pooling.catalogue import Catalogue
    from workshop_helpers.room.client.hand_in import own_hand_in
    from workshop_helpers.widgets.slips.widget import SlipsForm

    catalogue = Catalogue(own_workshop())
    _instead_of_the_last(SlipsForm(SlipsSession(catalogue), catalogue.pages(), own_hand_in("slips")))


@_kindly
def table() -> None:
    """Show a form to choose a CSV file and say which column holds which question; it then shows the group's picture.

    Side effects: the table stays in memory until the picture is there, for half an hour at most; calling this again
    forgets it. Nothing is saved.
    """
    from workshop_helpers.offline.tables import LARGEST_FILE, TableSession
    from workshop_helpers.pooling.catalogue import Catalogue
    from workshop_helpers.room.client.hand_in import own_hand_in
    from workshop_helpers.widgets.table.widget import TableForm

    catalogue = Catalogue(own_workshop())
    _instead_of_the_last(TableForm(TableSession(catalogue), catalogue.pages(), LARGEST_FILE, own_hand_in("table")))


_offline_forms: dict[str, OfflineForm] = {}  # by what each is shown as, because each widget has a class of its own


def _instead_of_the_last(form: OfflineForm) -> None:
    """Show a form, and forget what was gathered with the one that a cell showed before."""
    before = _offline_forms.pop(form.shown_as, None)
    if before is not None:
        before.close()
    _offline_forms[form.shown_as] = form
    show(form)


def _section(name: str) -> tuple[Workshop, Section]:
    workshop = own_workshop()
    return workshop, workshop.section(name)


def _room_picture(asked: Assessment, occasion: str | None) -> RoomPicture:
    from workshop_helpers.widgets.room_picture.widget import RoomPicture

    membership = own_membership()
    # Where two occasions are shown side by side on one's own, a room shows the later one: each is revealed once.
    asked_on = occasion or (asked.occasions[-1].id if asked.occasions else None)
    return RoomPicture(pool_name(asked.id, asked_on), membership, lambda: membership.picture(asked.id, asked_on))


def _no_picture(asked: Assessment) -> Shown:
    from workshop_helpers.pictures import no_picture_html, no_picture_text

    return Shown(no_picture_html(asked), no_picture_text(asked))


def _made_up_picture(asked: Assessment, occasion: str | None) -> Shown:
    from workshop_helpers.made_up import made_up_release
    from workshop_helpers.pictures import picture_html, picture_text

    release = made_up_release(asked, occasion)
    return Shown(picture_html(release), picture_text(release))
