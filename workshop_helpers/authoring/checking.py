"""Everything that is still wrong in a workshop, in its content and on its pages, in the order of the cure."""

from __future__ import annotations

from collections.abc import Iterator

from workshop_helpers.authoring.check_letters import check_letters
from workshop_helpers.authoring.check_pages import check_pages
from workshop_helpers.authoring.check_pictures import check_pictures
from workshop_helpers.authoring.check_places import check_places
from workshop_helpers.authoring.check_sources import check_sources
from workshop_helpers.authoring.check_wording import check_wording
from workshop_helpers.authoring.checkout import Checkout
from workshop_helpers.content.checking import check_folder
from workshop_helpers.errors import Mistake


def check(checkout: Checkout) -> tuple[Mistake, ...]:
    """Every mistake that a command can find.

    Where a file of the content cannot be read, only such mistakes are there: the rest looks at what the files hold.
    """
    return check_folder(checkout.data) or tuple(_of_what_can_be_read(checkout))


def _of_what_can_be_read(checkout: Checkout) -> Iterator[Mistake]:
    yield from check_wording(checkout)
    yield from check_letters(checkout)
    yield from check_places(checkout)
    yield from check_pages(checkout)
    yield from check_sources(checkout)
    yield from check_pictures(checkout)
