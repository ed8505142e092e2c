"""Packages under a password, and packages that tell who made them."""

from __future__ import annotations

import hashlib
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.books import filing, new_desk, unit
from tests.services.packages import NOW, PASSWORD, commented, digested, made, states
from zhengzhou_desk.common import sealing, signing
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange import package
from zhengzhou_desk.records import Submission
from zhengzhou_desk.records.check_code import code_of
from zhengzhou_desk.records.submission import unpacked
from zhengzhou_desk.services import district_codes, submissions
from zhengzhou_desk.store.backup import back_up, verified

if TYPE_CHECKING:
    from pathlib import Path

    from zhengzhou_desk.services.desk import Desk


def test_a_sealed_package_is_read_with_its_password_alone(whole: Desk, tmp_path: Path, quick: None) -> None:
    plain, locked = made(tmp_path), made(tmp_path, "b", password=PASSWORD)
    assert submissions.sealed_files([plain, locked]) == [locked]
    refused = submissions.examine(whole, [locked])[0]
    assert (refused.state, "要有密码" in refused.sentence().text()) == (submissions.NOT_TAKEN, True)
    assert submissions.unlock([locked], "不是这个密码") == {}
    unlocked = submissions.unlock([locked], PASSWORD)
    verdicts = submissions.examine(whole, [locked], unlocked=unlocked)
    assert states(verdicts) == [submissions.ACCEPTED]
    submissions.apply(whole, verdicts)
    assert unpacked(whole.rows(Submission)[0]) == package.read_package(plain).units


@pytest.mark.usefixtures("read_here")
def test_every_flipped_byte_of_a_sealed_package_is_refused(whole: Desk, tmp_path: Path, quick: None) -> None:
    locked = made(tmp_path, password=PASSWORD)
    good = locked.read_bytes()
    for place in range(len(good)):
        locked.write_bytes(good[:place] + bytes([good[place] ^ 0x10]) + good[place + 1 :])
        assert submissions.sealed_files([locked]) == [], "no password is asked for"
        verdict = submissions.examine(whole, [locked])[0]
        assert verdict.state == submissions.NOT_TAKEN
        assert "已损坏或不完整" in verdict.sentence().text()


def test_a_sealed_backup_is_no_package_and_the_other_way_round(whole: Desk, tmp_path: Path, quick: None) -> None:
    copy = back_up(whole.path, tmp_path, NOW, password=PASSWORD)
    assert submissions.sealed_files([copy]) == []
    assert "是加密的备份，不是上报包" in submissions.examine(whole, [copy])[0].sentence().text()
    locked = made(tmp_path, password=PASSWORD)
    with pytest.raises(Refused, match="是加密的上报包，不是备份"):
        verified(locked, PASSWORD)


def test_what_someone_altered_who_made_the_checksum_fit_is_told_from_a_wrong_password(
    whole: Desk, tmp_path: Path, quick: None
) -> None:
    locked = made(tmp_path, password=PASSWORD)
    altered = bytearray(locked.read_bytes()[:-32])
    altered[200] ^= 1
    locked.write_bytes(altered + hashlib.sha256(altered).digest())
    assert submissions.sealed_files([locked]) == [locked]
    unlocked = submissions.unlock([locked], PASSWORD)
    verdict = submissions.examine(whole, [locked], unlocked=unlocked)[0]
    assert "加密以后被人改动过" in verdict.sentence().text()


def test_no_output_replaces_a_sealed_file_whatever_it_is_called(tmp_path: Path, quick: None) -> None:
    other = made(tmp_path, password=PASSWORD).rename(tmp_path / "a.zip")
    with new_desk(tmp_path, unit(), filing(), name="z.zzd") as desk, pytest.raises(Refused, match="加密的备份或上报包"):
        submissions.write(desk, other, 2024, now=NOW)
    assert sealing.is_sealed_file(other)


def test_without_a_code_a_signed_package_is_taken_and_unproved(whole: Desk, tmp_path: Path) -> None:
    private = signing.new_private()
    signed = made(tmp_path, private=private)
    verdicts = submissions.examine(whole, [signed, made(tmp_path, "b")])
    assert states(verdicts) == [submissions.ACCEPTED, submissions.SAME]
    submissions.apply(whole, verdicts)
    row = whole.rows(Submission)[0]
    assert (row.origin, row.signer) == ("unproved", code_of(signing.public_of(private)))
    district_codes.register(whole, "410105", row.signer or "")
    assert whole.rows(Submission)[0].origin == "proved"


def test_with_its_code_a_signed_package_is_proved(whole: Desk, tmp_path: Path) -> None:
    private = signing.new_private()
    district_codes.register(whole, "410105", code_of(signing.public_of(private)))
    verdicts = submissions.examine(whole, [made(tmp_path, private=private)])
    assert "来源已证明" in verdicts[0].sentence().text()
    submissions.apply(whole, verdicts)
    assert whole.rows(Submission)[0].origin == "proved"


