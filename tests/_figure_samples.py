"""Releases of every shape that figures and prompts are tried on: all invented, counted by rule, never by chance."""

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from workshop_helpers.content import Assessment
from workshop_helpers.content.loading import load_assessment
from workshop_helpers.pooling.policy import POLICIES
from workshop_helpers.pooling.release import Release, make_release
from workshop_helpers.pooling.variables import DOES_NOT_APPLY_LABEL, variables

HEAD = """
id = "{name}"
title = "{title}"
minutes = 5
policy = "light"
sensitivity = "low"
introduction = "Think of the last two weeks."
sources = ["nobody2000"]
feedback = [{{ kind = "note", text = "Thank you." }}]
prompts = [{{ text = "What fits?" }}, {{ text = "What surprises you?" }}]
"""
FIVE_POINTS = """
[scales.how-often]
labels = ["almost never", "rarely", "sometimes", "often", "almost always"]
merged = [
  { label = "rarely or never", up-to = 2 },
  { label = "sometimes", up-to = 3 },
  { label = "often or always", up-to = 5 },
]
"""
STATEMENTS = (
    "I notice when I have started composing my reply.",
    "I ask what kind of response the person wants.",
    "I tell a matching story of my own within the first minute.",
    "I check that I have understood before I answer.",
    "My phone stays out of sight.",
    "I give advice before anybody has asked for it.",
    "I ask one more question than I had planned to.",
    "I can bear a pause.",
)
MOVES = (
    "say it plainly now",
    "say it gently now",
    "ask a question first",
    "wait for a better time",
    "write it",
    "leave it",
)
LONG = (
    "wait until both of us have slept, eaten and had some time alone, and then ask whether now would be a good moment",
    "write a letter that says everything, put it in a drawer, and decide in a week whether anybody else should read it",
    "ask somebody who knows both of us, without giving any names, what they would want to hear if it were about them",
)


def _scale_items(texts: tuple[str, ...], extra: str = "") -> str:
    return "".join(_scale_item(f"item-{place}", text, extra) for place, text in enumerate(texts))


def _scale_item(name: str, text: str, extra: str) -> str:
    return f'[[items]]\nid = "{name}"\ntext = "{text}"\nformat = "scale"\nscale = "how-often"\n{extra}\n'


def _options(labels: tuple[str, ...]) -> str:
    return "[options.moves]\n" + "".join(f'move-{i} = "{label}"\n' for i, label in enumerate(labels))


def _item(text: str, name: str, kind: str, extra: str = "") -> str:
    return f'[[items]]\nid = "{name}"\ntext = "{text}"\nformat = "{kind}"\noptions = "moves"\n{extra}\n'


_SCENES = (
    "A friend's jokes about your accent have stopped being funny.",
    "You agreed to host and now cannot face it.",
    "Someone you work with thinks a piece of work went well; it did not.",
)
_RULER = """
[scales.ruler]
points = 11
first = 0
ends = ["none", "a great deal"]
bins = [
  { label = "0–2", up-to = 2 }, { label = "3–4", up-to = 4 }, { label = "5", up-to = 5 },
  { label = "6–7", up-to = 7 }, { label = "8–10", up-to = 10 },
]
[[items]]
id = "discomfort"
text = "How uncomfortable would the one nearest to your life be?"
format = "scale"
scale = "ruler"
[[items]]
id = "usefulness"
text = "How useful would it be?"
format = "scale"
scale = "ruler"
does-not-apply = true
"""
_TWO_RULERS = _RULER.replace("usefulness", "comfort").replace(
    'scale = "ruler"', 'scale = "ruler"\ndoes-not-apply = true', 1
)
_SEVEN_POINTS = """
[scales.seven]
points = 7
ends = ["hardly true", "very true"]
[[items]]
id = "room"
text = "There was room for a bad day."
format = "scale"
scale = "seven"
[[items]]
id = "turn"
text = "Each had a turn."
format = "scale"
scale = "seven"
"""
_VIEWS = """
[[views]]
id = "me"
title = "for me"
[[views]]
id = "other"
title = "for someone else"
"""
_OCCASIONS = """
[[occasions]]
id = "before"
title = "Before"
[[occasions]]
id = "after"
title = "After"
"""
_SUBSCALE = """
[[subscales]]
id = "{0}"
title = "{0}"
serves = "x"
costs = "x"
experiment = "x"
"""
_QUADRANT = """
[[pooled]]
kind = "quadrant"
id = "two-needs"
title = "What each side gets"
subscales = ["mine", "yours"]
split = 3.0
labels = ["step back", "give in", "stand firm", "look for something new"]
"""
_GAP = """
[[pooled]]
kind = "gap"
id = "distance"
title = "How far the two views lie apart"
bands = [
  { label = "I am stricter with myself", up-to = -1 },
  { label = "about the same", up-to = 1 },
  { label = "I am stricter with others", up-to = 4 },
]
"""
_BODIES = {
    "listening": FIVE_POINTS + _scale_items(STATEMENTS),
    "honest": _options(MOVES) + "".join(_item(text, f"scene-{i}", "choice") for i, text in enumerate(_SCENES)) + _RULER,
    "short-ruler": _TWO_RULERS,
    "seven-points": _SEVEN_POINTS,
    "one-choice": _options(MOVES) + _item("What would you do first?", "first", "choice"),
    "choices": _options(MOVES) + _item("Which of these could you do this month?", "month", "choices"),
    "points": _options(MOVES)
    + _item(
        "Ten points for what you want when you are low.",
        "wanted",
        "points",
        'total = 10\nbins = [{label="none", up-to=0},{label="1–3", up-to=3},{label="4 or more", up-to=10}]',
    ),
    "views": _VIEWS + FIVE_POINTS + _scale_items(STATEMENTS[:4]),
    "choices-views": _VIEWS + _options(MOVES) + _item("What would be fine to ask?", "ask", "choices"),
    "twice": _OCCASIONS + FIVE_POINTS + _scale_items(STATEMENTS[:3]),
    "gap": _VIEWS + FIVE_POINTS + _scale_items(STATEMENTS[:2], "private = true") + _GAP,
    "quadrant": FIVE_POINTS
    + _scale_item("one", STATEMENTS[0], 'private = true\nsubscale = "mine"')
    + _scale_item("other", STATEMENTS[1], 'private = true\nsubscale = "yours"')
    + _SUBSCALE.format("mine")
    + _SUBSCALE.format("yours")
    + _QUADRANT,
    "long-scale": FIVE_POINTS.replace("almost", f"almost, {LONG[0]},").replace("often or", f"often, {LONG[1]}, or")
    + _scale_items(STATEMENTS[:3], "does-not-apply = true"),
    "long": _options(LONG)
    + "".join(_item(f"{_SCENES[i]} {_SCENES[2 - i]}", f"scene-{i}", "choice") for i in range(3))
    + _item("What would " + "you " * 30 + "do with a$b and c$d?", "month", "choices", "does-not-apply = true"),
}


