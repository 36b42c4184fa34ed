"""Share codes for the paper hat: a contribution as a few letters that somebody writes on a slip.

A code holds, as one number in mixed radix: the position in each variable's options, a random number of
24 bits (so that equal answers look different), a version of 3 bits and a keyed check of 15 bits. It is
written in Crockford's base 32, and one more character makes 20 check bits in all: a weighted sum over
GF(32), which catches every single wrong character and every swap of two neighbours. Both are keyed by
the session and by the rule that the person agreed to, so that a slip from another session, or one that was
made under another rule, is refused as well.

A code IS the answers. It belongs on a slip in a hat, never beside a name.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from workshop_helpers.content import Assessment
from workshop_helpers.errors import SlipError
from workshop_helpers.pasted import letters_of_slip, word_of_the_day
from workshop_helpers.pooling.contribution import Contribution, agreed_policy
from workshop_helpers.pooling.policy import POLICIES, Policy
from workshop_helpers.pooling.variables import Variable, variables
from workshop_helpers.private import hushed

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SLIP_VERSION = 1
_NONCE_BITS, _VERSION_BITS, _CHECK_BITS = 24, 3, 15
_FORGIVEN = str.maketrans({"O": "0", "I": "1", "L": "1"})


@hushed
def encode_slip(contribution: Contribution, session: str) -> str:
    """A person's share code for one session, in groups of four; different each time it is made.

    It can be read by the policy of the contribution alone.

    Args:
        contribution: What the person agreed to add.
        session: The word that the facilitator chose for this group, however it is spelt. It hides nothing: it
            catches typing slips, and codes of another session.
    """
    number = 0
    for variable, place in zip(contribution.variables, bytes(contribution), strict=True):
        number = number * len(variable.options) + place
    number = (number << _NONCE_BITS) | secrets.randbits(_NONCE_BITS)
    number = (number << _VERSION_BITS) | SLIP_VERSION
    key = _key(contribution.assessment, contribution.variables, session, contribution.policy)
    number = (number << _CHECK_BITS) | _check(key, number)
    length = _length(contribution.variables)
    digits = [number >> (5 * i) & 31 for i in reversed(range(length))]
    letters = "".join(ALPHABET[digit] for digit in [*digits, _last(key, digits)])
    return "-".join(letters[i : i + 4] for i in range(0, len(letters), 4))


@hushed
def decode_slip(
    code: str,
    assessment: Assessment,
    session: str,
    occasion: str | None = None,
    policy: str | Policy | None = None,
) -> Contribution:
    """Read a share code back. Small letters, spaces, dashes, O for 0 and I or L for 1 are forgiven.

    Args:
        code: What stands on the slip.
        assessment: What was asked, and on which ``occasion``, if it has them.
        session: The word or code that the facilitator chose for this group.
        policy: The rule by which its picture will be drawn; the author's if left out.

    Raises:
        SlipError: if the code was mistyped, is not for this assessment, session or version, or was made under another
            rule. The message never repeats the code.
        PoolError: if there is no rule of that name.
    """
    rule = agreed_policy(assessment, policy)
    of = variables(assessment, occasion)
    letters = plain_slip(str(code))
    expected = _length(of) + 1
    if len(letters) != expected:
        characters = "1 character" if len(letters) == 1 else f"{len(letters)} characters"
        raise SlipError(f"It has {characters} and should have {expected}: check it against the slip.")
    strange = [place for place, letter in enumerate(letters, start=1) if letter not in ALPHABET]
    if strange:
        raise SlipError(f"Character {strange[0]} is no letter or digit of a share code: check it against the slip.")
    *digits, last = (ALPHABET.index(letter) for letter in letters)
    number = 0
    for digit in digits:
        number = number << 5 | digit
    check, number = number & (1 << _CHECK_BITS) - 1, number >> _CHECK_BITS

    def made_under(one: Policy | None) -> bool:
        key = _key(assessment, of, session, one)
        return last == _last(key, digits) and check == _check(key, number)

    if not made_under(rule):
        other = next(filter(made_under, POLICIES.values()), None)
        if other is not None and rule is not None:
            raise SlipError(
                f"It was made under another rule: {other.words}. Here it is: {rule.words}. Leave it out, or ask for a "
                "new code, made under this rule."
            )
        raise SlipError("It was mistyped, or is from another session or self-assessment: check it against the slip.")
    if number & (1 << _VERSION_BITS) - 1 != SLIP_VERSION:
        raise SlipError("It was made by another version of the workshop: make it again with this one.")
    number >>= _VERSION_BITS + _NONCE_BITS
    places = []
    for variable in reversed(of):
        number, place = divmod(number, len(variable.options))
        places.append(place)
    if number:
        raise SlipError("It was mistyped: check it against the slip.")
    return Contribution(assessment, of, bytes(reversed(places)), rule)


def plain_slip(code: str) -> str:
    """A code as it was made, without what handwriting and typing add to it; the same for every spelling of a slip."""
    return letters_of_slip(code).translate(_FORGIVEN)


@hushed
def decode_slips(
    codes: Iterable[str],
    assessment: Assessment,
    session: str,
    occasion: str | None = None,
    policy: str | Policy | None = None,
) -> tuple[Contribution, ...]:
    """Read all slips of a hat, given as a list or as a text with one on each line; empty ones are passed over.

    The arguments are those of ``decode_slip``.

    Raises:
        SlipError: naming every slip that cannot be read, by its place in the pile, and every slip that
            was entered twice.
    """
    found: list[Contribution] = []
    problems: list[str] = []
    first_seen: dict[str, int] = {}
    lines = codes.splitlines() if isinstance(codes, str) else codes
    for place, code in enumerate((line for line in lines if plain_slip(line)), start=1):
        plain = plain_slip(code)
        if plain in first_seen:
            problems.append(f"slip {place}: the same as slip {first_seen[plain]}. Take one of them out.")
            continue
        first_seen[plain] = place
        try:
            found.append(decode_slip(code, assessment, session, occasion, policy))
        except SlipError as error:
            problems.append(f"slip {place}: {error}")
    if problems:
        heading = "Not all slips could be read, so none was added. Mend each of these, or leave it out:"
        raise SlipError("\n".join([heading, *problems]))
    return tuple(found)


def _length(of: Sequence[Variable]) -> int:
    states = 1
    for variable in of:
        states *= len(variable.options)
    bits = (states - 1).bit_length() + _NONCE_BITS + _VERSION_BITS + _CHECK_BITS
    return -(-bits // 5)


def _key(assessment: Assessment, of: Sequence[Variable], session: str, policy: Policy | None) -> bytes:
    # The variables too, because another occasion, or another edition, of the questions may have equally many.
    questions = [(variable.id, variable.options) for variable in of]
    asked = [assessment.id, questions, word_of_the_day(session), policy and asdict(policy)]
    return hashlib.sha256(json.dumps(asked).encode()).digest()


def _check(key: bytes, number: int) -> int:
    digest = hmac.digest(key, number.to_bytes(-(-number.bit_length() // 8) or 1, "big"), hashlib.sha256)
    return int.from_bytes(digest[:4], "big") & (1 << _CHECK_BITS) - 1


def _last(key: bytes, digits: Sequence[int]) -> int:
    total = key[0] & 31
    for digit in digits:
        total = _double(total ^ digit)
    return total


def _double(element: int) -> int:
    """Multiply by x in GF(32) with the polynomial x^5 + x^2 + 1, under which x generates the field."""
    element <<= 1
    return element ^ 0b100101 if element & 32 else element
