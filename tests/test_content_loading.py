"""Files in, content out; and for every mistake an author can make, one sentence that says where and what to do."""

import json

import pytest
from _content_samples import (
    AGENDAS,
    PLAN,
    POUR,
    REFERENCES,
    SECTION,
    SUBSCALES,
    TEA,
    TWICE,
    loaded,
    mistakes,
    write_workshop,
)
from hypothesis import given, settings
from hypothesis import strategies as st

import workshop_helpers as wh
from workshop_helpers.content.loading import ASSESSMENT_SCHEMA, assessment_schema
from workshop_helpers.errors import ContentError, Mistake


def of_workshop(folder, **texts):
    with pytest.raises(ContentError) as caught:
        wh.load_workshop(write_workshop(folder / "data", **texts))
    return str(caught.value)


def test_a_whole_workshop_is_read(tmp_path):
    workshop = wh.load_workshop(write_workshop(tmp_path / "data"))

    assert workshop.title == "Tea for everybody"
    assert workshop.assessment("tea").title == "How you take your tea"
    assert workshop.exercise("pour").minutes == 3
    assert workshop.section("tea").notebook == "01-tea.ipynb"
    assert workshop.references["kettle2020"]["title"] == "On kettles"


def test_what_is_not_there_is_named_together_with_what_is(tmp_path):
    workshop = wh.load_workshop(write_workshop(tmp_path / "data"))

    with pytest.raises(wh.WorkshopError) as caught:
        workshop.assessment("coffee")

    assert str(caught.value) == "There is no self-assessment called 'coffee'. There are: 'tea'."


LABELS = 'labels = ["never", "rarely", "sometimes", "often", "always"]'
BINS = 'bins = [{ label = "0 to 4", up-to = 4 }, { label = "5 to 10", up-to = 10 }]'
FIRST = "items 1 ('warm-the-pot')"
ID = "must be small letters and digits, with single hyphens between words."
EMPTY = "must not be empty or start with a space; write something or take the key out."
RULER = "give either 'labels' (one a point) or 'points' with 'ends', not both and not neither."
RISE_TO_TEN = "scales zero-to-ten: the 'up-to' of 'bins' must rise, and the last must be 10."
BLANKS = 'filled in are {item} and {option} when = "leader", and {item} when = "two-camps"; take other braces out.'

