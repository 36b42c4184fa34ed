import pytest

from workshop_helpers.errors import PoolError
from workshop_helpers.pooling.credential import Credential

SECRET = bytes(range(32))


def test_a_token_is_sixteen_bytes_and_the_same_again() -> None:
    token = Credential(SECRET).token("river", "active-listening")
    assert len(token) == 16
    assert token == Credential(SECRET).token("river", "active-listening")


@pytest.mark.parametrize(
    "name",
    [
        ("river", "trust"),
        ("lake", "active-listening"),
        ("river", "active-listening", "before"),
        ("riveractive", "-listening"),
    ],
)
def test_another_pool_gets_another_token(name: tuple[str, ...]) -> None:
    assert Credential(SECRET).token(*name) != Credential(SECRET).token("river", "active-listening")


def test_every_person_has_a_secret_of_their_own() -> None:
    assert Credential().token("river", "trust") != Credential().token("river", "trust")


@pytest.mark.parametrize("secret", [b"", bytes(31), bytes(33), "a" * 32, bytearray(32)])
def test_a_secret_that_could_be_guessed_is_refused(secret: bytes) -> None:
    with pytest.raises(PoolError) as caught:
        Credential(secret)
    assert str(caught.value) == "A secret must be 32 bytes; leave it out to get a fresh one."


def test_a_credential_says_nothing_about_itself() -> None:
    assert repr(Credential()) == "<Credential: private>"
