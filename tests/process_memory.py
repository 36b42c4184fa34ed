"""Look for byte strings in all the memory of a running process, as somebody with its account could."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from small_rooms import Memory, agree, chosen

from workshop_helpers.content import Assessment
from workshop_helpers.pooling.credential import Credential
from workshop_helpers.room.client.facilitator import Facilitator
from workshop_helpers.room.client.participant import Participant
from workshop_helpers.room.protocol.messages import in_letters


def memory_of(process: int, *, stack: bool = True) -> Iterator[bytes]:
    """Every part of a process's memory that can be read; skips the test where a system does not show it.

    Left out are the kernel's own parts, such as ``[vvar]``, and if so wanted the stack.
    """
    if not Path(f"/proc/{process}/mem").exists():
        pytest.skip("this system does not show the memory of a process")
    left_out = ("[v", *(() if stack else ("[stack]",)))
    spans = Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines()
    with open(f"/proc/{process}/mem", "rb", 0) as memory:
        for line in spans:
            span, rights, *_ = line.split()
            first, last = (int(number, 16) for number in span.split("-"))
            if "r" in rights and not any(name in line for name in left_out):
                memory.seek(first)
                try:
                    yield memory.read(last - first)
                except OSError:
                    continue  # given back meanwhile


def found_in(process: int, wanted: Mapping[str, bytes], *, stack: bool = True) -> list[str]:
    """The names of those byte strings that are in a process's memory."""
    found: set[str] = set()
    for part in memory_of(process, stack=stack):
        found |= {name for name, pattern in wanted.items() if pattern in part}
    return sorted(found)


def twelve_people(leader: Facilitator, asked: Assessment) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Let twelve people answer; returns what a room has to keep of them until the reveal, and what it need not."""
    rows, requests = {}, {}
    for number in range(12):
        credential, given = Credential(), chosen(number + 1, asked)
        agree(Participant(leader.link, credential, Memory()), given)
        token = credential.token(leader.link.code, asked.id)
        rows[f"row {number}"] = bytes(given)
        requests[f"answers of {number}, in letters"] = in_letters(bytes(given)).encode()
        requests[f"token of {number}"] = token
        requests[f"token of {number}, in letters"] = in_letters(token).encode()
        requests[f"token of {number}, in hexadecimal"] = token.hex().encode()
    return rows, requests
