"""A Redis or Valkey server of a test's own, with the settings that the test wants."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from redis import Redis
from redis.exceptions import ConnectionError as NotThere
from redis.exceptions import RedisError
from small_rooms import until

IN_MEMORY_ONLY = ("--save", "", "--appendonly", "no", "--slowlog-log-slower-than", "-1")


def _answers(socket: str) -> bool:
    with Redis.from_url(f"unix://{socket}") as redis:
        try:
            redis.ping()
        except NotThere as error:
            return type(error) is not NotThere  # one that wants a password is there
        except RedisError:
            pass
        return True


@contextlib.contextmanager
def redis_server(*options: str) -> Iterator[Path]:
    """A server with these options; its folder, in which its socket is ``s``."""
    program = shutil.which("redis-server") or shutil.which("valkey-server")
    if program is None:
        reason = "no Redis server here: run 'apt install redis-server' or 'brew install redis'; Valkey will do too"
        if os.environ.get("WORKSHOP_REDIS_REQUIRED"):
            pytest.fail(reason)
        pytest.skip(reason)
    with tempfile.TemporaryDirectory() as folder:
        socket = f"{folder}/s"
        command = [program, "--port", "0", "--unixsocket", socket, "--dir", folder, *options]
        started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            until(lambda: _answers(socket), seconds=20)
            yield Path(folder)
        finally:
            started.kill()
            started.wait()
