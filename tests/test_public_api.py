"""What programs and notebooks may rely on: the sorted names of the package, each with its meaning."""

import ast
import inspect
from pathlib import Path

import pytest

import workshop_helpers as wh
from workshop_helpers import _HOME


def test_the_names_are_sorted_and_each_is_there_once():
    assert wh.__all__ == sorted(set(wh.__all__))


def test_dir_shows_the_names_and_nothing_else():
    assert dir(wh) == wh.__all__


def test_no_name_is_that_of_a_module_which_would_take_its_place_once_it_is_imported():
    modules = {path.stem for path in Path(wh.__file__).parent.iterdir()}

    assert modules.isdisjoint(wh.__all__)


def test_type_checkers_see_the_same_names_from_the_same_modules():
    tree = ast.parse(Path(wh.__file__).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
    seen = {
        alias.asname: node.module.removeprefix("workshop_helpers.")
        for node in ast.walk(block)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }

    assert seen == _HOME


@pytest.mark.parametrize("name", wh.__all__)
def test_each_name_can_be_used_and_says_what_it_is(name):
    thing = getattr(wh, name)

    if not isinstance(thing, str):
        meaning = inspect.getdoc(thing)
        assert meaning
        assert meaning.splitlines()[0].endswith(".")


def test_a_name_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(AttributeError) as caught:
        _ = wh.asess  # type: ignore[attr-defined]  # a slip of the hand, which the type checker refuses too

    assert str(caught.value) == (
        f"module 'workshop_helpers' has no attribute 'asess'. It has: {', '.join(wh.__all__)}."
    )
