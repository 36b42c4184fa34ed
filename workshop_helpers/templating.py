"""The one place where HTML is made: from templates, in which whatever is filled in is text and stays text.

Each file in ``templates/`` is a whole thing that is shown, or a part that several of them include. No template takes
HTML from outside: one that needs another includes it. Jinja is loaded with the first template that is filled in.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


def render(template: str, **given: object) -> str:
    """The HTML of a template with some things filled in.

    Args:
        template: The name of a file in ``templates/``.
        given: What the template names. Text is escaped; half an emoji, which no file can hold, becomes a question mark.

    Raises:
        jinja2.UndefinedError: if the template names something that is not given.
    """
    return _environment().get_template(template).render(given)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        auto_reload=False,
        autoescape=True,
        finalize=_whole,
        keep_trailing_newline=True,  # of a style that is included, so that the next tag starts a line of its own
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )


def _whole(value: object) -> object:
    return value.encode("utf-8", "replace").decode("utf-8") if type(value) is str else value