MISTAKES = [
    # what stands in the good file, what an author wrote instead, all that is said about it
    ("title = ", "titel = ", ["title: missing; add it.", "titel: unknown key; did you mean 'title'?"]),
    ("minutes = 5", 'minutes = "5"', ["minutes: must be a whole number."]),
    ("minutes = 5", "minutes = 5.0", ["minutes: must be a whole number."]),
    ("minutes = 5", "minutes = true", ["minutes: must be a whole number."]),
    ("minutes = 5", "minutes = 0", ["minutes: must be 1 or more."]),
    ("minutes = 5", "minutes = 99", ["minutes: must be 60 or less."]),
    ('"room"', '"rooms"', ["policy: must be 'private', 'light', 'small-circle' or 'room'."]),
    (
        '"room"',
        '"small-circle"',
        ["policy: 'small-circle' is a facilitator's choice for six or seven people; use 'room' here."],
    ),
    (
        'policy = "room"\nsensitivity = "low"',
        'policy = "light"\nsensitivity = "high"',
        ["policy: answers of high sensitivity are never drawn in exact counts; use 'private' or 'room'."],
    ),
    ('sources = ["kettle2020"]', "sources = []", ["sources: needs 1 or more entries, and has 0."]),
    ('sources = ["kettle2020"]', 'sources = "kettle2020"', ["sources: must be a list; put it in [ ]."]),
    ('sources = ["kettle2020"]', "", ["sources: missing; add it."]),
    ('id = "tea"', 'id = "Tea"', [f"id: {ID}"]),
    ('id = "tea"', 'id = "tea.cup"', [f"id: {ID}"]),
    ('id = "warm-the-pot"', 'id = "warm--the-pot"', [f"items 1 ('warm--the-pot') id: {ID}"]),
    ('"How you take your tea"', '""', ["title: must not be empty; write something or take the key out."]),
    ('"How you take your tea"', '" tea"', [f"title: {EMPTY}"]),
    ("How you take", "x" * 3001, ["title: must have at most 3000 characters; shorten it."]),
    # scales
    (LABELS, 'labels = ["never"]', ["scales how-often labels: needs 2 or more entries, and has 1."]),
    (
        LABELS,
        'labels = ["a", "b", 3, "d", "e"]',
        ["scales how-often labels 3: must be text; put it in quotation marks."],
    ),
    (LABELS, "", [f"scales how-often: {RULER}"]),
    (
        LABELS,
        LABELS.replace("rarely", "Often"),
        ["scales how-often labels: two of them are the same; word each one differently."],
    ),
    (
        LABELS,
        LABELS.replace("never", "skipped"),
        ["scales how-often labels: 'skipped' and 'does not apply' are there without being listed; take them out."],
    ),
    ("points = 11", 'points = 11\nlabels = ["a", "b"]', [f"scales zero-to-ten: {RULER}"]),
    (
        LABELS,
        f'{LABELS}\nends = ["a", "b"]',
        ["scales how-often: 'ends' belongs to a numbered scale; a scale with 'labels' needs none."],
    ),
    (
        'ends = ["not at all", "wholly"]',
        "",
        ["scales zero-to-ten: a numbered scale needs 'ends', the words at its two ends."],
    ),
    ('ends = ["not at all", "wholly"]', 'ends = ["a"]', ["scales zero-to-ten ends 2: missing; add it."]),
    (
        'ends = ["not at all", "wholly"]',
        'ends = ["a", "b", "c"]',
        ["scales zero-to-ten ends: may have at most 2 entries, and has 3."],
    ),
    (BINS, "", ["scales zero-to-ten: more than seven points need 'bins', at most seven, that the pool counts."]),
    (BINS, BINS.replace("= 10", "= 9"), [RISE_TO_TEN]),
    (BINS, BINS.replace("= 4", "= 12"), [RISE_TO_TEN]),
    (BINS, BINS.replace("= 4", "= -3"), [RISE_TO_TEN]),
    (BINS, BINS.replace("= 4", "= nan"), ["scales zero-to-ten bins 1 up-to: must be a number."]),
    (BINS, BINS.replace("= 4", '= "4"'), ["scales zero-to-ten bins 1 up-to: must be a number."]),
    (
        BINS,
        BINS.replace("up-to = 4", "up_to = 4"),
        [
            "scales zero-to-ten bins 1 up-to: missing; add it.",
            "scales zero-to-ten bins 1 up_to: unknown key; did you mean 'up-to'?",
        ],
    ),
    (
        BINS,
        f'{BINS}\nmerged = [{{ label = "a", up-to = 3 }}, {{ label = "b", up-to = 4 }}, {{ label = "c", up-to = 10 }}]',
        ["scales zero-to-ten: each of the three 'merged' columns must end where one of the 'bins' ends."],
    ),
    ("up-to = 3", "up-to = 2", ["scales how-often: the 'up-to' of 'merged' must rise, and the last must be 5."]),
    ('  { label = "sometimes", up-to = 3 },\n', "", ["scales how-often merged 3: missing; add it."]),
    # options
    ('black = "Black"\nherbs = "Herbs"', "", ["options drinks: needs 2 or more entries, and has 1."]),
    ("green = ", "Green = ", [f"options drinks Green: {ID}"]),
    ('green = "Green"', "green = 3", ["options drinks green: must be text; put it in quotation marks."]),
    ('black = "Black"', 'black = "green"', ["options drinks: two of them are the same; word each one differently."]),
    (
        'green = "Green"\nblack = "Black"',
        'green = "Black"\nblack = "Dark"',
        ["options drinks: an id is the label of another one, so nobody could tell which is meant; choose another id."],
    ),
    (
        "black = ",
        "does-not-apply = ",
        ["options drinks: 'skipped' and 'does-not-apply' are there without being listed; take them out."],
    ),
    # items
    (
        'format = "scale"',
        'format = "slider"',
        [f"{FIRST}: must have 'format' = one of 'scale', 'choice', 'choices', 'ranking', 'points', 'text'."],
    ),
    ('format = "scale"\n', "", [f"{FIRST}: missing 'format'; add it."]),
    (
        'scale = "how-often"',
        'scale = "how-oft"',
        [f"{FIRST} scale: there is no scale of that name; the scales here are 'how-often', 'zero-to-ten'."],
    ),
    ('scale = "how-often"', 'scale = ["how-often"]', [f"{FIRST} scale: must be text; put it in quotation marks."]),
    ('scale = "how-often"\n', "", [f"{FIRST} scale: missing; add it."]),
    (
        'scale = "how-often"\nsubscale = "care"\nreversed',
        'scale = "zero-to-ten"\nsubscale = "care"\nreversed',
        ["items 2 ('forget-the-tea') scale: all items of subscale 'care' must share one scale."],
    ),
    (
        'subscale = "company"',
        'subscale = "compani"',
        [
            f"items 4 ('pour-for-others') subscale: there is no subscale of that name; {SUBSCALES}",
            "subscales 2 ('company') id: no item belongs to this subscale; add one or take it out.",
        ],
    ),
    (
        'format = "choice"\noptions = "drinks"\ndoes',
        'format = "choice"\nreversed = true\noptions = "drinks"\ndoes',
        [
            "items 6 ('today') reversed: unknown key; allowed are 'id', 'text', 'does-not-apply', 'private', 'format', "
            "'options'.",
            "items 6 ('today') reversed: only an item with format = \"scale\" can be reversed; take it out.",
        ],
    ),
    ("reversed = true", 'reversed = "yes"', ["items 2 ('forget-the-tea') reversed: must be true or false."]),
    (
        'options = "drinks"',
        'options = "drink"',
        ["items 6 ('today') options: there are no options of that name; the options here are 'drinks'."],
    ),
    ("at-most = 2", "at-most = 1", ["items 8 ('at-home') at-most: must be 2 or more."]),
    ("at-most = 2", "at_most = 2", ["items 8 ('at-home') at_most: unknown key; did you mean 'at-most'?"]),
    (
        "total = 10",
        "total = 12",
        ["items 10 ('budget') bins: the 'up-to' of 'bins' must rise, and the last must be 12."],
    ),
    ("total = 10\n", "", ["items 10 ('budget') total: missing; add it."]),
    (
        'id = "forget-the-tea"',
        'id = "warm-the-pot"',
        ["items 2 ('warm-the-pot') id: the id 'warm-the-pot' is used twice; give each of the items its own."],
    ),
    # feedback and prompts
    (
        'kind = "lean"',
        'kind = "leaning"',
        [
            "feedback 1: must have 'kind' = one of 'lean', 'highest-and-lowest', 'means', 'spread', 'corner', "
            "'variety', 'tally', 'gap-between-views', 'before-and-after', 'most-points', 'share', 'places', 'overlap', "
            "'two-rankings', 'top-of-ranking', 'note'."
        ],
    ),
    (
        'between = ["care", "company"]',
        'between = ["care", "x"]',
        [f"feedback 1 between: no such subscale; {SUBSCALES}"],
    ),
    ('between = ["care", "company"]', 'between = ["care"]', ["feedback 1 between 2: missing; add it."]),
    (
        'between = ["care", "company"]',
        'between = ["care", "care"]',
        ["feedback 1 between: name two different subscales."],
    ),
    (
        'scale = "how-often"\nsubscale = "company"',
        'scale = "zero-to-ten"\nsubscale = "company"',
        [
            "feedback 1 between: these subscales must share one scale, or they cannot be compared.",
            "feedback 2 kind: comparing subscales needs one scale for all of them.",
        ],
    ),
    (
        'item = "budget"',
        'item = "today"',
        ["feedback 4 item: no such item with points; the items with points here are 'budget'."],
    ),
    (
        'kind = "note"\ntext = "Tea is only tea."',
        'kind = "gap-between-views"\nhigher = "a"\nlower = "b"\neven = "c"',
        ["feedback 5 kind: comparing views needs two [[views]]."],
    ),
    ('kind = "note"', 'kind = "note"\ntexts = "x"', ["feedback 5 texts: unknown key; did you mean 'text'?"]),
    ('when = "leader"', 'when = "leaders"', ["prompts 2 when: must be 'always', 'leader' or 'two-camps'."]),
    ('when = "leader"', 'when = "two-camps"', [f"prompts 2: {BLANKS}"]),
    ('"What makes a cup good?"', '"What of {item}?"', [f"prompts 1: {BLANKS}"]),
    ("“{item}”", "“{itm}”", [f"prompts 2: {BLANKS}"]),
    ("“{item}”", "“{item”", [f"prompts 2: {BLANKS}"]),
    ('[[prompts]]\ntext = "What makes a cup good?"', "", ["prompts: needs 2 or more entries, and has 1."]),
]


