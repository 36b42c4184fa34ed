"""Run every measurement and print the table."""

from __future__ import annotations

from bench import drawing, pooling, room, starting
from bench.measuring import Ratio


def main() -> None:
    """Measure, and say how each ratio compares with its target."""
    print("Measuring; this takes about a minute ...")
    found = [*starting.ratios(), *pooling.ratios(), *drawing.ratios(), *room.ratios()]
    print(f"\n{_line('what', 'ratio', 'target', '')}")
    for one in found:
        print(_line(one.what, f"{one.measured:.2f}", f"{one.target:.2f}", one.verdict))
    print(f"\nNext: {_advice(found)}")


def _line(what: str, measured: str, target: str, verdict: str) -> str:
    return f"{what:<75} {measured:>6} {target:>7}  {verdict}".rstrip()


def _advice(found: list[Ratio]) -> str:
    if any(one.verdict == "over" for one in found):
        return "run `make bench` again when the machine has nothing else to do; what stays over needs a look."
    return "nothing; every ratio is within its target."


if __name__ == "__main__":
    main()
