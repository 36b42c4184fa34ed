"""What several kinds of feedback need of the file that they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workshop_helpers.content.raw import File, KeyPath, Misfit, RawRow, ids, known, text
from workshop_helpers.formats import in_means


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


def strange_items(file: File, here: KeyPath, row: RawRow, key: str, wanted: str) -> Iterator[Misfit]:
    """What is wrong with the item, or with the two ``items``, that a rule names, and that must have one format."""
    named = row.get(key)
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


def strange_options(
    file: File, here: KeyPath, name: str | None, wanted: Mapping[str, Sequence[object]]
) -> Iterator[Misfit]:
    """The first of the options wanted under some keys of a rule that the list of this name does not have."""
    table = file.data.get("options")
    there_are = table.get(name) if isinstance(table, dict) else None
    if not isinstance(there_are, dict):
        return
    for key, options in wanted.items():
        if any(isinstance(option, str) and option not in there_are for option in options):
            yield (*here, key), f"no such option; {known('options', there_are)}."
            return
