"""What does not fit together in an assessment file: parts that refer to nothing, or contradict each other.

The models say what each part may hold by itself. The rules here read the raw file, so that an author hears
of these mistakes in the same breath as of the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from workshop_helpers.content.raw import File, Misfit, ids, known, text
from workshop_helpers.content.rules import feedback_misfits
from workshop_helpers.content.rules.fitting import one_scale, subscales_to_compare
from workshop_helpers.formats import in_means


def misfits(data: Mapping[str, Any]) -> Iterator[Misfit]:
    """Everything that does not fit in an assessment file.

    Yields:
        The place of the mistake, as keys and positions, and a sentence with the cure.
    """
    file = File(data)
    yield from _names_used_twice(file)
    yield from _policies(file)
    yield from _sides(file)
    yield from _items(file)
    yield from _subscales(file)
    yield from _pooled(file)
    yield from feedback_misfits(file)


def _names_used_twice(file: File) -> Iterator[Misfit]:
    for name in ("items", "subscales", "views", "occasions", "pooled"):
        seen: set[str] = set()
        for place, row in getattr(file, name):
            this = text(row, "id")
            if this in seen:
                yield (name, place, "id"), f"the id '{this}' is used twice; give each of the {name} its own."
            seen |= {this} if this else set()
    for place, part in file.pooled:
        if text(part, "id") in ids(file.items):
            yield ("pooled", place, "id"), "an item has this id already; choose another."


def _policies(file: File) -> Iterator[Misfit]:
    if file.data.get("sensitivity") == "high" and file.data.get("policy") == "light":
        yield ("policy",), "answers of high sensitivity are never drawn in exact counts; use 'private' or 'room'."
    if file.data.get("policy") == "small-circle":
        yield ("policy",), "'small-circle' is a facilitator's choice for six or seven people; use 'room' here."


def _sides(file: File) -> Iterator[Misfit]:
    for name in ("views", "occasions"):
        if len(getattr(file, name)) == 1:
            yield (name,), f"give two {name}, or none."
    if file.views and file.occasions:
        yield ("occasions",), "an assessment has two views or two occasions, not both; take one of them out."


def _items(file: File) -> Iterator[Misfit]:
    scales, options, subscales = file.named("scales"), file.named("options"), ids(file.subscales)
    for place, item in file.items:
        here, scale, subscale = ("items", place), text(item, "scale"), text(item, "subscale")
        if item.get("reversed") and not in_means(item.get("format")):
            yield (*here, "reversed"), 'only an item with format = "scale" can be reversed; take it out.'
        if scale and scale not in scales:
            yield (*here, "scale"), f"there is no scale of that name; {known('scales', scales)}."
        if (wanted := text(item, "options")) and wanted not in options:
            yield (*here, "options"), f"there are no options of that name; {known('options', options)}."
        if subscale and subscale not in subscales:
            yield (*here, "subscale"), f"there is no subscale of that name; {known('subscales', subscales)}."
        elif subscale and scale in scales and scale != file.scale_of(subscale):
            yield (*here, "scale"), f"all items of subscale '{subscale}' must share one scale."


def _subscales(file: File) -> Iterator[Misfit]:
    for place, part in file.subscales:
        if not any(item.get("subscale") == part.get("id") for _, item in file.items):
            yield ("subscales", place, "id"), "no item belongs to this subscale; add one or take it out."


def _pooled(file: File) -> Iterator[Misfit]:
    counted: set[object] = set()
    for place, part in file.pooled:
        here, named = ("pooled", place, "subscales"), part.get("subscales")
        used: set[object] = set()
        if named is None and part.get("kind") == "gap":
            if not file.views:
                yield here, "name two subscales, or give the assessment two views."
            else:
                yield from one_scale(file, ("pooled", place))
            used = {text(item, "id") for _, item in file.items if in_means(item.get("format"))}
        elif file.views or file.occasions:
            yield here, "subscales can only be pooled where items are asked once; use a gap between two views."
        else:
            yield from subscales_to_compare(file, here, named)
            inside = named if isinstance(named, list | tuple) else ()
            used = {text(item, "id") for _, item in file.items if item.get("subscale") in inside}
        # Two tables worked out from one answer would be a cross-table: together they say more than each alone.
        if used & counted:
            yield here, "its answers are counted in another [[pooled]] variable already; take one of the two out."
        counted |= used
    for place, item in file.items:
        if text(item, "id") in counted and item.get("private") is not True:
            yield ("items", place, "private"), "its answer is counted in a [[pooled]] variable; set private = true."
