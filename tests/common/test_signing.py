"""Signatures: right for one content and one key alone."""

from __future__ import annotations

from zhengzhou_desk.common import signing


def test_a_signature_is_right_for_its_content_and_its_key_alone() -> None:
    private, other = signing.new_private(), signing.new_private()
    made = signing.sign(b"80000", private)
    assert signing.is_right(made, b"80000", signing.public_of(private))
    assert not signing.is_right(made, b"80001", signing.public_of(private))
    assert not signing.is_right(made, b"80000", signing.public_of(other))
    assert not signing.is_right(bytes([made[0] ^ 1]) + made[1:], b"80000", signing.public_of(private))
    assert not signing.is_right(made[:-1], b"80000", signing.public_of(private))
    assert not signing.is_right(made, b"80000", b"short")
    assert not signing.is_right(made, b"80000", b"\xff" * 32)


def test_the_published_example_comes_out() -> None:
    """RFC 8032, 7.1, test 2."""
    private = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
    assert signing.public_of(private).hex() == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
    assert signing.sign(b"\x72", private).hex() == (
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    )
