"""A certificate that a collector makes for itself; people's notebooks know it by the join link."""

from __future__ import annotations

import hashlib
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from workshop_helpers.private import Private

_DAYS = 30


@dataclass(frozen=True, repr=False)
class Certificate(Private):
    """A certificate with its private key, both as PEM text."""

    certificate: str
    key: str

    @property
    def fingerprint(self) -> str:
        """The certificate's SHA-256 in hexadecimal."""
        return hashlib.sha256(ssl.PEM_cert_to_DER_cert(self.certificate)).hexdigest()

    def context(self, folder: Path) -> ssl.SSLContext:
        """What a server needs; ``folder`` holds a copy for as long as that takes to read."""
        file = folder / "certificate.pem"
        file.touch(mode=0o600)
        try:
            file.write_text(self.certificate + self.key, encoding="ascii")
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.minimum_version = ssl.TLSVersion.TLSv1_2
            context.load_cert_chain(file)
            context.num_tickets = 0  # every call is a connection of its own, and none goes on with another
        finally:
            file.unlink()
        return context


def new_certificate() -> Certificate:
    """A fresh one that names nobody and no machine."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "workshop room")])
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=_DAYS))
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    return Certificate(
        certificate.public_bytes(pem).decode("ascii"),
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()).decode("ascii"),
    )
