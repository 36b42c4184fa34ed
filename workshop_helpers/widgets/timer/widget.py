"""An exercise on a page: its steps, and a timer that says what comes next."""

from __future__ import annotations

import traitlets

from workshop_helpers.content import Exercise
from workshop_helpers.widgets.shared.widget import PrivateWidget, bundle, paragraphs


class Timer(PrivateWidget):
    """The steps of one exercise with a timer that each person runs on their own page. Remembers nothing."""

    _esm = bundle("timer.js")
    _css = bundle("timer.css")
    shown_as = "<exercise>"
    spec = traitlets.Dict().tag(sync=True)

    def __init__(self, exercise: Exercise) -> None:
        super().__init__(
            spec={
                "title": exercise.title,
                "minutes": exercise.minutes,
                "introduction": paragraphs(exercise.introduction),
                "ways": [["Alone, in writing", exercise.alone], ["Watching", exercise.observe]],
                "steps": [{"title": s.title, "seconds": s.seconds, "text": s.text} for s in exercise.steps],
            }
        )