@cache
def assessment(name: str) -> Assessment:
    title = "How would you say it?" if name != "long" else "A title that goes on, and on, and does not stop " * 2 + "."
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.toml"
        path.write_text(HEAD.format(name=name, title=title) + _BODIES[name], encoding="utf-8")
        return load_assessment(path)


NAMES = tuple(_BODIES)


def spread(options: int, people: int, place: int) -> list[int]:
    """A hill whose top wanders from table to table, and one in ten who skip."""
    skipped = people // 10
    top = (place * 2 + 1) % options
    return [*_share([1 + 6 / (1 + abs(option - top)) for option in range(options)], people - skipped), skipped]


def together(options: int, people: int, place: int) -> list[int]:
    """Everybody chose the second option."""
    return [people if option == 1 else 0 for option in range(options + 1)]


def camps(options: int, people: int, place: int) -> list[int]:
    """Half at either end."""
    return [*_share([float(option in (0, options - 1)) for option in range(options)], people), 0]


def _share(weights: list[float], people: int) -> list[int]:
    ends = [round(people * sum(weights[: place + 1]) / sum(weights)) for place in range(len(weights))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


Shape = Callable[[int, int, int], list[int]]  # options without skipping, people, the table's place


def release(
    name: str,
    people: int,
    policy: str = "room",
    shape: Shape = spread,
    *,
    made_up: bool = False,
    occasion: str | None = None,
) -> Release:
    of = variables(assessment(name), occasion)
    counts = {}
    for place, variable in enumerate(of):
        aside = int(DOES_NOT_APPLY_LABEL in variable.options)
        *answers, skipped = shape(len(variable.options) - 1 - aside, people, place)
        counts[variable.id] = [*answers, *[0] * aside, skipped]
    source = "a made-up group" if made_up else "a room"
    return make_release(name, assessment(name).title, of, counts, people, POLICIES[policy], source)


def words(figure: Figure) -> list[str]:
    """What is written on a figure, in the order of writing, lines joined."""
    return [" ".join(text.get_text().split()) for text in figure.axes[0].texts]


def rectangles(figure: Figure) -> list[Rectangle]:
    """All that is drawn besides words: nothing but rectangles."""
    drawn = [patch for patch in figure.axes[0].patches if isinstance(patch, Rectangle)]
    assert len(drawn) == len(figure.axes[0].patches)
    return drawn


def boxes(figure: Figure, kind: str) -> dict[str, Rectangle]:
    """The rectangles of one kind (``cell``, ``certain`` ...), by ``variable:option``."""
    named = ((str(box.get_gid()).partition(":"), box) for box in rectangles(figure))
    return {rest: box for (name, _, rest), box in named if name == kind}
