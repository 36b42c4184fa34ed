"""Small assessments for tests, made from TOML text by the loader that reads the real ones."""

import tempfile
from functools import cache
from pathlib import Path

from workshop_helpers.content import Assessment, Question
from workshop_helpers.content.loading import load_assessment

HEAD = """
id = "{name}"
title = "A small one"
minutes = 1
policy = "{policy}"
sensitivity = "low"
introduction = "Think of last week."
sources = ["nobody2000"]
"""
TAIL = """
[scales.often]
labels = ["never", "rarely", "sometimes", "often", "always"]
merged = [{ label = "rarely", up-to = 2 }, { label = "sometimes", up-to = 3 }, { label = "often", up-to = 5 }]
[scales.six]
points = 6
ends = ["not at all", "fully"]
[scales.ladder]
points = 11
first = 0
ends = ["none", "all"]
bins = [{ label = "0 to 3", up-to = 3 }, { label = "4 to 6", up-to = 6 }, { label = "7 to 10", up-to = 10 }]
[options.drinks]
tea = "Tea"
coffee = "Coffee"
water = "Water"
[options.five]
a = "A"
b = "B"
c = "C"
d = "D"
e = "E"
[[feedback]]
kind = "note"
text = "Thank you."
[[prompts]]
text = "What surprised you?"
[[prompts]]
text = "What did not?"
"""
BINS = '[{ label = "none", up-to = 0 }, { label = "some", up-to = 9 }, { label = "most", up-to = 20 }]'
EVERY_FORMAT = [
    'id = "walk"\nformat = "scale"\nscale = "often"\ndoes-not-apply = true',
    'id = "ladder"\nformat = "scale"\nscale = "ladder"',
    'id = "favourite"\nformat = "choice"\noptions = "drinks"',
    'id = "cupboard"\nformat = "choices"\noptions = "drinks"\nat-most = 2',
    'id = "order"\nformat = "ranking"\noptions = "drinks"',
    f'id = "budget"\nformat = "points"\noptions = "drinks"\ntotal = 20\nbins = {BINS}',
    'id = "diary"\nformat = "text"\nprivate = true',
    'id = "secret"\nformat = "scale"\nscale = "often"\nprivate = true',
]


@cache
def small(*items: str, policy: str = "room", name: str = "small", more: str = "") -> Assessment:
    """An assessment with these items, each the lines of its TOML table; ``more`` stands at the end of the file."""
    tables = "".join(f'[[items]]\ntext = "How is it?"\n{item}\n' for item in items)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"{name}.toml")
        path.write_text(HEAD.format(name=name, policy=policy) + TAIL + tables + more, encoding="utf-8")
        return load_assessment(path)


def question(item: str, more: str = "") -> Question:
    """The one question of an item."""
    (asked,) = small(item, policy="light", more=more).questions()
    return asked


def choice(policy: str = "room") -> Assessment:
    """One item with five options."""
    return small('id = "pick"\nformat = "choice"\noptions = "five"', policy=policy)


def scales(number: int, scale: str = "often", policy: str = "room") -> Assessment:
    """Some scale items, ``q1``, ``q2`` and so on."""
    items = [f'id = "q{i}"\nformat = "scale"\nscale = "{scale}"' for i in range(1, number + 1)]
    return small(*items, policy=policy)


def before_and_after(policy: str = "room") -> Assessment:
    """One scale item on two occasions."""
    more = '[[occasions]]\nid = "before"\ntitle = "Before"\n[[occasions]]\nid = "after"\ntitle = "After"\n'
    return small('id = "calm"\nformat = "scale"\nscale = "often"', policy=policy, more=more)
