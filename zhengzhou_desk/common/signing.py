"""Signatures by Ed25519 (RFC 8032): making a key, signing, and looking whether a signature is right."""

from __future__ import annotations

PRIVATE_BYTES, PUBLIC_BYTES, SIGNATURE_BYTES = 32, 32, 64


def new_private() -> bytes:
    """A new private key, from the system's own source of chance."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_of(private: bytes) -> bytes:
    """The public key that belongs to a private one."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sign(content: bytes, private: bytes) -> bytes:
    """The signature of a content."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private).sign(content)


def is_right(signature: bytes, content: bytes, public: bytes) -> bool:
    """Whether the signature was made of this very content by whoever has the private key of `public`."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True
