"""Look for a canary, a text that nothing may contain, in files and texts, whatever they wrap it in."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path


def forms(canary: str) -> dict[str, bytes]:
    """How a text looks when it is written down in the usual ways.

    Base64 turns three bytes into four letters, so it depends on where in its text the canary begins.
    """
    plain = canary.encode()
    escaped = json.dumps(canary)[1:-1].encode()
    found = {
        "plain": plain,
        "JSON": escaped,
        "JSON in JSON": json.dumps(escaped.decode())[1:-1].encode(),
        "UTF-16 LE": canary.encode("utf-16-le"),
        "UTF-16 BE": canary.encode("utf-16-be"),
        "hexadecimal": plain.hex().encode(),
    }
    for before in range(3):
        # Letters that also depend on what stands before or after the canary are cut off.
        first, last = -(-before * 8 // 6), (before + len(plain)) * 8 // 6
        found[f"base64 at {before}"] = base64.b64encode(bytes(before) + plain + bytes(3))[first:last]
    return found


def sightings(canary: str, content: bytes | str) -> list[str]:
    """The forms in which a text or some bytes contain the canary."""
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return sorted({name.split(" at ")[0] for name, form in forms(canary).items() if form in data})


def sightings_below(canary: str, folder: Path) -> Iterator[str]:
    """Every file below a folder, hidden ones too, that has the canary in its content or its name."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if canary in str(name):
            yield f"{name}: in its name"
        if path.is_file():
            yield from (f"{name}: {form}" for form in sightings(canary, path.read_bytes()))