@pytest.mark.parametrize(
    ("good", "bad", "said"), MISTAKES, ids=[bad[:50] or f"no {good[:40]}" for good, bad, _ in MISTAKES]
)
def test_a_mistake_is_located_and_the_cure_is_named(good, bad, said):
    assert good in TEA

    assert mistakes(TEA.replace(good, bad, 1)) == said


POOLED = (
    '[[pooled]]\nkind = "gap"\nid = "gap"\ntitle = "Gap"\n'
    'bands = [{ label = "a", up-to = 0 }, { label = "b", up-to = 4 }]\n'
)
QUADRANT = (
    '[[pooled]]\nkind = "quadrant"\nid = "four"\ntitle = "Four"\nsubscales = ["care", "company"]\nsplit = 3\n'
    'labels = ["a", "b", "c", "d"]\n'
)
PRIVATE = "its answer is counted in a [[pooled]] variable; set private = true."
COUNTED = [
    f"items {place} ('{name}') private: {PRIVATE}"
    for place, name in enumerate(("warm-the-pot", "forget-the-tea", "count-the-minutes", "pour-for-others"), start=1)
]
VIEW = '[[views]]\nid = "me"\ntitle = "for me"\n'
ASKED_ONCE = "this needs items that are asked once; with two [[views]], compare the views."

