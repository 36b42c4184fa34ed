"""What does not fit together in an assessment file: parts that refer to nothing, or contradict each other.

``content`` says what each part may hold by itself. The rules here read the raw file tolerantly, passing over
whatever is of the wrong type, so that an author hears of these mistakes in the same breath as of the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Place = tuple[str | int, ...]
Misfit = tuple[Place, str]
_Rows = list[tuple[int, dict[str, Any]]]


def misfits(data: Mapping[str, Any]) -> Iterator[Misfit]:
    """Everything that does not fit in an assessment file.

    Yields:
        The place of the mistake, as keys and positions, and a sentence with the cure.
    """
    file = _File(data)
    yield from _names_used_twice(file)
    yield from _policies(file)
    yield from _sides(file)
    yield from _items(file)
    yield from _subscales(file)
    yield from _pooled(file)
    yield from _feedback(file)


@dataclass
class _File:
    """The parts of a file that the rules look at; whatever is not a table is left out."""

    data: Mapping[str, Any]
    items: _Rows = field(init=False)
    subscales: _Rows = field(init=False)
    views: _Rows = field(init=False)
    occasions: _Rows = field(init=False)
    pooled: _Rows = field(init=False)
    feedback: _Rows = field(init=False)

    def __post_init__(self) -> None:
        for name in ("items", "subscales", "views", "occasions", "pooled", "feedback"):
            rows = self.data.get(name)
            rows = rows if isinstance(rows, list | tuple) else ()
            setattr(self, name, [(place, row) for place, row in enumerate(rows) if isinstance(row, dict)])

    def named(self, table: str) -> list[str]:
        """The names that a table of tables defines."""
        names = self.data.get(table)
        return list(names) if isinstance(names, dict) else []

    def scale_of(self, subscale: object) -> str | None:
        """The scale of a subscale's first item that names one that exists."""
        named = (_text(item, "scale") for _, item in self.items if item.get("subscale") == subscale)
        return next((scale for scale in named if scale in self.named("scales")), None)

    def comparable(self, subscales: Iterable[object]) -> bool:
        """Whether some subscales share one scale, as far as they have one."""
        return len({self.scale_of(subscale) for subscale in subscales} - {None}) < 2


def _names_used_twice(file: _File) -> Iterator[Misfit]:
    for name in ("items", "subscales", "views", "occasions", "pooled"):
        seen: set[str] = set()
        for place, row in getattr(file, name):
            this = _text(row, "id")
            if this in seen:
                yield (name, place, "id"), f"the id '{this}' is used twice; give each of the {name} its own."
            seen |= {this} if this else set()
    for place, part in file.pooled:
        if _text(part, "id") in _ids(file.items):
            yield ("pooled", place, "id"), "an item has this id already; choose another."


def _policies(file: _File) -> Iterator[Misfit]:
    if file.data.get("sensitivity") == "high" and file.data.get("policy") == "light":
        yield ("policy",), "answers of high sensitivity are never drawn in exact counts; use 'private' or 'room'."
    if file.data.get("policy") == "small-circle":
        yield ("policy",), "'small-circle' is a facilitator's choice for six or seven people; use 'room' here."


def _sides(file: _File) -> Iterator[Misfit]:
    for name in ("views", "occasions"):
        if len(getattr(file, name)) == 1:
            yield (name,), f"give two {name}, or none."
    if file.views and file.occasions:
        yield ("occasions",), "an assessment has two views or two occasions, not both; take one of them out."


def _items(file: _File) -> Iterator[Misfit]:
    scales, options, subscales = file.named("scales"), file.named("options"), _ids(file.subscales)
    for place, item in file.items:
        here, scale, subscale = ("items", place), _text(item, "scale"), _text(item, "subscale")
        if item.get("reversed") and item.get("format") != "scale":
            yield (*here, "reversed"), 'only an item with format = "scale" can be reversed; take it out.'
        if scale and scale not in scales:
            yield (*here, "scale"), f"there is no scale of that name; {_known('scales', scales)}."
        if (wanted := _text(item, "options")) and wanted not in options:
            yield (*here, "options"), f"there are no options of that name; {_known('options', options)}."
        if subscale and subscale not in subscales:
            yield (*here, "subscale"), f"there is no subscale of that name; {_known('subscales', subscales)}."
        elif subscale and scale in scales and scale != file.scale_of(subscale):
            yield (*here, "scale"), f"all items of subscale '{subscale}' must share one scale."


