"""Where a room listens: at an address that others can reach, found by itself or given, and checked first."""

import socket
from types import SimpleNamespace

import pytest

from workshop_helpers.errors import RoomError
from workshop_helpers.room.server import addresses
from workshop_helpers.room.server.addresses import choose_address, listening, own_addresses

MINE = "Leave out --host, or give one of this computer's addresses: 192.168.1.20, fd00::20."


def network(*found: tuple[str, int, str], up: bool = True) -> SimpleNamespace:
    """A computer with these addresses: of which network, of which kind, and what they are."""
    entries: dict[str, list[SimpleNamespace]] = {}
    for name, family, address in found:
        entries.setdefault(name, []).append(SimpleNamespace(family=family, address=address))
    return SimpleNamespace(
        net_if_addrs=lambda: entries, net_if_stats=lambda: {name: SimpleNamespace(isup=up) for name in entries}
    )


FOUR, SIX = socket.AF_INET, socket.AF_INET6
ALONE = [("lo", FOUR, "127.0.0.1"), ("lo", SIX, "::1"), ("lo", -1, "00:00:00:00:00:00")]
AT_HOME = [("wlan0", SIX, "fd00::20"), ("wlan0", SIX, "fe80::20%wlan0"), ("wlan0", FOUR, "192.168.1.20")]


@pytest.fixture
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "psutil", network(*ALONE, *AT_HOME))
    monkeypatch.setattr(addresses, "_used_outwards", lambda: None)


@pytest.mark.usefixtures("at_home")
def test_addresses_that_others_can_reach_are_found_and_the_shorter_kind_is_first() -> None:
    assert own_addresses() == ["192.168.1.20", "fd00::20"]
    assert choose_address(None) == "192.168.1.20"
    assert choose_address("room.example.org") == "room.example.org"


def test_of_several_networks_the_one_that_the_computer_uses_itself_is_first(monkeypatch: pytest.MonkeyPatch) -> None:
    several = [("docker0", FOUR, "172.17.0.1"), *AT_HOME, ("usb0", FOUR, "10.1.2.3")]
    monkeypatch.setattr(addresses, "psutil", network(*several))
    monkeypatch.setattr(addresses, "_used_outwards", lambda: "10.1.2.3")
    assert own_addresses() == ["10.1.2.3", "172.17.0.1", "192.168.1.20", "fd00::20"]


@pytest.mark.parametrize("found", [network(*ALONE), network(*ALONE, *AT_HOME, up=False)], ids=["none", "switched off"])
def test_a_computer_in_no_network_is_a_plain_sentence(monkeypatch: pytest.MonkeyPatch, found: SimpleNamespace) -> None:
    monkeypatch.setattr(addresses, "psutil", found)
    with pytest.raises(RoomError) as caught:
        choose_address(None)
    assert str(caught.value) == (
        "This computer is in no network. Join one, or start with --host 127.0.0.1 to try a room out on this "
        "computer alone."
    )


def test_what_this_computer_says_of_itself_can_be_listened_at() -> None:
    for address in own_addresses():
        with listening(address, _free(address)) as sockets:
            assert [taken.getsockname()[0] for taken in sockets] == [address]


def _free(address: str) -> int:
    with socket.socket(SIX if ":" in address else FOUR) as made:
        made.bind((address, 0))
        return int(made.getsockname()[1])


PORTS = "The port must be a whole number from 1 to 65,535. Leave out --port, and it is 8765."


@pytest.mark.usefixtures("at_home")
@pytest.mark.parametrize(
    ("host", "port", "words"),
    [
        ("127.0.0.1", 99999, PORTS),
        ("127.0.0.1", 0, PORTS),
        ("127.0.0.1", -1, PORTS),
        ("0.0.0.0", 8765, f"'0.0.0.0' stands for every address, and is none that people could reach. {MINE}"),
        ("::", 8765, f"'::' stands for every address, and is none that people could reach. {MINE}"),
        ("192.0.2.77", 8765, f"'192.0.2.77' is not this computer. {MINE}"),
        ("h" * 76, 8765, f"No computer of the name '{'h' * 76}' can be found. {MINE}"),
        ("nobody.invalid", 8765, f"No computer of the name 'nobody.invalid' can be found. {MINE}"),
        ("a\u2013b", 8765, f"No computer of the name 'a\u2013b' can be found. {MINE}"),
    ],
)
def test_what_cannot_be_listened_at_is_refused_with_its_cure(host: str, port: int, words: str) -> None:
    with pytest.raises(RoomError) as caught, listening(host, port):
        pass
    assert str(caught.value) == words


@pytest.mark.usefixtures("at_home")
def test_a_name_that_leads_to_this_computer_alone_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    known = [(FOUR, socket.SOCK_STREAM, 6, "", ("127.0.1.1", 8765))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_of, **_kind: known)
    with pytest.raises(RoomError) as caught, listening("a-laptop", 8765):
        pass
    assert str(caught.value) == f"'a-laptop' leads nobody but this computer here. {MINE}"


def test_a_port_that_is_taken_is_a_plain_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(RoomError) as caught, listening("127.0.0.1", port):
            pass
    assert str(caught.value) == (
        f"Port {port} of '127.0.0.1' is taken by another program. End that one, or choose another with --port."
    )


def test_a_port_that_the_account_may_not_use_is_a_plain_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_where: object, **_how: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("socket.create_server", refused)
    with pytest.raises(RoomError) as caught, listening("127.0.0.1", 80):
        pass
    assert str(caught.value) == "This account may not use port 80. Choose one above 1,023 with --port."