ADDITIONS = [
    # what is added to the good file, all that is said about it
    (QUADRANT, COUNTED),
    (QUADRANT.replace("= 3", "= inf"), ["pooled 1 ('four') split: must be a number.", *COUNTED]),
    (
        QUADRANT.replace('"four"', '"warm-the-pot"'),
        ["pooled 1 ('warm-the-pot') id: an item has this id already; choose another.", *COUNTED],
    ),
    (
        QUADRANT.replace(', "company"]', ', "care"]'),
        ["pooled 1 ('four') subscales: name two different subscales.", *COUNTED[:3]],
    ),
    (
        POOLED,
        [
            "pooled 1 ('gap') subscales: name two subscales, or give the assessment two views.",
            *COUNTED,
            f"items 5 ('enjoyment') private: {PRIVATE}",
        ],
    ),
    (
        POOLED.replace("= 4", "= -1") + 'subscales = ["care", "company"]\n',
        ["pooled 1 ('gap') bands: the 'up-to' of 'bands' must rise.", *COUNTED],
    ),
    (
        VIEW,
        [
            "views: give two views, or none.",
            *(f"feedback {place} kind: {ASKED_ONCE}" for place in (1, 2, 3, 4)),
        ],
    ),
    (VIEW.replace("views", "occasions"), ["occasions: give two occasions, or none."]),
    (
        VIEW + VIEW,
        [
            "views 2 ('me') id: the id 'me' is used twice; give each of the views its own.",
            *(f"feedback {place} kind: {ASKED_ONCE}" for place in (1, 2, 3, 4)),
        ],
    ),
    (
        '[[subscales]]\ntitle = "Calm"\nserves = "a"\ncosts = "b"\nexperiment = "c"\n',
        ["subscales 3 id: missing; add it."],
    ),
]


@pytest.mark.parametrize(("added", "said"), ADDITIONS)
def test_an_addition_that_does_not_fit_is_located(added, said):
    assert mistakes(TEA + added) == said


def test_an_assessment_has_views_or_occasions_but_not_both():
    occasions = VIEW.replace("views", "occasions") + VIEW.replace("views", "occasions").replace("me", "later")

    assert mistakes(TWICE + occasions) == [
        "occasions: an assessment has two views or two occasions, not both; take one of them out."
    ]