def test_the_same_package_signed_proves_the_one_that_was_not(whole: Desk, tmp_path: Path) -> None:
    private = signing.new_private()
    plain, signed = made(tmp_path), made(tmp_path, "b", private=private)
    submissions.apply(whole, submissions.examine(whole, [plain]))
    district_codes.register(whole, "410105", code_of(signing.public_of(private)))
    assert whole.rows(Submission)[0].origin == "unproved", "it came before there was a code"
    verdicts = submissions.examine(whole, [plain, signed, signed])
    assert states(verdicts) == [submissions.SAME, submissions.ACCEPTED, submissions.SAME]
    submissions.apply(whole, verdicts)
    assert [row.origin for row in whole.rows(Submission)] == ["proved"]
    assert states(submissions.examine(whole, [plain])) == [submissions.SAME], (
        "without its signature it takes nothing away"
    )
    whole.undo()
    whole.undo()
    whole.undo()
    verdicts = submissions.examine(whole, [plain, signed])
    assert states(verdicts) == [submissions.ACCEPTED, submissions.SAME], "nobody can prove it without a code"


def test_another_key_no_signature_or_one_that_does_not_fit_is_refused_unless_taken_with_a_reason(
    whole: Desk, tmp_path: Path
) -> None:
    private = signing.new_private()
    district_codes.register(whole, "410105", code_of(signing.public_of(private)))
    with zipfile.ZipFile(made(tmp_path, "fit", private=private)) as packed:
        fitting = packed.comment
    # Made with the right key of the very digests, but for another purpose than a package.
    bare = made(tmp_path, "bare")
    with zipfile.ZipFile(bare) as packed:
        signature = signing.sign(packed.read("digest.json"), private)
    commented(bare, json.dumps(json.loads(fitting) | {"signature": signature.hex()}).encode())
    cases = {
        made(tmp_path, "other", private=signing.new_private()): "不是用金水区登记的密钥签名的",
        made(tmp_path, "none"): "没有签名，而本册登记了金水区的核对码",
        commented(made(tmp_path, "moved", hours=1), fitting): "签名以后有人改过",
        commented(made(tmp_path, "cut"), fitting[:-9]): "签名以后有人改过",
        commented(made(tmp_path, "odd"), b'{"format": "zhengzhou-desk-signature", "version": 1, "key": 5}'): "签名以后有人改过",
        bare: "签名以后有人改过",
        commented(made(tmp_path, "remark"), "某压缩软件".encode()): "没有签名",
    }  # fmt: skip
    for path, said in cases.items():
        (verdict,) = submissions.examine(whole, [path])
        assert (verdict.state, verdict.is_doubted) == (submissions.NOT_TAKEN, True), path
        assert said in verdict.sentence().text()
        assert verdict.sentence().text("en")
        assert submissions.apply(whole, [verdict]) is None
        (taken,) = submissions.examine(whole, [path], despite={path: "电话核对过"})
        assert taken.state == submissions.ACCEPTED
        assert "来源不符，理由：电话核对过" in taken.sentence().text()
        submissions.apply(whole, [taken])
        row = whole.rows(Submission)[0]
        assert (row.origin, row.origin_reason) == ("false", "电话核对过")
        whole.undo()


def test_a_package_changed_after_it_was_signed_is_false(whole: Desk, tmp_path: Path) -> None:
    """Figures and digests made to fit each other, the signature left as it was."""
    private = signing.new_private()
    district_codes.register(whole, "410105", code_of(signing.public_of(private)))
    signed = made(tmp_path, private=private)
    with zipfile.ZipFile(signed) as packed:
        comment = packed.comment
    other = commented(digested(signed, "manifest.json", lambda said: said.update(bureau="冒名财政局")), comment)
    (verdict,) = submissions.examine(whole, [other])
    assert (verdict.is_doubted, "签名以后有人改过" in verdict.sentence().text()) == (True, True)


def test_a_signature_of_a_newer_program_is_said(whole: Desk, tmp_path: Path) -> None:
    newer = commented(
        made(tmp_path), b'{"format": "zhengzhou-desk-signature", "version": 2, "key": "", "signature": ""}'
    )
    assert "更新版本的程序签名" in submissions.examine(whole, [newer])[0].sentence().text()


def test_a_program_without_signatures_reads_a_signed_package(tmp_path: Path) -> None:
    """It takes three parts and no fourth; the signature is none of them."""
    with zipfile.ZipFile(made(tmp_path, private=signing.new_private())) as packed:
        assert sorted(packed.namelist()) == ["digest.json", "manifest.json", "units.json"]
        assert packed.testzip() is None


def test_signed_and_sealed_is_proved_once_it_is_opened(whole: Desk, tmp_path: Path, quick: None) -> None:
    private = signing.new_private()
    district_codes.register(whole, "410105", code_of(signing.public_of(private)))
    path = made(tmp_path, private=private, password=PASSWORD)
    verdicts = submissions.examine(whole, [path], unlocked=submissions.unlock([path], PASSWORD))
    assert verdicts[0].submission is not None
    assert verdicts[0].submission.origin == "proved"
