"""What cannot fit in each kind of feedback is located; what each kind says is in ``test_feedback_words.py``."""

from typing import get_args

import pytest
from _content_samples import SUBSCALES, TEA, TWICE, loaded, mistakes

from workshop_helpers.content import FeedbackRule

KINDS = get_args(get_args(FeedbackRule)[0])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_kind_has_a_file_of_its_own_that_is_called_like_it(kind):
    (name,) = get_args(kind.model_fields["kind"].annotation)

    assert kind.__module__ == f"workshop_helpers.content.rules.{name.replace('-', '_')}"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_type_checker_looks_at_every_kind(kind):
    assert kind.__final__  # of a final class it says what is missing, of any other only where one is made


SHARE = '[[feedback]]\nkind = "share"\nitem = "budget"\noption = "green"\namong = ["green", "black"]\ntext = "x"\n'
LISTS = '[[feedback]]\nkind = "overlap"\nitems = ["budget", "again"]\ntext = "x"\n'
AGAIN = '[[items]]\nid = "again"\ntext = "Again"\nformat = "points"\noptions = "drinks"\ntotal = 10\n'
OTHER = '[options.cups]\nred = "Red"\nblue = "Blue"\n'

RULES = [
    # feedback that is added to the good file, all that is said about it
    ('kind = "means"\nsubscales = ["care", "calm"]\ntext = "x"', [f"6 subscales: no such subscale; {SUBSCALES}"]),
    ('kind = "means"\nsubscales = []\ntext = "x"', ["6 subscales: needs 1 or more entries, and has 0."]),
    ('kind = "spread"\nsubscale = "calm"\ntext = "x"', [f"6 subscale: no such subscale; {SUBSCALES}"]),
    (
        'kind = "corner"\nsubscales = ["care", "care"]\nsplit = 3\ntexts = ["a", "b", "c", "d"]',
        ["6 subscales: name two different subscales."],
    ),
    (
        'kind = "corner"\nsubscales = ["care", "company"]\nsplit = 3\ntexts = ["a", "b", "c"]',
        ["6 texts 4: missing; add it."],
    ),
    ('kind = "highest-and-lowest"\namong = ["care"]', ["6 kind: comparing subscales needs two or more of them."]),
    ('kind = "highest-and-lowest"\namong = ["care", "calm"]', [f"6 among: no such subscale; {SUBSCALES}"]),
    (
        'kind = "tally"\noptions = "cups"\noption = "green"\ntext = "x"',
        ["6 options: no choice item uses these options; the options in use here are 'drinks'."],
    ),
    (
        'kind = "tally"\noptions = "drinks"\noption = "mint"\ntext = "x"',
        ["6 option: no such option; the options here are 'green', 'black', 'herbs'."],
    ),
    (SHARE.replace('option = "green"', 'option = "herbs"'), ["6 option: must be one of 'among'."]),
    (SHARE.replace('"black"', '"green"'), ["6 among: name each option once."]),
    (SHARE.replace('"black"', '"mint"'), ["6 among: no such option; the options here are 'green', 'black', 'herbs'."]),
    (SHARE.replace('["green", "black"]', '["green"]'), ["6 among: needs 2 or more entries, and has 1."]),
    (
        'kind = "places"\nitem = "today"\nat-least = 2\ntext = "x"',
        ["6 item: no such item with points; the items with points here are 'budget'."],
    ),
    ('kind = "places"\nitem = "budget"\nat-least = 0\ntext = "x"', ["6 at-least: must be 1 or more."]),
    (LISTS, ["6 items: no such item with points; the items with points here are 'budget'."]),
    (LISTS.replace("again", "budget"), ["6 items: name two different items."]),
    (
        LISTS + AGAIN.replace("drinks", "cups") + OTHER,
        ["6 items: the two items must use the same options, or they cannot be compared."],
    ),
    (
        LISTS + AGAIN.replace("= 10", "= 20"),
        ["6 items: the two items must have the same total, or they cannot be compared."],
    ),
    (
        'kind = "two-rankings"\nitems = ["favourites", "budget"]\ntext = "x"',
        ["6 items: no such ranking; the rankings here are 'favourites'."],
    ),
    ('kind = "top-of-ranking"\nitem = "favourites"\nplaces = 6\ntext = "x"', ["6 places: must be 5 or less."]),
    ('kind = "before-and-after"\ntext = "x"', ["6 kind: comparing before and after needs two [[occasions]]."]),
]


@pytest.mark.parametrize(("rule", "said"), RULES)
def test_feedback_that_does_not_fit_is_located(rule, said):
    head = "" if rule.startswith("[[") else "[[feedback]]\n"

    assert mistakes(f"{TEA}{head}{rule}\n") == [f"feedback {words}" for words in said]


@pytest.mark.parametrize(
    ("rule", "more"),
    [(SHARE, ""), (LISTS, AGAIN), ('[[feedback]]\nkind = "means"\nsubscales = ["care"]\ntext = "x"\n', "")],
)
def test_feedback_that_fits_is_taken(rule, more):
    assert loaded(TEA + rule + more).feedback[-1].model_dump()["text"] == "x"


def test_views_are_compared_on_one_scale_only():
    other = 'labels = ["no", "yes"]\n'
    text = TWICE.replace("[[items]]", f"[scales.short]\n{other}\n[[items]]", 1)
    text += '[[items]]\nid = "short"\ntext = "Short?"\nformat = "scale"\nscale = "short"\n'

    assert mistakes(text) == ["feedback 1 kind: comparing views needs one scale for all scale items."]