def test_all_mistakes_of_a_file_are_reported_at_once():
    text = TEA.replace("minutes = 5", "minutes = 0").replace("at-most = 2", "at-most = 1").replace("care", "caré", 1)

    assert mistakes(text) == [
        "minutes: must be 1 or more.",
        f"{FIRST} subscale: {ID}",
        "items 8 ('at-home') at-most: must be 2 or more.",
        f"{FIRST} subscale: there is no subscale of that name; {SUBSCALES}",
    ]


def test_the_mistakes_of_several_files_are_reported_at_once(tmp_path):
    said = of_workshop(
        tmp_path,
        tea=TEA.replace("minutes = 5", "minutes = 0"),
        pour=POUR.replace("seconds = 90", "seconds = 9"),
        plan=PLAN.replace("https://example.org/help", "http://example.org/help"),
    )

    assert said == (
        "3 mistakes in the workshop's content:\n"
        "  - workshop.toml, support places 1 url: must be an address that starts with https://.\n"
        "  - assessments/tea.toml, minutes: must be 1 or more.\n"
        "  - exercises/pour.toml, steps 1 seconds: must be 15 or more."
    )


WORKSHOPS = [
    # a file's text in place of the good one, what is said after the heading
    (
        {"tea": TEA.replace("kettle2020", "kettle2021")},
        ["assessments/tea.toml, sources: references.json has no entry 'kettle2021'; did you mean 'kettle2020'?"],
    ),
    (
        {"section": SECTION.replace('["tea"]', '["coffee"]').replace('["pour"]', '["tea"]')},
        [
            "sections/tea.toml, assessments: there is no assessment 'coffee'; allowed are 'tea'.",
            "sections/tea.toml, exercises: there is no exercise 'tea'; allowed are 'pour'.",
        ],
    ),
    (
        {"section": SECTION + 'occasion = "after"\n'},
        ["sections/tea.toml, occasion: none of its assessments has that occasion; take it out."],
    ),
    (
        {"section": SECTION.replace("01-tea.ipynb", "tea.ipynb"), "plan": PLAN.replace("[support]", "[suport]")},
        [
            "workshop.toml, support: missing; add it.",
            "workshop.toml, suport: unknown key; did you mean 'support'?",
            "sections/tea.toml, notebook: must look like '04-communication.ipynb' or 'facilitator-guide.ipynb'.",
        ],
    ),
    (
        {"plan": ""},
        [f"workshop.toml, {key}: missing; add it." for key in ("title", "support")],
    ),
    ({"tea": "id = \n"}, ["assessments/tea.toml: not readable as TOML: Invalid value (at line 1, column 6)."]),
    ({"references": "{}"}, ["references.json: must be a list of CSL-JSON entries; put them in [ ]."]),
    (
        {"references": "[}"},
        ["references.json: not readable as JSON: Expecting value: line 1 column 2 (char 1)."],
    ),
    (
        {"references": "[" * 100_000},
        ["references.json: not readable as JSON: too many brackets inside each other."],
    ),
    (
        {"references": REFERENCES.replace("[{", '[{"id": "x"}, 3, {').replace("}]\n", "}, ") + REFERENCES[1:]},
        [
            "references.json, entry 1: 'title' and 'author' and 'issued' missing; every CSL-JSON entry needs them.",
            "references.json, entry 2: 'id' and 'title' and 'author' and 'issued' missing; every CSL-JSON entry needs "
            "them.",
            "references.json, entry 4: the id 'kettle2020' is used twice.",
        ],
    ),
    (
        {"references": REFERENCES.replace('"kettle2020"', "2020")},
        [
            "references.json, entry 1: the 'id' must be text; put it in quotation marks.",
            "assessments/tea.toml, sources: references.json has no entry 'kettle2020'; take it out.",
        ],
    ),
]


