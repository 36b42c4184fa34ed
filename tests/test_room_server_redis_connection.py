"""A Redis server is reached safely, and asked whether it keeps answers in memory only before anybody relies on it."""

import ipaddress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from redis import Redis
from redis.exceptions import RedisError
from small_redis import IN_MEMORY_ONLY, redis_server
from small_rooms import CODE, KEY, free_port, new_rooms, one_room, until

from workshop_helpers import cli
from workshop_helpers.errors import RoomError
from workshop_helpers.room.server.redis_connection import connect
from workshop_helpers.room.server.redis_store import RedisStore

START = 'Start it like this: redis-server --save "" --appendonly no --slowlog-log-slower-than -1'
NOT_AN_ADDRESS = "This is not the address of a Redis server, such as redis://localhost:6379/0."
SECRET = (
    "A password in an address can be read by others on this computer, and stays in the terminal's history. Leave it "
    "out, and start with --redis-password: then it is asked for."
)


def refusal(url: str, password: str | None = None) -> str:
    with pytest.raises(RoomError) as caught:
        RedisStore(url, password)
    assert "zanzibar" not in str(caught.value)
    return str(caught.value)


# --- the address ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    ["", "nonsense", "http://localhost", "redis://", "redis://localhost:0", "redis://localhost:99999",
     "redis://localhost:port", "rediss://redis.example.org?ssl_cert_reqs=none", "redis://localhost?ssl_check_hostname=no",
     "redis://localhost?db=nought", "rediss://[::1"],
)  # fmt: skip
def test_what_is_no_address_of_a_redis_server_is_refused(url: str) -> None:
    assert refusal(url) == NOT_AN_ADDRESS


@pytest.mark.parametrize(
    "url",
    ["redis://:zanzibar@localhost", "rediss://me:zanzibar@redis.example.org:6380/0", "unix://me:zanzibar@/tmp/s",
     "redis://localhost?password=zanzibar", "redis://:@localhost"],
)  # fmt: skip
def test_a_password_in_an_address_is_refused(url: str) -> None:
    assert refusal(url) == SECRET


@pytest.mark.parametrize("url", ["redis://redis.example.org", "redis://192.0.2.7:6379/0", "redis://me@[2001:db8::1]"])
def test_off_this_computer_only_tls_is_spoken(url: str) -> None:
    assert refusal(url) == (
        "Answers would travel to this Redis server unprotected. Give an address that begins with rediss://."
    )


def test_over_tls_the_certificate_and_its_name_are_checked() -> None:
    settings = connect("rediss://me@redis.example.org", "zanzibar").connection_pool.connection_kwargs
    assert (settings["ssl_cert_reqs"], settings["ssl_check_hostname"]) == ("required", True)
    assert (settings["username"], settings["password"]) == ("me", "zanzibar")


