"""How many people a picture needs, and how coarse its bars are: decided by the author, made stricter at will.

A count is shown as a band (``bands``), or, where a policy's narrowest band is one number wide, as it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from workshop_helpers.errors import PolicyError
from workshop_helpers.pooling.bands import band_around

FEWEST = 5  # people; no policy goes below
SMALL_CIRCLE = (6, 7)  # people
# Below this many people an ordered scale is shown in its three merged columns: hardly more than three bars can stand
# above the lowest band. It is one number, so that a group that is asked twice seldom has other columns the second time.
SMALL_GROUP = 22


@dataclass(frozen=True)
class Policy:
    """The smallest group that is drawn and the width of its narrowest band, both in people.

    ``narrowest`` 1 means exact counts. Values below the floors (5 people, bands of 3 unless exact, two
    bands' worth of people) raise ``PolicyError``; there is no setting that lowers them.
    """

    name: str
    smallest_group: int
    narrowest: int
    words: str

    def __post_init__(self) -> None:
        whole = type(self.smallest_group) is int and type(self.narrowest) is int
        if (
            not whole
            or self.smallest_group < FEWEST
            or self.narrowest < 1
            or self.narrowest == 2
            or self.smallest_group < 2 * self.narrowest
        ):
            raise PolicyError(
                f"A policy needs whole numbers: {FEWEST} people or more, bands of 1 or of 3 or more, and at least "
                "two bands' worth of people. Raise the numbers."
            )

    @property
    def exact(self) -> bool:
        """Whether bars are exact counts."""
        return self.narrowest == 1

    def bounds(self, count: int, people: int) -> tuple[int, int]:
        """The band, lowest and highest count inclusive, that a bar of ``count`` of ``people`` is shown as.

        Depends on where ``count`` falls, never on the other bars.
        """
        return (count, count) if self.exact else band_around(count, people, self.narrowest)


POLICIES = {
    "light": Policy("light", 5, 1, "exact counts, from five people"),
    "small-circle": Policy("small-circle", 6, 3, "bands of three or four people, for a group of six or seven"),
    "room": Policy("room", 8, 4, "bands of at least four people, from eight people"),
}


def choose_policy(author: str, wanted: str | Policy | None, people: int | None, tied: bool = False) -> Policy:
    """The policy in force: the author's, or a stricter one.

    Args:
        author: The policy in the assessment's file.
        wanted: What the facilitator asks for; the author's if left out.
        people: How many people there are seats for, which decides about ``small-circle``.
        tied: Whether one answer's tables limit each other, so that bands would not protect it.

    Raises:
        PolicyError: if the answers are private, or what is wanted is looser than the author's, or would not protect.
    """
    if author == "private":
        raise PolicyError("This self-assessment is private: its answers are never put together. Talk about it instead.")
    floor = POLICIES[author]
    if wanted is None:
        return floor
    # A subclass could draw finer bands than it says, and a name could promise what it does not keep.
    policy = POLICIES.get(wanted) if isinstance(wanted, str) else wanted
    if type(policy) is not Policy or POLICIES.get(policy.name, policy) != policy:
        raise PolicyError(
            f"There is no such policy. Choose one of: {', '.join(POLICIES)}, or make a Policy with a name of its own."
        )
    if policy == POLICIES["small-circle"]:
        if people not in SMALL_CIRCLE:
            raise PolicyError("The policy 'small-circle' is for exactly six or seven people. Use 'room' instead.")
    elif policy.smallest_group < floor.smallest_group or policy.narrowest < floor.narrowest:
        raise PolicyError(
            f"The author of this self-assessment chose '{floor.name}' ({floor.words}). "
            "A facilitator can make that stricter, not looser."
        )
    if tied and not policy.exact:
        raise PolicyError(
            "This self-assessment has a question with a limit, such as 'at most two', and bands would not protect its "
            "answers. Open it as its author chose, or talk about it without a picture."
        )
    return policy