PARTS = "agendas.toml, agendas 1 ('tea-time') sessions 1"
WORKSHOPS_WITH_AGENDAS = [
    # what stands in the good file, what an author wrote instead, what is said after the heading
    (
        "minutes = 35",
        "minutes = 30",
        [f"{PARTS}: the parts take 115 minutes and 'minutes' says 120; make them agree."],
    ),
    (
        'title = "Wash up"',
        'title = "Wash up"\ndemanding = true',
        [f"{PARTS}: the last piece of work is a demanding one; put something light after it."],
    ),
    (
        'kind = "break"\n',
        "",
        [f"{PARTS}: more than 100 minutes without a break before 'Pour' ends."],
    ),
    ('kind = "break"', 'kind = "rest"', [f"{PARTS} parts 2 kind: must be 'work', 'break' or 'spare'."]),
    ("minutes = 60", "minutes = 95", [f"{PARTS} parts 1 minutes: must be 90 or less."]),
    ('text = "Together."\n', "", [f"{PARTS} parts 4 text: missing; add it."]),
    ('page = "tea"', 'page = "tee"', [f"{PARTS} parts 1 page: there is no section 'tee'; did you mean 'tea'?"]),
    (
        AGENDAS,
        AGENDAS + AGENDAS,
        ["agendas.toml, agendas 2 ('tea-time') id: another agenda has this id; choose another."],
    ),
    (AGENDAS, "", ["agendas.toml, agendas: missing; add it."]),
]


@pytest.mark.parametrize(("good", "wrong", "said"), WORKSHOPS_WITH_AGENDAS)
def test_an_agenda_that_cannot_be_kept_is_located(tmp_path, good, wrong, said):
    assert AGENDAS.count(good) == 1

    text = of_workshop(tmp_path, agendas=AGENDAS.replace(good, wrong))

    assert text.splitlines()[1:] == [f"  - {line}" for line in said]


def test_time_to_spare_may_stand_last_and_an_agenda_may_be_missing(tmp_path):
    with_agenda = wh.load_workshop(write_workshop(tmp_path / "with", agendas=AGENDAS))
    without = wh.load_workshop(write_workshop(tmp_path / "without"))

    assert with_agenda.agenda("tea-time").sessions[0].parts[-1].kind == "spare"
    assert dict(without.agendas) == {}


@pytest.mark.parametrize(("texts", "said"), WORKSHOPS)
def test_a_file_that_does_not_fit_the_workshop_is_located(tmp_path, texts, said):
    assert of_workshop(tmp_path, **texts).splitlines()[1:] == [f"  - {line}" for line in said]


def test_pages_come_in_the_order_of_their_notebooks_and_guides_apart(tmp_path):
    folder = write_workshop(tmp_path / "data")
    for name, notebook in (
        ("milk", "02-milk.ipynb"),
        ("hosts", "facilitator-hosts.ipynb"),
        ("before", "00-before.ipynb"),
    ):
        text = SECTION.replace('id = "tea"', f'id = "{name}"').replace("01-tea.ipynb", notebook)
        (folder / "sections" / f"{name}.toml").write_text(text, encoding="utf-8")

    workshop = wh.load_workshop(folder)

    assert [section.id for section in workshop.sections] == ["before", "tea", "milk"]
    assert [guide.id for guide in workshop.guides] == ["hosts"]
    assert workshop.section("hosts").notebook == "facilitator-hosts.ipynb"


