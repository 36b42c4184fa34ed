"""A way out of a page, for somebody who is looked over the shoulder."""

from __future__ import annotations

import traitlets

from workshop_helpers.content import Support
from workshop_helpers.widgets.shared.widget import PrivateWidget, bundle


class QuickExit(PrivateWidget):
    """A button that puts a harmless page in this one's place at once. Remembers nothing."""

    _esm = bundle("quick_exit.js")
    _css = bundle("quick_exit.css")
    shown_as = "<a way out>"
    address = traitlets.Unicode().tag(sync=True)

    def __init__(self, support: Support) -> None:
        super().__init__(address=support.exit)
