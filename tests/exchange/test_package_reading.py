"""Packages are read elsewhere: whatever one of them does to its reader, it is refused and the others are read."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.books import county, opened
from tests.services.packages import made
from zhengzhou_desk.common import signing
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange import child, package, package_process, package_reading
from zhengzhou_desk.exchange.package import CheckedPackage, Package, read_package
from zhengzhou_desk.exchange.package_reading import look_into_packages, read_packages
from zhengzhou_desk.services import submissions


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package")
    with opened(county(folder)) as desk:
        submissions.write(desk, folder / "金水 包.zdp", 2024, now=desk.store.now(), contacts=True)
    return folder / "金水 包.zdp"


@pytest.mark.usefixtures("read_there_and_here")
def test_what_is_read_elsewhere_is_what_is_in_the_package(good: Path) -> None:
    assert read_packages([good]) == [read_package(good)]
    assert read_packages([]) == []


@pytest.mark.usefixtures("read_there_and_here")
def test_each_is_answered_in_its_place_and_its_words_are_of_the_language(good: Path, tmp_path: Path) -> None:
    """A refusal names the file that the person chose, never the copy that was read."""
    text = tmp_path / "不是包.zdp"
    text.write_text("x")
    told: list[tuple[int, int]] = []
    found = read_packages([text, good, tmp_path / "没有.zdp", good], progress=lambda done, of: told.append((done, of)))
    assert [type(each) for each in found] == [Refused, Package, Refused, Package]
    assert str(text) in str(found[0])
    assert "没有文件" in str(found[2])
    assert told[-1] == (4, 4)
    assert isinstance(found[0], Refused)
    assert "is not a package" in found[0].text("en")


@pytest.mark.parametrize("how", ["dies", "hangs"])
def test_one_that_ends_its_reader_is_refused_and_the_others_are_read(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    bad = tmp_path / "bad.zdp"
    shutil.copyfile(good, bad)
    with bad.open("ab") as file:
        file.write(b"BAD")
    does = "os._exit(1)" if how == "dies" else "time.sleep(60)"
    start = child._START.replace(
        "os._exit(child.work(",
        "from zhengzhou_desk.exchange import package\nimport os, time\nreal = package.checked_package\n"
        f"package.checked_package = lambda path: {does} if path.read_bytes().endswith(b'BAD') else real(path)\n"
        "os._exit(child.work(",
    )
    monkeypatch.setattr(child, "_START", start)
    found = read_packages([good, bad, good, bad, good], seconds=2)
    assert [type(each) for each in found] == [Package, Refused, Package, Refused, Package]
    assert ("已停止" if how == "hangs" else "读取程序中途停止") in str(found[1])
    assert str(bad) in str(found[3])


def test_many_are_read_by_one_process(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    starts: list[str] = []
    real = child.run

    def counted(job: str, *given: Any, **more: Any) -> int:
        starts.append(job)
        return real(job, *given, **more)

    monkeypatch.setattr(child, "run", counted)
    assert len(read_packages([good] * 20)) == 20
    assert len(starts) == 1


def test_an_answer_has_its_name_only_when_it_is_whole(good: Path, tmp_path: Path) -> None:
    shutil.copyfile(good, tmp_path / "000000")
    assert package_process.ANSWER != package_process.UNFINISHED
    assert package_reading._copied(good, tmp_path / "000001", None) is None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["000000", "000001"]


@pytest.mark.usefixtures("read_there_and_here")
def test_the_signature_and_the_units_of_a_sealed_package_come_through(tmp_path: Path) -> None:
    private = signing.new_private()
    signed, locked = made(tmp_path, private=private), tmp_path / "locked.zdp"
    locked.write_bytes(b"sealed")
    (read,) = read_packages([locked], {locked: signed.read_bytes()})
    assert read == read_package(signed)
    assert isinstance(read, Package)
    assert read.signature is not None
    assert read.signature.is_right
    refusal = Refused("没有打开")
    assert read_packages([locked], {locked: refusal}) == [refusal]


@pytest.mark.usefixtures("read_here")
def test_a_package_that_needs_too_much_memory_is_refused_and_the_others_are_read(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = tmp_path / "大.zdp"
    large.write_bytes(good.read_bytes() + b"LARGE")

    real = package.checked_package

    def greedy(path: Path, content: bytes | None = None) -> CheckedPackage:
        if path.read_bytes().endswith(b"LARGE"):
            raise MemoryError
        return real(path, content)

    monkeypatch.setattr(package, "checked_package", greedy)
    refused, read = read_packages([large, good])
    assert str(refused) == f"{large} 需要的内存太多，不予读取"
    assert read == read_package(good)


@pytest.mark.usefixtures("read_here")
def test_an_answer_that_is_none_is_not_believed(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever has got hold of the reader, its answer is looked at as a package is."""
    for answer in (
        "{",
        "{}",
        '{"manifest": {}, "units": [{"code": 5}], "beside": {"digest": "", "signature": null}}',
        "[" * 100_000,
    ):
        monkeypatch.setattr(package_process, "_said", lambda _, said=answer: said)
        assert [type(each) for each in read_packages([good])] == [Refused], answer[:20]


def test_each_is_looked_into_and_may_be_refused_for_what_is_in_it(good: Path, tmp_path: Path) -> None:
    def look(path: Path, read: Package) -> tuple[str, str]:
        if path.stem == "b":
            raise Refused("不要这份")
        return path.name, read.region

    for name in ("a", "b", "c"):
        shutil.copyfile(good, tmp_path / f"{name}.zdp")
    found = look_into_packages([tmp_path / f"{name}.zdp" for name in ("a", "b", "c")], look)
    assert [each if isinstance(each, tuple) else str(each) for each in found] == [
        ("a.zdp", "410105"),
        "不要这份",
        ("c.zdp", "410105"),
    ]
