"""The ``workshop`` command: for authors, who write content, and for facilitators, who work without a network.

Whatever a person can put right is said in plain words on standard error, with exit status 2 and no traceback.
"""

from __future__ import annotations

import argparse
import os
import secrets
import sys
import warnings
from collections.abc import Sequence
from contextlib import suppress
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from workshop_helpers.authoring.commands import add_commands
from workshop_helpers.content.loading import own_workshop
from workshop_helpers.errors import SlipError, WorkshopError
from workshop_helpers.pasted import text_in
from workshop_helpers.terminal import make_output_readable

if TYPE_CHECKING:
    from workshop_helpers.pooling.release import Release
    from workshop_helpers.room.protocol.links import Link
    from workshop_helpers.room.server.store import Store

_PICTURES = (".png", ".svg", ".pdf")
_POLICIES = ("light", "small-circle", "room")  # spelt out here so that --help need not load the engine


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status, 0 or 2."""
    make_output_readable()
    given = parser().parse_args(arguments)
    if arguments is None and given.run is _room:
        from workshop_helpers.room.server.freed_memory import begin_again_overwriting

        begin_again_overwriting()
    try:
        given.run(given)
    except WorkshopError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"'{error.filename}' cannot be opened: {error.strerror}. Check the folder and the name.", file=sys.stderr)
        return 2
    return 0


def parser() -> argparse.ArgumentParser:
    """Every command with its arguments and its help."""
    top = argparse.ArgumentParser(prog="workshop", description="Small jobs around the workshop's notebooks.")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)

    add_commands(commands)

    picture = commands.add_parser("picture", help="turn a table of answers into the group's picture")
    picture.add_argument("assessment", help="the id of the assessment that was answered")
    picture.add_argument("csv", type=Path, help="a CSV file: a row a person, a column a question")
    picture.set_defaults(run=_picture)

    slips = commands.add_parser("slips", help="turn the share codes from a paper hat into the group's picture")
    slips.add_argument("assessment", help="the id of the assessment that was answered")
    slips.add_argument("session", help="the word that was chosen for this group when the codes were made")
    slips.add_argument("codes", nargs="?", type=Path, help="a text file, a code a line; typed or piped in if left out")
    slips.set_defaults(run=_slips)

    room = commands.add_parser("room", help="collect answers over a local network, until you press Ctrl-C")
    room.add_argument("--host", help="this computer's name or number in its network; found by itself if left out")
    room.add_argument("--port", type=int, default=8765, help="where to listen (8765 if left out)")
    room.add_argument("--seats", type=int, required=True, help="the number of people in the room")
    room.add_argument("--fresh", action="store_true", help="make a new room, with a new code")
    room.add_argument("--redis", metavar="URL", help="keep answers in this Redis server, which several rooms can share")
    room.add_argument("--redis-password", action="store_true", help="ask for that server's password")
    room.set_defaults(run=_room)

    for command in (picture, slips):
        command.add_argument("--policy", choices=_POLICIES, help="a stricter policy than the author's")
        command.add_argument("--occasion", help="which occasion was answered, where there are two: its id")
        command.add_argument(
            "--out",
            type=Path,
            metavar="FILE",
            help="where to save it: .png, .svg or .pdf for the picture, .json to open it again, .csv for its table "
            "(the assessment's id with .png if left out)",
        )
    return top


def _picture(given: argparse.Namespace) -> None:
    from workshop_helpers.importing.frames import EmptyRows, UnusedColumns, pool_frame

    assessment = own_workshop().assessment(given.assessment)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UnusedColumns)
        warnings.simplefilter("always", EmptyRows)
        release = pool_frame(given.csv, assessment, given.policy, occasion=given.occasion)
    for warning in caught:
        print(warning.message, file=sys.stderr)
    _hand_over(release, given.out)


def _slips(given: argparse.Namespace) -> None:
    from workshop_helpers.pooling.pool import Pool
    from workshop_helpers.pooling.slips import decode_slips

    assessment = own_workshop().assessment(given.assessment)
    if given.codes is None and sys.stdin.isatty():
        print("Type a code a line. End with an empty line and Ctrl-D.", file=sys.stderr)
    content = sys.stdin.buffer.read() if given.codes is None else given.codes.read_bytes()
    codes = [line for line in text_in(content).splitlines() if line.strip()]
    if not codes:
        raise SlipError("There is no share code to read. Give a code a line.")
    pool = Pool(assessment, given.policy, seats=len(codes), occasion=given.occasion)
    for contribution in decode_slips(codes, assessment, given.session, given.occasion, pool.policy):
        pool.submit(secrets.token_bytes(16), contribution)
    _hand_over(pool.reveal(), given.out)


def _room(given: argparse.Namespace) -> None:
    from workshop_helpers.room.server.addresses import choose_address, listening, own_addresses
    from workshop_helpers.room.server.standalone import (
        identity_file,
        link_of,
        read_identity,
        serve,
        write_facilitators_line,
    )

    host = choose_address(given.host)
    with listening(host, given.port) as sockets, suppress(KeyboardInterrupt):
        store, file = _store(given), identity_file()
        identity = read_identity(file, given.fresh)
        link = link_of(host, given.port, identity)

        def ready() -> None:
            line = write_facilitators_line(file.parent, link, identity)
            others = [address for address in own_addresses() if given.host is None and address != host]
            print(_about_room(link, others, line), flush=True)

        serve(host, sockets, given.seats, identity, file, store, ready)
        print("The room has ended. Its code, its key and all that was in it are forgotten.")


def _about_room(link: Link, others: Sequence[str], line: Path) -> str:
    """What the program says of a room that is ready: this may be shown on a wall, so the key is not in it."""
    words = [f"The room is at:\n\n  {link}"]
    if link.certificate is None:
        words.append("Only this computer can reach it. To let others in, start again without --host.")
    elif others:
        words.append(
            f"This computer has other addresses as well: {', '.join(others)}. If people cannot reach the room, press "
            "Ctrl-C, and start again with --host and one of them."
        )
    words += [
        "To run it, open facilitator-room.ipynb on this computer, and press 'Run the room of this computer'. On "
        f"another computer, paste the line that is in this file, which only your account can read:\n\n  {line}",
        "Answers lie in memory only, until the picture is shown or for 30 minutes. Press Ctrl-C to end.",
    ]
    return "\n\n".join(words)


def _store(given: argparse.Namespace) -> Store:
    from workshop_helpers.room.server.store import MemoryStore

    if not given.redis:
        return MemoryStore()
    try:
        from workshop_helpers.room.server.redis_store import RedisStore
    except ModuleNotFoundError:
        raise WorkshopError("Redis needs one more library. Install it with: pip install -e .[redis]") from None
    password = os.environ.get("WORKSHOP_REDIS_PASSWORD")
    return RedisStore(given.redis, getpass("Password of the Redis server: ") if given.redis_password else password)


def _hand_over(release: Release, out: Path | None) -> None:
    from workshop_helpers.figures import figure, table_text

    path = out or Path(f"{release.assessment}.png")
    if path.suffix in _PICTURES:
        figure(release).savefig(path)
    elif path.suffix == ".json":
        path.write_text(release.to_json(), encoding="utf-8")
    elif path.suffix == ".csv":
        path.write_text(release.to_csv(), encoding="utf-8")
    else:
        raise WorkshopError(f"'{path.name}' must end in one of: {', '.join(_PICTURES)}, .json, .csv.")
    print(table_text(release))
    print(f"Saved: {path}")


if __name__ == "__main__":
    sys.exit(main())
