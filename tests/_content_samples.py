"""A made-up assessment that uses every format and every kind of rule, for tests to load whole or break."""

import functools
import tempfile
from copy import copy
from pathlib import Path

import pytest

import workshop_helpers as wh
from workshop_helpers.content import Assessment, Workshop
from workshop_helpers.errors import ContentError

TEA = """\
id = "tea"
title = "How you take your tea"
minutes = 5
policy = "room"
sensitivity = "low"
introduction = "Think of the last week."
sources = ["kettle2020"]

[scales.how-often]
labels = ["never", "rarely", "sometimes", "often", "always"]
merged = [
  { label = "rarely or never", up-to = 2 },
  { label = "sometimes", up-to = 3 },
  { label = "often or always", up-to = 5 },
]

[scales.zero-to-ten]
points = 11
first = 0
ends = ["not at all", "wholly"]
bins = [{ label = "0 to 4", up-to = 4 }, { label = "5 to 10", up-to = 10 }]

[options.drinks]
green = "Green"
black = "Black"
herbs = "Herbs"

[[items]]
id = "warm-the-pot"
text = "I warm the pot first."
format = "scale"
scale = "how-often"
subscale = "care"

[[items]]
id = "forget-the-tea"
text = "I forget the tea until it is cold."
format = "scale"
scale = "how-often"
subscale = "care"
reversed = true
does-not-apply = true

[[items]]
id = "count-the-minutes"
text = "I count the minutes."
format = "scale"
scale = "how-often"
subscale = "care"

[[items]]
id = "pour-for-others"
text = "I pour for others first."
format = "scale"
scale = "how-often"
subscale = "company"

[[items]]
id = "enjoyment"
text = "How much do you enjoy it?"
format = "scale"
scale = "zero-to-ten"

[[items]]
id = "today"
text = "Today I would like"
format = "choice"
options = "drinks"
does-not-apply = true

[[items]]
id = "tomorrow"
text = "Tomorrow I would like"
format = "choice"
options = "drinks"

[[items]]
id = "at-home"
text = "At home there is"
format = "choices"
options = "drinks"
at-most = 2
private = true

[[items]]
id = "favourites"
text = "Put them in your order."
format = "ranking"
options = "drinks"

[[items]]
id = "budget"
text = "Share out ten coins."
format = "points"
options = "drinks"
total = 10
bins = [{ label = "0", up-to = 0 }, { label = "1 to 5", up-to = 5 }, { label = "6 to 10", up-to = 10 }]
private = true

[[items]]
id = "memory"
text = "A cup that you remember"
format = "text"

[[subscales]]
id = "care"
title = "Care"
serves = "Care serves the taste."
costs = "It can cost time."
experiment = "warm the pot once."

[[subscales]]
id = "company"
title = "Company"
serves = "Company serves the mood."
costs = "It can cost quiet."
experiment = "pour for somebody."

[[feedback]]
kind = "lean"
between = ["care", "company"]

[[feedback]]
kind = "highest-and-lowest"

[[feedback]]
kind = "variety"
noun = "drink"
text = "Both are fine."

[[feedback]]
kind = "most-points"
item = "budget"
text = "Coins are only coins."

[[feedback]]
kind = "note"
text = "Tea is only tea."

[[prompts]]
text = "What makes a cup good?"

[[prompts]]
text = "In “{item}” most chose “{option}”. What might lead people there?"
when = "leader"
"""

# The same few items asked twice: with "views" for two people, with "occasions" at two times.
SUBSCALES = "the subscales here are 'care', 'company'."

