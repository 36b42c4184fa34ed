"""Deliberately bad callers. Each tells somebody something that only the room may hear."""

import os

import urllib3

from workshop_helpers.errors import Unreachable
from workshop_helpers.room.client.caller import Caller
from workshop_helpers.room.protocol.links import Link
from workshop_helpers.room.protocol.replies import AnyReply, read_reply
from workshop_helpers.room.protocol.requests import Request, pack, reply_to


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

    def call(self, request: Request[AnyReply]) -> AnyReply:
        import warnings

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reply = self.pool.request("POST", f"/workshop/v1/{request.kind}", body=pack(request))
            return read_reply(reply_to(type(request)), reply.data)


class _LooksAfterwards(_Careless):
    """Looks at the certificate when everything is sent."""

    def call(self, request: Request[AnyReply]) -> AnyReply:
        super().call(request)
        raise Unreachable("This was somebody else.")


class _SendsTheEnvironment(Caller):
    """Tells where it runs, for support."""

    def call(self, request: Request[AnyReply]) -> AnyReply:
        self._pool.headers = {**self._pool.headers, "X-Support": os.environ.get("BINDER_CLIENT_IP", "")}
        self._pool.request("POST", f"{self._address}/hello", body=b" " * 1024, headers=self._pool.headers)
        return super().call(request)


trusts_anybody, looks_afterwards, sends_the_environment = _Careless, _LooksAfterwards, _SendsTheEnvironment
