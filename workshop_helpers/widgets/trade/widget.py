"""Trading across issues, on one computer: two private lists of points, and what a trade would give."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workshop_helpers.errors import WorkshopError
from workshop_helpers.formats.points import PointsQuestion
from workshop_helpers.pictures import deal_pictures
from workshop_helpers.trading import Deal, best_trade
from workshop_helpers.widgets.shared.widget import MessageWidget, bundle


class TradeForm(MessageWidget):
    """Two people, or one and an invented one, share out points in private; then the page shows the trade.

    Args:
        question: A question with points; its options are the issues.
        invented: The list of the invented person.

    Lists come as one message, are put together at once and are not kept anywhere.
    """

    _esm = bundle("trade.js")
    _css = bundle("trade.css")
    shown_as = "<trading>"
    messages = ("settle",)

    def __init__(self, question: PointsQuestion, invented: Mapping[str, int]) -> None:
        self._issues = dict(question.options)
        self._invented = invented
        super().__init__({"issues": self._issues, "total": question.item.total})

    def on_settle(self, message: Mapping[str, Any]) -> None:
        """Put two lists together; the second is the invented one if none is given."""
        try:
            deal = best_trade(message["first"], message.get("second") or self._invented)
        except WorkshopError as error:
            self.send({"type": "problem", "words": str(error)})
            return
        takers = {"first": "to the first person", "second": "to the second person", "both": "split in half"}
        rows = [[self._issues[issue], takers[taker]] for issue, taker in deal.takers.items()]
        self.send({"type": "deal", "rows": rows, "note": _note(deal), **deal_pictures(deal.values, deal.total)})


def _note(deal: Deal) -> str:
    if not deal.left_on_the_table:
        return "The same things matter to both, so there is nothing to trade. Fairness has to come some other way."
    if min(deal.values) * 2 < deal.total:
        return "Together there is more, yet one person ends below half. The best trade is not always a fair one."
    return "Both get at least half. The numbers know nothing of feelings, or of whether the lists were honest."