def certificate_for_this_computer(folder: Path) -> Path:
    key, today = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "a test")])
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(today - timedelta(days=1)).not_valid_after(today + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    pem = serialization.Encoding.PEM
    (folder / "key.pem").write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    (folder / "certificate.pem").write_bytes(made.public_bytes(pem))
    return folder / "certificate.pem"


def test_a_server_is_spoken_to_over_tls_if_somebody_vouches_for_it(tmp_path: Path) -> None:
    certificate, port = certificate_for_this_computer(tmp_path), free_port()
    tls = ["--tls-port", str(port), "--tls-cert-file", str(certificate), "--tls-key-file", str(tmp_path / "key.pem")]
    tls += ["--tls-ca-cert-file", str(certificate), "--tls-auth-clients", "no"]
    with redis_server(*IN_MEMORY_ONLY, *tls):
        store = RedisStore(f"rediss://127.0.0.1:{port}?ssl_ca_certs={certificate}")
        rooms, _ = one_room(rooms=new_rooms(store))
        assert rooms.state(CODE).seats == 12
        assert "certificate verify failed" in refusal(f"rediss://127.0.0.1:{port}")
        assert "certificate" in refusal(f"rediss://localhost:{port}?ssl_ca_certs={certificate}")


# --- what the server does with what it is given -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "wrong"),
    [
        ([], "save, slowlog-log-slower-than"),
        (["--save", "", "--slowlog-log-slower-than", "-1", "--appendonly", "yes"], "appendonly"),
        ([*IN_MEMORY_ONLY, "--save", "3600 1"], "save"),
        (["--save", "", "--appendonly", "no", "--slowlog-log-slower-than", "0"], "slowlog-log-slower-than"),
    ],
)
def test_i33_a_server_that_writes_answers_down_is_refused_before_anything_is_said(
    options: list[str], wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WORKSHOP_HOME", str(tmp_path))
    with redis_server(*options) as folder:
        assert cli.main(["room", "--seats", "8", "--redis", f"unix://{folder}/s"]) == 2
        with Redis.from_url(f"unix://{folder}/s") as redis:
            assert redis.dbsize() == 0
    assert capsys.readouterr() == (
        "",
        f"The Redis server does not keep answers in memory only: its settings say otherwise ({wrong}). {START}\n",
    )


def test_i33_a_server_that_begins_to_write_is_refused_at_the_next_opening() -> None:
    with redis_server(*IN_MEMORY_ONLY) as folder:
        rooms, _ = one_room(rooms=new_rooms(RedisStore(f"unix://{folder}/s")))
        with Redis.from_url(f"unix://{folder}/s") as redis:
            redis.config_set("save", "60 1")
        with pytest.raises(RoomError) as caught:
            rooms.open(CODE, KEY, "small", None, None, None)
    assert str(caught.value) == (
        f"The Redis server does not keep answers in memory only: its settings say otherwise (save). {START}"
    )


def test_a_server_that_hands_on_what_it_holds_is_refused() -> None:
    with redis_server(*IN_MEMORY_ONLY, "--replicaof", "127.0.0.1", "1") as folder:
        assert refusal(f"unix://{folder}/s") == (
            "The Redis server shares what it holds with other servers. Take one that stands alone."
        )


# --- the server's own reasons ------------------------------------------------------------------------------------


def test_a_server_that_is_not_there_is_a_plain_sentence() -> None:
    port = free_port()
    assert refusal(f"redis://127.0.0.1:{port}/0") == (
        "No Redis server answers there. Start it, and give its address, such as redis://localhost:6379/0. What was "
        f"heard: Error 111 connecting to 127.0.0.1:{port}. Connection refused."
    )


def test_a_password_that_is_missing_or_wrong_is_told_and_the_right_one_is_taken() -> None:
    with redis_server(*IN_MEMORY_ONLY, "--requirepass", "zanzibar") as folder:
        url = f"unix://{folder}/s"
        put_right = (
            "Start with --redis-password, and put a name into the address, such as rediss://name@redis.example.org."
        )
        assert refusal(url) == (
            f"The Redis server wants another password or name. It says: Authentication required. {put_right}"
        )
        assert refusal(url, "zanzibar?") == (
            "The Redis server wants another password or name. It says: invalid username-password pair or user is "
            f"disabled. {put_right}"
        )
        assert RedisStore(url, "zanzibar").life


def test_the_command_takes_the_password_from_the_environment_or_asks_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKSHOP_HOME", str(tmp_path))
    taken: list[str | None] = []

    class Store:
        def __init__(self, _url: str, password: str | None) -> None:
            taken.append(password)
            raise RoomError("That is enough.")

    monkeypatch.setattr("workshop_helpers.room.server.redis_store.RedisStore", Store)
    monkeypatch.setattr(cli, "getpass", lambda _words: "typed")
    command = ["room", "--seats", "8", "--redis", "redis://localhost"]
    cli.main(command)
    monkeypatch.setenv("WORKSHOP_REDIS_PASSWORD", "from the environment")
    cli.main(command)
    cli.main([*command, "--redis-password"])
    assert taken == [None, "from the environment", "typed"]


ALLOWED = "on >zanzibar ~* +@all"


@pytest.mark.parametrize(
    ("rights", "words"),
    [
        (
            f"{ALLOWED} -config",
            "The Redis server does not say whether it writes to a disk. It says: this user has no permissions to run "
            "the 'config|get' command. Let this account ask: ACL SETUSER name +config|get +info",
        ),
        (
            f"{ALLOWED} -eval -evalsha",
            "The Redis server cannot be used for a room. It says: this user has no permissions to run the 'evalsha' "
            "command.",
        ),
        (
            f"{ALLOWED} -hvals",
            "The Redis server cannot be used for a room. It says: this user has no permissions to run the 'hvals' "
            "command.",
        ),
    ],
)
def test_an_account_that_may_not_do_all_that_a_room_needs_is_told_at_the_start(rights: str, words: str) -> None:
    with redis_server(*IN_MEMORY_ONLY) as folder:
        with Redis.from_url(f"unix://{folder}/s") as redis:
            redis.execute_command("ACL", "SETUSER", "room", *rights.split())
        said = refusal(f"unix://room@{folder}/s", "zanzibar")
    assert said == words


def test_a_cluster_of_one_node_is_a_server_as_any_other_once_it_is_whole() -> None:
    port = until(lambda: (port := free_port()) < 55_000 and port)  # the nodes' own port is 10,000 higher
    with redis_server(*IN_MEMORY_ONLY, "--cluster-enabled", "yes", "--port", str(port)) as folder:
        url = f"unix://{folder}/s"
        assert refusal(url) == ("The Redis server cannot be used for a room. It says: Hash slot not served.")
        with Redis.from_url(url) as redis:
            redis.execute_command("CLUSTER", "ADDSLOTSRANGE", 0, 16383)
            while True:
                try:
                    redis.set("there", 1)
                    break
                except RedisError:
                    continue
        rooms, _ = one_room(rooms=new_rooms(RedisStore(url)))
        rooms.open(CODE, KEY, "small", None, None, None)
        assert rooms.state(CODE).pools[0].state == "open"
        rooms.end(CODE, KEY)
