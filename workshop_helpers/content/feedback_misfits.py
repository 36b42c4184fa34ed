"""What does not fit in the feedback of an assessment file: rules about items and subscales that are not there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from workshop_helpers.content.raw import File, KeyPath, Misfit, ids, known, text
from workshop_helpers.formats import in_means

# Kinds that speak of each item once, and so cannot be used with two views of the same items.
_ASKED_ONCE = frozenset(
    {
        "lean",
        "highest-and-lowest",
        "means",
        "spread",
        "corner",
        "variety",
        "tally",
        "most-points",
        "share",
        "places",
        "overlap",
        "two-rankings",
        "top-of-ranking",
    }
)
# Kinds about the items under a key, and the format that these must have.
_ABOUT_ITEMS = {
    "most-points": ("item", "points"),
    "share": ("item", "points"),
    "places": ("item", "points"),
    "overlap": ("items", "points"),
    "two-rankings": ("items", "ranking"),
    "top-of-ranking": ("item", "ranking"),
}
_Rule = Mapping[str, Any]


def feedback_misfits(file: File) -> Iterator[Misfit]:
    """Everything that does not fit in the ``[[feedback]]`` of a file: its place, and a sentence with the cure."""
    for place, rule in file.feedback:
        here, kind = ("feedback", place), text(rule, "kind")
        if kind in _ASKED_ONCE and file.views:
            yield (*here, "kind"), "this needs items that are asked once; with two [[views]], compare the views."
        if kind in _ABOUT_ITEMS:
            yield from _items(file, here, rule, *_ABOUT_ITEMS[kind])
        yield from _about_subscales(file, here, rule)
        yield from _about_options(file, here, rule)
        if kind == "variety" and not any(item.get("format") == "choice" for _, item in file.items):
            yield (*here, "kind"), 'counting what was chosen needs items with format = "choice".'
        if kind == "before-and-after" and not file.occasions:
            yield (*here, "kind"), "comparing before and after needs two [[occasions]]."
        if kind == "gap-between-views":
            if not file.views:
                yield (*here, "kind"), "comparing views needs two [[views]]."
            else:
                yield from one_scale(file, here)


def _about_subscales(file: File, here: KeyPath, rule: _Rule) -> Iterator[Misfit]:
    kind = text(rule, "kind")
    if kind == "lean":
        yield from subscales_to_compare(file, (*here, "between"), rule.get("between"))
    elif kind in ("corner", "means"):
        yield from subscales_to_compare(file, (*here, "subscales"), rule.get("subscales"))
    elif kind == "spread":
        yield from subscales_to_compare(file, (*here, "subscale"), (text(rule, "subscale"),))
    elif kind == "highest-and-lowest":
        among = rule.get("among") or ids(file.subscales)
        if isinstance(among, list | tuple) and len(among) < 2:
            yield (*here, "kind"), "comparing subscales needs two or more of them."
        elif rule.get("among"):
            yield from subscales_to_compare(file, (*here, "among"), among)
        elif not file.comparable(among):
            yield (*here, "kind"), "comparing subscales needs one scale for all of them."


def subscales_to_compare(file: File, here: KeyPath, named: object) -> Iterator[Misfit]:
    """What is wrong with some subscales that are to be compared."""
    if not isinstance(named, list | tuple):
        return
    there_are = ids(file.subscales)
    if [name for name in named if isinstance(name, str) and name not in there_are]:
        yield here, f"no such subscale; {known('subscales', there_are)}."
    elif len(named) == 2 and named[0] == named[1]:
        yield here, "name two different subscales."
    elif not file.comparable(named):
        yield here, "these subscales must share one scale, or they cannot be compared."


def one_scale(file: File, here: KeyPath) -> Iterator[Misfit]:
    """What is wrong when two views are compared and their items have several scales."""
    if len({text(item, "scale") for _, item in file.items if in_means(item.get("format"))}) > 1:
        yield (*here, "kind"), "comparing views needs one scale for all scale items."


def _items(file: File, here: KeyPath, rule: _Rule, key: str, wanted: str) -> Iterator[Misfit]:
    named = rule.get(key)
    names = named if isinstance(named, list | tuple) else (named,)
    noun = {"points": "items with points", "ranking": "rankings"}[wanted]
    there_are = [name for _, item in file.items if item.get("format") == wanted and (name := text(item, "id"))]
    strange = [name for name in names if isinstance(name, str) and name not in there_are]
    if strange:
        singular = {"points": "item with points", "ranking": "ranking"}[wanted]
        yield (*here, key), f"no such {singular}; {known(noun, there_are)}."
    elif key == "items":
        pair = [file.item(name) or {} for name in names]
        if len(names) == 2 and names[0] == names[1]:
            yield (*here, key), "name two different items."
        elif len({str(text(item, "options")) for item in pair}) > 1:
            yield (*here, key), "the two items must use the same options, or they cannot be compared."
        elif len({str(item.get("total")) for item in pair}) > 1:
            yield (*here, key), "the two items must have the same total, or they cannot be compared."


def _about_options(file: File, here: KeyPath, rule: _Rule) -> Iterator[Misfit]:
    kind = text(rule, "kind")
    if kind == "tally":
        chosen = (text(item, "options") for _, item in file.items if item.get("format") == "choice")
        used = list(dict.fromkeys(filter(None, chosen)))
        name = text(rule, "options")
        if name is not None and name not in used:
            yield (*here, "options"), f"no choice item uses these options; {known('options in use', used)}."
            return
        wanted: tuple[tuple[str, object], ...] = (("option", rule.get("option")),)
    elif kind == "share":
        name = text(file.item(rule.get("item")) or {}, "options")
        among = rule.get("among")
        inside = among if isinstance(among, list | tuple) else ()
        wanted = (("option", rule.get("option")), *(("among", option) for option in inside))
        if inside and rule.get("option") not in inside:
            yield (*here, "option"), "must be one of 'among'."
        if len({str(option) for option in inside}) < len(inside):
            yield (*here, "among"), "name each option once."
    else:
        return
    table = file.data.get("options")
    there_are = table.get(name) if isinstance(table, dict) else None
    if isinstance(there_are, dict):
        for key, option in wanted:
            if isinstance(option, str) and option not in there_are:
                yield (*here, key), f"no such option; {known('options', there_are)}."
                return