def _subscales(file: _File) -> Iterator[Misfit]:
    for place, part in file.subscales:
        if not any(item.get("subscale") == part.get("id") for _, item in file.items):
            yield ("subscales", place, "id"), "no item belongs to this subscale; add one or take it out."


def _pooled(file: _File) -> Iterator[Misfit]:
    counted: set[object] = set()
    for place, part in file.pooled:
        here, named = ("pooled", place, "subscales"), part.get("subscales")
        ids: set[object] = set()
        if named is None and part.get("kind") == "gap":
            if not file.views:
                yield here, "name two subscales, or give the assessment two views."
            else:
                yield from _one_scale(file, ("pooled", place))
            ids = {_text(item, "id") for _, item in file.items if item.get("format") == "scale"}
        elif file.views or file.occasions:
            yield here, "subscales can only be pooled where items are asked once; use a gap between two views."
        else:
            yield from _two_subscales(file, here, named)
            inside = named if isinstance(named, list | tuple) else ()
            ids = {_text(item, "id") for _, item in file.items if item.get("subscale") in inside}
        # Two tables worked out from one answer would be a cross-table: together they say more than each alone.
        if ids & counted:
            yield here, "its answers are counted in another [[pooled]] variable already; take one of the two out."
        counted |= ids
    for place, item in file.items:
        if _text(item, "id") in counted and item.get("private") is not True:
            yield ("items", place, "private"), "its answer is counted in a [[pooled]] variable; set private = true."


def _feedback(file: _File) -> Iterator[Misfit]:
    subscales = _ids(file.subscales)
    points = [_text(item, "id") for _, item in file.items if item.get("format") == "points"]
    for place, rule in file.feedback:
        here, kind = ("feedback", place), rule.get("kind")
        if kind in ("lean", "highest-and-lowest", "most-points") and file.views:
            yield (*here, "kind"), "this needs items that are asked once; with two [[views]], compare the views."
        if kind == "lean":
            yield from _two_subscales(file, (*here, "between"), rule.get("between"))
        if kind == "highest-and-lowest" and len(subscales) < 2:
            yield (*here, "kind"), "comparing subscales needs two or more of them."
        elif kind == "highest-and-lowest" and not file.comparable(subscales):
            yield (*here, "kind"), "comparing subscales needs one scale for all of them."
        if kind == "variety" and not any(item.get("format") == "choice" for _, item in file.items):
            yield (*here, "kind"), 'counting what was chosen needs items with format = "choice".'
        if kind == "gap-between-views":
            if not file.views:
                yield (*here, "kind"), "comparing views needs two [[views]]."
            else:
                yield from _one_scale(file, here)
        if kind == "most-points" and (item := _text(rule, "item")) and item not in points:
            yield (*here, "item"), f"no such item with points; {_known('items with points', points)}."


def _two_subscales(file: _File, here: Place, named: object) -> Iterator[Misfit]:
    if not isinstance(named, list | tuple):
        return
    known = _ids(file.subscales)
    strange = [name for name in named if isinstance(name, str) and name not in known]
    if strange:
        yield here, f"no such subscale; {_known('subscales', known)}."
    elif len(named) == 2 and named[0] == named[1]:
        yield here, "name two different subscales."
    elif not file.comparable(named):
        yield here, "the two subscales must share one scale, or they cannot be compared."


def _one_scale(file: _File, here: Place) -> Iterator[Misfit]:
    if len({_text(item, "scale") for _, item in file.items if item.get("format") == "scale"}) > 1:
        yield (*here, "kind"), "comparing views needs one scale for all scale items."


def _text(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    return value if isinstance(value, str) else None


def _ids(rows: _Rows) -> list[str]:
    return list(dict.fromkeys(name for _, row in rows if (name := _text(row, "id"))))


def _known(noun: str, names: Any) -> str:
    known = ", ".join(f"'{name}'" for name in names)
    return f"the {noun} here are {known}" if known else f"this file has no {noun} yet"
