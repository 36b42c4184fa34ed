import pytest
from small_assessments import EVERY_FORMAT, choice, scales, small

from workshop_helpers.answers import Answers
from workshop_helpers.content import Assessment
from workshop_helpers.errors import ContentError, WorkshopError
from workshop_helpers.pooling.variables import variables

EVERY = small(*EVERY_FORMAT, policy="light")
TWO_SUBSCALES = "".join(
    f'[[subscales]]\nid = "{name}"\ntitle = "{name}"\nserves = "."\ncosts = "."\nexperiment = "."\n' for name in "st"
)
PRIVATE_SCALES = [
    f'id = "{name}"\nformat = "scale"\nscale = "often"\nsubscale = "{name}"\nprivate = true' for name in "st"
]
QUADRANT = (
    '[[pooled]]\nkind = "quadrant"\nid = "where"\ntitle = "Where we are"\nsubscales = ["s", "t"]\nsplit = 3\n'
    'labels = ["neither", "s", "t", "both"]\n'
)
GAP = (
    '[[pooled]]\nkind = "gap"\nid = "gap"\ntitle = "The gap"\nsubscales = ["s", "t"]\n'
    'bands = [{ label = "s", up-to = -1 }, { label = "even", up-to = 0.5 }, { label = "t", up-to = 4 }]\n'
)


def test_each_format_becomes_short_lists_of_options_with_skipped_last() -> None:
    assert {v.id: v.options for v in variables(EVERY)} == {
        "walk": ("never", "rarely", "sometimes", "often", "always", "does not apply", "skipped"),
        "ladder": ("0 to 3", "4 to 6", "7 to 10", "skipped"),
        "favourite": ("Tea", "Coffee", "Water", "skipped"),
        "cupboard.tea": ("chosen", "not chosen", "skipped"),
        "cupboard.coffee": ("chosen", "not chosen", "skipped"),
        "cupboard.water": ("chosen", "not chosen", "skipped"),
        "order": ("Tea", "Coffee", "Water", "skipped"),
        "budget.tea": ("none", "some", "most", "skipped"),
        "budget.coffee": ("none", "some", "most", "skipped"),
        "budget.water": ("none", "some", "most", "skipped"),
    }


@pytest.mark.parametrize(
    ("given", "counted"),
    [
        ({"walk": 1}, {"walk": "never"}),
        ({"walk": "does-not-apply"}, {"walk": "does not apply"}),
        ({"ladder": 3}, {"ladder": "0 to 3"}),
        ({"ladder": 4}, {"ladder": "4 to 6"}),
        ({"ladder": 10}, {"ladder": "7 to 10"}),
        ({"favourite": "water"}, {"favourite": "Water"}),
        ({"order": ["coffee", "tea", "water"]}, {"order": "Coffee"}),
        (
            {"cupboard": ["water"]},
            {"cupboard.tea": "not chosen", "cupboard.coffee": "not chosen", "cupboard.water": "chosen"},
        ),
        (
            {"cupboard": []},
            {"cupboard.tea": "not chosen", "cupboard.coffee": "not chosen", "cupboard.water": "not chosen"},
        ),
        (
            {"budget": {"tea": 9, "water": 11}},
            {"budget.tea": "some", "budget.coffee": "none", "budget.water": "most"},
        ),
        ({"diary": "Nobody counts this.", "secret": 4}, {}),
    ],
)
def test_an_answer_is_counted_at_its_option_and_the_rest_as_skipped(
    given: dict[str, object], counted: dict[str, str]
) -> None:
    answers = Answers(EVERY, given)
    found = {v.id: v.options[v.place(answers)] for v in variables(EVERY)}
    assert {name: option for name, option in found.items() if option != "skipped"} == counted


WITHOUT_BINS = small('id = "budget"\nformat = "points"\noptions = "drinks"\ntotal = 20\ndoes-not-apply = true')


def test_a_variable_says_which_part_of_an_answer_is_counted() -> None:
    [most] = variables(WITHOUT_BINS)
    assert (most.id, most.kind, most.part) == ("budget", "nominal", "")
    assert most.text == "How is it? (Counted: where the most points went.)"
    assert most.options == ("Tea", "Coffee", "Water", "several equally", "does not apply", "skipped")


@pytest.mark.parametrize(
    ("given", "counted"),
    [({"tea": 20}, "Tea"), ("does-not-apply", "does not apply"), (None, "skipped")],
)
def test_what_does_not_apply_is_counted_before_the_skips(given: object, counted: str) -> None:
    [most] = variables(WITHOUT_BINS)
    answers = Answers(WITHOUT_BINS, {"budget": given})
    assert most.options[most.place(answers)] == counted


def test_a_small_group_merges_neither_skips_nor_what_does_not_apply() -> None:
    walk = variables(EVERY)[0]
    assert walk.merged == (
        ("rarely", (0, 1)),
        ("sometimes", (2,)),
        ("often", (3, 4)),
        ("does not apply", (5,)),
        ("skipped", (6,)),
    )


def test_a_private_assessment_gives_nothing() -> None:
    assert variables(choice(policy="private")) == ()


def test_two_occasions_give_two_variables_and_one_gives_its_own(two_occasions: Assessment) -> None:
    assert [(v.id, v.side) for v in variables(two_occasions)] == [("calm.before", "Before"), ("calm.after", "After")]
    assert [v.id for v in variables(two_occasions, "after")] == ["calm.after"]


def test_an_unknown_occasion_is_refused(two_occasions: Assessment) -> None:
    with pytest.raises(WorkshopError, match=r"^There is no occasion of 'small' called 'during'\. There are: "):
        variables(two_occasions, "during")


@pytest.mark.parametrize(
    ("given", "quadrant", "gap"),
    [
        ({"s": 1, "t": 1}, "neither", "even"),
        ({"s": 3, "t": 2}, "s", "s"),
        ({"s": 2, "t": 3}, "t", "t"),
        ({"s": 5, "t": 5}, "both", "even"),
        ({"s": 5}, "skipped", "skipped"),
        ({}, "skipped", "skipped"),
    ],
)
def test_a_derived_variable_is_worked_out_from_private_items(given: dict[str, int], quadrant: str, gap: str) -> None:
    for more, option in ((QUADRANT, quadrant), (GAP, gap)):
        assessment = small(*PRIVATE_SCALES, more=TWO_SUBSCALES + more)
        [variable] = variables(assessment)
        assert variable.keys == ("s", "t")
        assert variable.options[variable.place(Answers(assessment, given))] == option


def test_two_variables_worked_out_from_one_answer_are_refused() -> None:
    # They would be a cross-table: together they say more about a person than each of them does.
    with pytest.raises(ContentError) as caught:
        small(*PRIVATE_SCALES, more=TWO_SUBSCALES + QUADRANT + GAP)
    assert str(caught.value) == (
        "One mistake in the workshop's content:\n"
        "  - small.toml, pooled 2 ('gap') subscales: its answers are counted in another [[pooled]] variable already; "
        "take one of the two out."
    )


def test_the_same_variables_are_equal_and_others_are_not() -> None:
    assert variables(scales(2)) == variables(scales(2))
    assert variables(scales(2)) != variables(scales(2, scale="six"))
