"""What all tests share: how property tests run, and the small assessments that many of them use."""

import pytest
from hypothesis import Phase, settings
from small_assessments import before_and_after, choice

from workshop_helpers.content import Assessment

# The same examples every time, and nothing written. Failures are not shrunk: most of them are the
# deliberately bad engines', which only have to be caught.
settings.register_profile(
    "workshop",
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=60,
    report_multiple_bugs=False,
    phases=[Phase.explicit, Phase.generate],
)
settings.load_profile("workshop")


@pytest.fixture(scope="session")
def private_one() -> Assessment:
    return choice(policy="private")


@pytest.fixture(scope="session")
def two_occasions() -> Assessment:
    return before_and_after()
