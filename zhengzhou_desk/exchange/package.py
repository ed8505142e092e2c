"""The city package: one file with a manifest, the units' figures, and the digests of both.

A zip archive of three parts: manifest.json (who, which year, as of when, counts, totals in fen, purchases by month,
findings by rule), units.json (one row per unit) and digest.json (SHA-256, and SM3 by GB/T 32905-2016 where the
computer's cryptography offers it, of the other two). What they hold is published in resources/analytics.

A signature (Ed25519) of the very bytes of digest.json, and with them of the whole, stands in the archive's comment: a
program that knows nothing of signatures takes no fourth part, but passes a comment over. A package may be sealed
(common/sealing.py) as a whole.
"""

from __future__ import annotations

import datetime
import hashlib
import io
import json
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from zhengzhou_desk.common import sealing, signing
from zhengzhou_desk.common.atomic_file import atomic
from zhengzhou_desk.common.errors import Refused, system_words
from zhengzhou_desk.common.messages import message, sentence
from zhengzhou_desk.common.protected_files import PACKAGE_ENDING, PACKAGE_PARTS
from zhengzhou_desk.records.check_code import code_of
from zhengzhou_desk.records.clean import clean
from zhengzhou_desk.records.kinds import LARGEST_FEN, Year
from zhengzhou_desk.records.package_remarks import PackageRemarks, as_remarks
from zhengzhou_desk.records.submission import SubmittedUnit, as_rows, as_units, sound_rows
from zhengzhou_desk.records.submission_details import (
    FindingCount,
    MonthSum,
    as_findings,
    as_months,
    sound_findings,
    sound_months,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

FORMAT, VERSION = "zhengzhou-desk-package", 1
MANIFEST, UNITS, DIGEST = PACKAGE_PARTS
SIGNATURE_FORMAT, SIGNATURE_VERSION = "zhengzhou-desk-signature", 1
_SIGNED_AS = b"zhengzhou-desk package 1\n"  # no signature made for something else is right for a package
_SUMS = ("sha256", "sm3")
# A city's largest district has some 4,000 units of 400 bytes.
_LARGEST_PART = 64 * 2**20
_MOST_UNITS = 50_000
_LONGEST = 200
_STAMP = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Signature:
    """What a package's signature says: the code of the key it names, and whether that key made it of this package."""

    code: str
    is_right: bool


@dataclass(frozen=True, slots=True)
class Package:
    """A package whose digests are right: what the district said of itself, and its units."""

    manifest: dict[str, Any]
    units: tuple[SubmittedUnit, ...]
    digest: str
    signature: Signature | None = None

    @property
    def region(self) -> str:
        """The code of the region that reports (GB/T 2260, six digits)."""
        return str(self.manifest["region"])

    @property
    def year(self) -> int:
        """The year that is reported."""
        return int(self.manifest["year"])

    @property
    def day(self) -> datetime.date:
        """The day as of which the figures stand."""
        return datetime.date.fromisoformat(self.manifest["as_of"])

    @property
    def remarks(self) -> PackageRemarks | None:
        """What the district says of its own package; None in one of an earlier program."""
        return as_remarks(self.manifest["remarks"]) if "remarks" in self.manifest else None

    @property
    def months(self) -> tuple[MonthSum, ...] | None:
        """The purchases by month; None where an earlier program made the package."""
        return as_months(self.manifest["months"]) if "months" in self.manifest else None

    @property
    def findings(self) -> tuple[FindingCount, ...] | None:
        """How many findings there are by unit and rule; None where an earlier program made the package."""
        return as_findings(self.manifest["findings"]) if "findings" in self.manifest else None

    @property
    def month_rows(self) -> list[dict[str, Any]] | None:
        """The purchases by month as the package holds them; None where it has none."""
        return sound_months(self.manifest["months"]) if "months" in self.manifest else None

    @property
    def finding_rows(self) -> list[dict[str, Any]]:
        """The findings by unit and rule as the package holds them, if any."""
        return sound_findings(self.manifest["findings"]) if "findings" in self.manifest else []


class CheckedPackage(NamedTuple):
    """A package that is in order, as it stands in its file: the parts, and what was read of them."""

    manifest: dict[str, Any]
    rows: list[dict[str, Any]]
    parts: dict[str, bytes]
    digest: str
    signature: Signature | None


def write_package(
    path: Path,
    manifest: dict[str, Any],
    units: Sequence[SubmittedUnit],
    *,
    private: bytes | None = None,
    password: str | None = None,
) -> str:
    """Writes the package; returns the SHA-256 of its manifest, by which it is known.

    With a `private` key it is signed, with a `password` it is sealed.
    """
    whole = {"format": FORMAT, "version": VERSION, **manifest}
    parts = {
        MANIFEST: json.dumps(whole, ensure_ascii=False, indent=1).encode(),
        UNITS: json.dumps(as_rows(units), ensure_ascii=False, indent=0).encode(),
    }
    # The manifest names the units' digest, so that the manifest's own stands for the whole.
    whole["units_sha256"] = hashlib.sha256(parts[UNITS]).hexdigest()
    parts[MANIFEST] = json.dumps(whole, ensure_ascii=False, indent=1).encode()
    parts[DIGEST] = json.dumps({name: _digests(content) for name, content in parts.items()}, indent=1).encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(zipfile.ZipInfo(name, _STAMP), content, zipfile.ZIP_DEFLATED)
        if private is not None:
            packed.comment = _signature(parts[DIGEST], private)
    content = stream.getvalue()
    if password is not None:
        content = sealing.seal(content, password, sealing.PACKAGE)
    with atomic(path, PACKAGE_ENDING, ".zip", private=True) as part:
        part.write_bytes(content)
    return hashlib.sha256(parts[MANIFEST]).hexdigest()


def read_package(path: Path, content: bytes | None = None) -> Package:
    """The package in a file. Refuses what is none, what was tampered with and what is not in order.

    `content` is what came out of a sealed one. A wrong signature is no reason to refuse here: who made a package is
    another question than what it says.
    """
    found = checked_package(path, content)
    return Package(found.manifest, as_units(found.rows), found.digest, found.signature)


def checked_package(path: Path, content: bytes | None = None) -> CheckedPackage:
    """The same with its units as plain rows."""
    if content is None and sealing.is_sealed_file(path):
        sealing.sealed_bytes(path, sealing.PACKAGE)  # says what no password would help against
        raise sealing.PasswordNeeded(sentence("{path} 是加密的，要有密码才能读"), path=path)
    parts, comment = _parts(path, content)
    digests = _right_digests(path, parts)
    manifest = _json(path, MANIFEST, parts[MANIFEST])
    _look(path, manifest)
    if manifest.get("units_sha256") != digests[UNITS]:
        raise _altered(path, UNITS)
    try:
        rows = sound_rows(_json(path, UNITS, parts[UNITS]))
    except ValueError as error:
        number, field = error.args
        raise Refused(
            "{path} 的单位第 {row} 行“{field}”不合格式，请对方重新生成上报包", path=path, row=number, field=field
        ) from None
    if len(rows) > _MOST_UNITS:
        raise Refused("{path} 有 {units} 个单位，不像一个区县的上报包", path=path, units=len(rows))
    return CheckedPackage(manifest, rows, parts, digests[MANIFEST], _signature_in(path, comment, parts[DIGEST]))


def _right_digests(path: Path, parts: dict[str, bytes]) -> dict[str, str]:
    """The SHA-256 of manifest and units, which are what the package says they are."""
    said = _json(path, DIGEST, parts[DIGEST])
    right = {}
    for name in (MANIFEST, UNITS):
        claimed = said.get(name) if isinstance(said, dict) else None
        found = _digests(parts[name])
        if (
            not isinstance(claimed, dict)
            or "sha256" not in claimed
            or any(found.get(sort, claimed[sort]) != claimed[sort] for sort in claimed)
        ):
            raise _altered(path, name)
        right[name] = found["sha256"]
    return right


def _altered(path: Path, part: str) -> Refused:
    return Refused(
        "{path} 中的 {part} 与校验码不符：文件传输中损坏或被改动过，请对方重新生成上报包", path=path, part=part
    )


def _signature(digest: bytes, private: bytes) -> bytes:
    """The comment of a signed archive."""
    said = {
        "format": SIGNATURE_FORMAT, "version": SIGNATURE_VERSION, "key": signing.public_of(private).hex(),
        "signature": signing.sign(_SIGNED_AS + digest, private).hex(),
    }  # fmt: skip
    return json.dumps(said).encode()


def _signature_in(path: Path, comment: bytes, digest: bytes) -> Signature | None:
    """The signature in an archive's comment; None where there is none of ours. One that is garbled is wrong."""
    if SIGNATURE_FORMAT.encode() not in comment:
        return None
    try:
        said = json.loads(comment)
        version, key, made = said["version"], bytes.fromhex(said["key"]), bytes.fromhex(said["signature"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return Signature("", is_right=False)
    if type(version) is not int or version != SIGNATURE_VERSION:
        raise Refused("{path} 由更新版本的程序签名，请先升级本程序", path=path)
    return Signature(code_of(key), signing.is_right(made, _SIGNED_AS + digest, key))


def _digests(content: bytes) -> dict[str, str]:
    found = {}
    for name in _SUMS:
        try:
            found[name] = hashlib.new(name, content).hexdigest()
        except ValueError:  # a cryptography without SM3: the other digest proves as much
            continue
    return found


def _parts(path: Path, content: bytes | None) -> tuple[dict[str, bytes], bytes]:
    """The three parts, none larger than a real one can be, and the archive's comment."""
    try:
        with zipfile.ZipFile(path if content is None else io.BytesIO(content)) as packed:
            names = packed.namelist()
            if sorted(names) != sorted((MANIFEST, UNITS, DIGEST)):
                raise Refused("{path} 不是上报包。请选择由本程序“生成上报包”写出的文件", path=path)
            if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in packed.infolist()):
                raise zipfile.BadZipFile
            if any(part.file_size > _LARGEST_PART for part in packed.infolist()):
                raise Refused("{path} 解开后太大，不像上报包", path=path)
            return {name: _bounded(packed, name) for name in names}, packed.comment
    except OSError as error:
        raise Refused("读不了 {path}：{reason}", path=path, reason=system_words(error)) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
        raise Refused("{path} 不是上报包，或文件已损坏。请对方重新生成", path=path) from None


def _bounded(packed: zipfile.ZipFile, name: str) -> bytes:
    with packed.open(name) as part:
        content = part.read(_LARGEST_PART + 1)
    if len(content) > _LARGEST_PART:
        raise zipfile.BadZipFile
    return content


def _json(path: Path, name: str, content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        raise Refused("{path} 中的 {part} 读不出来，请对方重新生成上报包", path=path, part=name) from None


def _look(path: Path, manifest: object) -> None:
    """Refuses a manifest of another format or without what the city needs."""
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise Refused("{path} 不是上报包。请选择由本程序“生成上报包”写出的文件", path=path)
    if type(manifest.get("version")) is not int or manifest["version"] != VERSION:
        raise Refused("{path} 由更新版本的程序生成，请先升级本程序", path=path)
    wrong = _wrong(manifest)
    if wrong is not None:
        raise Refused("{path} 的封面信息“{field}”不全或不合格式，请对方重新生成上报包", path=path, field=wrong)


def _wrong(manifest: dict[str, Any]) -> object:  # noqa: PLR0911 - a list of parts
    """The first part of a manifest that is missing or impossible, by the words a clerk knows it by."""
    region, year, loose = manifest.get("region"), manifest.get("year"), manifest.get("unassigned")
    if not isinstance(region, str) or not re.fullmatch("[0-9]{6}", region):
        return message("行政区划")
    if type(year) is not int or not Year().least <= year <= Year().most:
        return message("年度")
    if not _is_text(manifest.get("bureau"), _LONGEST):
        return message("报送单位")
    if not _is_day(manifest.get("as_of")):
        return message("数据截至")
    if not _is_moment(manifest.get("made")):
        return message("生成时间")
    if not _are_whole(manifest.get("counts"), 0, _MOST_UNITS):
        return message("单位数")
    if not _are_whole(manifest.get("totals"), -LARGEST_FEN, LARGEST_FEN):
        return message("合计")
    if not _are_whole(loose, -LARGEST_FEN, LARGEST_FEN) or set(loose or ()) != {"ordered", "paid", "completed"}:
        return message("未归集金额")
    if not isinstance(manifest.get("journal", ""), str) or not re.fullmatch(
        "([0-9a-f]{64})?", manifest.get("journal", "")
    ):
        return message("账册校验")
    # These only tell the person about the district's program.
    if not all(_is_text(manifest[name], _LONGEST) for name in ("region_name", "program", "law") if name in manifest):
        return message("程序版本")
    if not isinstance(manifest.get("contacts", False), bool):
        return message("联系人")
    return _wrong_detail(manifest)


def _wrong_detail(manifest: dict[str, Any]) -> object:
    """What stands beside the units and is not in order; an earlier program's package has none of it."""
    details: tuple[tuple[str, Callable[[Any], object], object], ...] = (
        ("months", sound_months, message("各月采购")),
        ("findings", sound_findings, message("审核结果")),
        ("remarks", as_remarks, message("审核说明")),
    )
    for name, read, called in details:
        try:
            if name in manifest:
                read(manifest[name])
        except ValueError:
            return called
    return None


def _is_text(value: object, longest: int) -> bool:
    return isinstance(value, str) and 0 < len(value) <= longest and clean(value) == value


def _is_day(value: object) -> bool:
    """Whether a value is a day as the program writes it, in the years that a book can be about."""
    try:
        day = datetime.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return False
    return day is not None and day.isoformat() == value and Year().least <= day.year <= Year().most


def _is_moment(value: object) -> bool:
    """Whether a value is a moment as the program writes it: others could not be told earlier from later as text."""
    return (
        isinstance(value, str)
        and re.fullmatch(r"[-0-9]{10}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]", value) is not None
        and _is_day(value[:10])
    )


def _are_whole(value: object, least: int, most: int) -> bool:
    return isinstance(value, dict) and all(type(number) is int and least <= number <= most for number in value.values())