TWICE = """\
id = "twice"
title = "Two ways to look at it"
minutes = 3
policy = "light"
sensitivity = "low"
introduction = "Answer each one twice."
sources = ["kettle2020"]

[[views]]
id = "me"
title = "for me"

[[views]]
id = "others"
title = "for others"

[scales.agree]
labels = ["no", "rather not", "partly", "rather", "yes"]

[[items]]
id = "quiet"
text = "Quiet is welcome."
format = "scale"
scale = "agree"
subscale = "room"

[[items]]
id = "noise"
text = "Noise is welcome."
format = "scale"
scale = "agree"
subscale = "room"
reversed = true

[[subscales]]
id = "room"
title = "Room"
serves = "It serves."
costs = "It costs."
experiment = "try it."

[[feedback]]
kind = "gap-between-views"
higher = "You allow others more."
lower = "You allow yourself more."
even = "About the same for both."

[[prompts]]
text = "Why?"

[[prompts]]
text = "Why not?"
"""

REFERENCES = """\
[{"id": "kettle2020", "title": "On kettles", "author": [{"family": "Kettle"}], "issued": {"date-parts": [[2020]]}}]
"""

PLAN = """\
title = "Tea for everybody"

[support]
text = "If it is too much, stop."
safety-gate = "Only for people who may say no."
exit = "https://example.org"
places = [{ name = "A listening ear", url = "https://example.org/help", text = "By phone and in writing." }]
"""

SECTION = """\
id = "tea"
title = "Tea"
notebook = "01-tea.ipynb"
minutes = 20
aims = ["Drink tea."]
content-note = "It is hot."
assessments = ["tea"]
exercises = ["pour"]
"""

POUR = """\
id = "pour"
title = "Pour together"
introduction = "Take a pot."
alone = "Pour for yourself."
observe = "Watch the steam."
steps = [{ title = "Boil", seconds = 90, text = "Wait." }, { title = "Pour", seconds = 45, text = "Pour slowly." }]
"""


AGENDAS = """\
[[agendas]]
id = "tea-time"
title = "Tea time"
people = "For 8 to 12 people."
introduction = "A pot for everybody."

[[agendas.sessions]]
title = "The afternoon"
minutes = 120

[[agendas.sessions.parts]]
title = "Boil"
minutes = 60
page = "tea"
text = "Say that the pot is hot."

[[agendas.sessions.parts]]
title = "Open a window"
minutes = 10
kind = "break"
text = "Ten minutes for everybody."

[[agendas.sessions.parts]]
title = "Pour"
minutes = 35
demanding = true
text = "Pour slowly."

[[agendas.sessions.parts]]
title = "Wash up"
minutes = 10
text = "Together."

[[agendas.sessions.parts]]
title = "Five more minutes"
minutes = 5
kind = "spare"
text = "For whatever took longer."
"""


def write_workshop(folder: Path, **texts: str) -> Path:
    """Write a small workshop's data folder; ``texts`` stand in place of the good ones, by their names here."""
    (folder / "assessments").mkdir(parents=True)
    (folder / "exercises").mkdir()
    (folder / "sections").mkdir()
    files = {
        "workshop.toml": texts.get("plan", PLAN),
        "sections/tea.toml": texts.get("section", SECTION),
        "references.json": texts.get("references", REFERENCES),
        "assessments/tea.toml": texts.get("tea", TEA),
        "exercises/pour.toml": texts.get("pour", POUR),
    }
    if "agendas" in texts:  # the one file that may be missing
        files["agendas.toml"] = texts["agendas"]
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def with_parts(workshop: Workshop, **parts: object) -> Workshop:
    """The same workshop with other parts, by their names, in place of those that its files give."""
    other = copy(workshop)
    for name, part in parts.items():
        setattr(other, name, part)
    return other


@functools.cache
def loaded(text: str = TEA) -> Assessment:
    """The assessment that a text describes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.toml"
        path.write_text(text, encoding="utf-8")
        return wh.load_assessment(path)


def mistakes(text: str) -> list[str]:
    """What is said about an assessment file, without the heading and the file's name."""
    with pytest.raises(ContentError) as caught:
        loaded(text)
    return [f"{mistake.key}: {mistake.problem}" for mistake in caught.value.mistakes]
