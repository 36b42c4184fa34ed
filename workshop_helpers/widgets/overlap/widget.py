"""What two people at one computer can both live with. Nobody's marks leave the page, or stay on it."""

from __future__ import annotations

from workshop_helpers.widgets.shared.widget import PrivateWidget, bundle


class OverlapForm(PrivateWidget):
    """Two people mark ideas in private, one after the other; the page shows only those that both accept.

    The marks are never sent to the kernel, so no file, log or workbook can hold them. The page forgets them
    as soon as it has compared them.
    """

    _esm = bundle("overlap.js")
    _css = bundle("overlap.css")
    shown_as = "<what both can live with>"