def test_two_pages_of_one_notebook_and_a_page_not_called_like_its_file_are_located(tmp_path):
    folder = write_workshop(tmp_path / "data")
    (folder / "sections" / "milk.toml").write_text(SECTION.replace('id = "tea"', 'id = "sugar"'), encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        wh.load_workshop(folder)

    assert [str(mistake) for mistake in caught.value.mistakes] == [
        "sections/milk.toml, id: must be the file's name, 'milk'.",
        "sections/tea.toml, notebook: 'sugar' has it already; choose another.",
    ]


@pytest.mark.parametrize(
    ("asked_on", "page", "occasions"),
    [("", "", (None,)), ("both", "", ("before", "after")), ("both", 'occasion = "after"\n', ("after",))],
    ids=["asked once", "both on one page", "one of two on this page"],
)
def test_a_page_knows_on_which_occasions_it_asks(tmp_path, asked_on, page, occasions):
    two = '[[occasions]]\nid = "before"\ntitle = "Before"\n[[occasions]]\nid = "after"\ntitle = "After"\n'
    workshop = wh.load_workshop(
        write_workshop(tmp_path / "data", tea=TEA + (two if asked_on else ""), section=SECTION + page)
    )

    assert workshop.section("tea").occasions(workshop.assessment("tea")) == occasions


def test_text_that_is_not_utf_8_is_located_by_its_line(tmp_path):
    folder = write_workshop(tmp_path / "data")
    (folder / "assessments" / "tea.toml").write_bytes(b'id = "tea"\ntitle = "\xff"')

    with pytest.raises(ContentError) as caught:
        wh.load_workshop(folder)

    assert str(caught.value) == (
        "One mistake in the workshop's content:\n"
        "  - assessments/tea.toml, line 2: not UTF-8 text; save the file as UTF-8."
    )


def test_a_byte_order_mark_does_no_harm(tmp_path):
    folder = write_workshop(tmp_path / "data", tea=f"\ufeff{TEA}", references=f"\ufeff{REFERENCES}")

    assert wh.load_workshop(folder).assessment("tea").id == "tea"


def test_an_assessment_is_called_like_its_file(tmp_path):
    folder = write_workshop(tmp_path / "data")
    (folder / "assessments" / "mint.toml").write_text(TEA, encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        wh.load_workshop(folder)

    assert [str(mistake) for mistake in caught.value.mistakes] == [
        "assessments/mint.toml, id: must be the file's name, 'mint'."
    ]


def test_templates_are_not_part_of_the_workshop(tmp_path):
    folder = write_workshop(tmp_path / "data")
    (folder / "assessments" / "_template.toml").write_text("not even TOML", encoding="utf-8")

    assert list(wh.load_workshop(folder).assessments) == ["tea"]


@pytest.mark.parametrize("folder", ["nowhere", "data/workshop.toml"], ids=["no folder", "a file"])
def test_a_folder_that_is_not_there_is_reported(tmp_path, folder):
    write_workshop(tmp_path / "data")

    with pytest.raises(ContentError) as caught:
        wh.load_workshop(tmp_path / folder)

    missing = "the file is missing; put it there or choose another data folder."
    assert [str(mistake) for mistake in caught.value.mistakes] == [
        f"workshop.toml: {missing}",
        f"references.json: {missing}",
        "sections: there is no page; put one there, as README.md says.",
    ]


def test_a_folder_in_place_of_a_file_is_reported(tmp_path):
    folder = write_workshop(tmp_path / "data")
    (folder / "exercises" / "walk.toml").mkdir()

    with pytest.raises(ContentError) as caught:
        wh.load_workshop(folder)

    assert [str(mistake) for mistake in caught.value.mistakes] == [
        "exercises/walk.toml: a folder stands where a file is wanted; rename it."
    ]


def test_the_workshops_own_content_is_read_once():
    assert wh.load_workshop() is wh.load_workshop()


def test_the_schema_file_is_the_one_that_the_models_give():
    assert json.loads(ASSESSMENT_SCHEMA.read_text(encoding="utf-8")) == assessment_schema()


VALUES = [
    "3", "-1", "3.5", "nan", "inf", "true", "1979-05-27", "''", "'care'", "'drinks'", "'how-often'", "'points'", "'{'",
    "[]", "[[]]", "[[1]]", "[{}]", "[{id=3}]", "[{id='care'}]", "['care']", "['care','care']", "['care',3]", "{}",
    "{up-to=3}",
]  # fmt: skip
ENTRIES = [place for place, line in enumerate(TEA.splitlines()) if " = " in line and line[0] != " " and line[-1] != "["]


@given(changes=st.lists(st.tuples(st.sampled_from(ENTRIES), st.sampled_from(VALUES)), min_size=1, max_size=4))
@settings(max_examples=150, deadline=None)
def test_whatever_values_stand_in_a_file_only_located_mistakes_come_out(changes):
    lines = TEA.splitlines()
    for place, value in changes:
        lines[place] = f"{lines[place].split(' = ')[0]} = {value}"

    found: tuple[Mistake, ...] = ()
    try:
        loaded.__wrapped__("\n".join(lines))
    except ContentError as error:
        found = error.mistakes

    assert all(mistake.key and mistake.problem.endswith(".") for mistake in found)
