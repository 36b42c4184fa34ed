"""Draw every sample as PNG files to look at: ``python tests/gallery.py FOLDER [WORD ...]``.

Each is drawn for a page and for a phone, in colour and in grey. Words choose samples whose names contain one.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from _figure_samples import NAMES, camps, release, together
from PIL import Image

from workshop_helpers.figures import figure
from workshop_helpers.pooling.release import Release

PEOPLE = ((6, "small-circle"), (8, "room"), (12, "room"), (24, "room"), (400, "room"), (12, "light"), (40, "light"))


def samples() -> Iterator[tuple[str, Release, Release | None]]:
    """Each sample by its name: the picture of now, and the one of then if there is one."""
    for name in NAMES:
        for people, policy in PEOPLE:
            occasion = "after" if name == "twice" else None
            now = release(name, people, policy, made_up=people == 24, occasion=occasion)
            then = release(name, people + 1, policy, camps, occasion="before") if occasion else None
            yield f"{name}-{people}-{policy}", now, then
        for people, policy, shape in ((24, "room", together), (12, "light", camps)):
            yield (
                f"{name}-{people}-{policy}-{shape.__name__}",
                release(name, people, policy, shape, occasion=occasion),
                None,
            )


def main(folder: str, *words: str) -> None:
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for name, now, then in samples():
        if words and not any(word in name for word in words):
            continue
        for width in ("wide", "narrow"):
            file = target / f"{name}-{width}.png"
            figure(now, then, narrow=width == "narrow").savefig(file)
            Image.open(file).convert("L").save(file.with_name(f"{file.stem}-grey.png"))


if __name__ == "__main__":
    main(*sys.argv[1:])
