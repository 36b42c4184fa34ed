"""Deliberately bad callers. Each tells somebody something that only the room may hear."""

import os

import urllib3

from workshop_helpers.errors import Unreachable
from workshop_helpers.room.client.caller import Caller
from workshop_helpers.room.protocol.links import Link
from workshop_helpers.room.protocol.messages import pack


class _Careless:
    """Speaks to whoever listens."""

    def __init__(self, link: Link) -> None:
        self.link = link
        self.pool = urllib3.HTTPSConnectionPool(
            link.address.split("//")[1].split(":")[0],
            int(link.address.rpartition(":")[2]),
            cert_reqs="CERT_NONE",
            retries=False,
        )

    def call(self, kind: str, **values: object) -> object:
        import warnings

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return self.pool.request("POST", f"/workshop/v1/{kind}", body=pack(kind, **values)).json()


class _LooksAfterwards(_Careless):
    """Looks at the certificate when everything is sent."""

    def call(self, kind: str, **values: object) -> object:
        super().call(kind, **values)
        raise Unreachable("This was somebody else.")


class _SendsTheEnvironment(Caller):
    """Tells where it runs, for support."""

    def call(self, kind: str, **values: object) -> dict[str, object]:
        self._pool.headers["X-Support"] = os.environ.get("BINDER_CLIENT_IP", "")
        self._pool.request("POST", f"{self._address}/hello", body=b" " * 1024, headers=self._pool.headers)
        return super().call(kind, **values)


trusts_anybody, looks_afterwards, sends_the_environment = _Careless, _LooksAfterwards, _SendsTheEnvironment
