"""The workshop's accent colour, for every page that it shows."""

from __future__ import annotations

from pathlib import Path

COLOURS = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
