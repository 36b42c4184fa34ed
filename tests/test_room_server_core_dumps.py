"""A process that collects leaves no core dump, and neither do those that it starts."""

import subprocess
import sys

import pytest
from small_rooms import ROOT

from workshop_helpers.room.server.core_dumps import no_core_dumps

RAISED = """
import resource, subprocess, sys
resource.setrlimit(resource.RLIMIT_CORE, (0, 0) if {already} else (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
from workshop_helpers.room.server.core_dumps import no_core_dumps
no_core_dumps()
child = "import resource; print(resource.getrlimit(resource.RLIMIT_CORE))"
print(resource.getrlimit(resource.RLIMIT_CORE), subprocess.check_output([sys.executable, "-c", child], text=True))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
@pytest.mark.parametrize("already", [False, True])
def test_no_core_dump_is_left_whatever_the_limit_was(already: bool) -> None:
    run = [sys.executable, "-c", RAISED.format(already=already)]
    assert subprocess.check_output(run, cwd=ROOT, text=True).split("\n")[0] == "(0, 0) (0, 0)"


def test_where_there_are_no_such_limits_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setitem(sys.modules, "resource", None)  # importing it would fail
    no_core_dumps()
