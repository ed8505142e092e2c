"""The Linux package: what its scripts leave out, what they refuse, and where they look for clean systems."""

from __future__ import annotations

import json
import lzma
import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.installer.helpers import INSTALLER, script


def icu_data(names: list[str]) -> bytes:
    """Data as ICU lays it out: a head, how many items, where each name and item stands, names, items."""
    texts = [f"icudt73l/{name}".encode() + b"\0" for name in names]
    bodies = [name.encode().ljust(32, b".") for name in names]
    names_at = 4 + 8 * len(names)
    at = -(-(names_at + sum(map(len, texts))) // 16) * 16
    table, place = b"", names_at
    for number, text in enumerate(texts):
        table += struct.pack("<II", place, at + 32 * number)
        place += len(text)
    head = struct.pack("<HBB8x4s", 32, 0xDA, 0x27, b"CmnD").ljust(32, b"\0")
    return head + (struct.pack("<I", len(names)) + table + b"".join(texts)).ljust(at, b"\0") + b"".join(bodies)


def test_of_icu_s_data_only_what_is_asked_for_is_kept() -> None:
    kept = ["cnvalias.icu", "coll/root.res", "gb18030.cnv", "root.res", "zh.res"]
    given = sorted([*kept, "brkitr/cjdict.dict", "coll/ko.res", "unames.icu", "fr.res"])
    assert script("linux/icu.py").smaller(icu_data(given)) == icu_data(kept)


@pytest.mark.parametrize("page", [0x1000, 0x10000])
def test_the_library_of_less_data_is_still_where_a_processor_looks_for_it(page: int) -> None:
    """Pages are 4 KB on x86, up to 64 KB on aarch64."""
    data = icu_data(["brkitr/cjdict.dict", *(f"{name:02}.res" for name in range(9)), "root.res"]).ljust(page, b".")
    far, last = 0x200 + len(data), b"entry" * 9
    third = far + page + len(last)
    parts = [
        (1, 0, 0, far), (1, far + page, far + 3 * page, len(last)), (2, far + page, far + 3 * page, 16),
        (1, third, third + 4 * page, 3),
    ]  # fmt: skip
    head = struct.pack("<16sHHIQQQIHHHHHH", b"\x7fELF\2\1\1", 3, 62, 1, 0, 64, 999, 0, 64, 56, 4, 64, 9, 8)
    table = b"".join(struct.pack("<IIQQQQQQ", kind, 4, at, to, to, size, size, page) for kind, at, to, size in parts)
    library = ((head + table).ljust(0x200, b"\0") + data).ljust(far + page, b"\0") + last + b"add" + b"names"
    made = script("linux/icu.py").library(library)
    (_, _, at, to, _, size, _, _), (_, _, within, *_), (_, _, added, its, *_) = (
        struct.unpack_from("<IIQQQQQQ", made, 64 + 56 * number) for number in (1, 2, 3)
    )
    assert made[at : at + size] == last and within == at and at < far + page
    assert at % page == to % page and added % page == its % page
    assert made[added:] == b"add", "one more part, as patchelf adds it; nothing after the last"


def test_padding_goes_and_every_part_is_still_where_it_is_looked_for() -> None:
    first, last, far = b"code" * 40, b"data" * 30, 0x200000
    parts = [(1, 0, 0, 64 + 3 * 56 + len(first)), (1, far, 0x400000, len(last)), (2, far + 8, 0x400008, 16)]
    head = struct.pack("<16sHHIQQQIHHHHHH", b"\x7fELF\2\1\1", 3, 62, 1, 0, 64, far + 999, 0, 64, 56, 3, 64, 9, 8)
    table = b"".join(struct.pack("<IIQQQQQQ", kind, 4, at, to, to, size, size, far) for kind, at, to, size in parts)
    library = (head + table + first).ljust(far, b"\0") + last + b"names for those who debug"
    made = script("linux/zeros.py").without_zeros(library)
    assert len(made) == 0x10000 + len(last)
    assert made.startswith(library[:40]), "the first part has not moved"
    (_, _, whole, _, _, size, _, _), (_, _, at, to, _, length, _, page), (_, _, within, *_) = (
        struct.unpack_from("<IIQQQQQQ", made, 64 + 56 * number) for number in range(3)
    )
    assert made[whole + 64 + 3 * 56 : whole + size] == first
    assert (made[at : at + length], made[within : within + 16]) == (last, last[8:24])
    assert at % page == to % page, "a part stands in the file where it stands in memory, counted within its page"
    assert script("linux/zeros.py").without_zeros(made) == made
    assert script("linux/zeros.py").without_zeros(b"text") == b"text"


@pytest.mark.parametrize(
    ("processor", "needed"), [("amd64", "libc6 (>= 2.28), libstdc++6, "), ("arm64", "libc6 (>= 2.30), ")]
)
def test_what_is_required_is_that_of_the_processor(
    processor: str, needed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "dpkg").write_text(f"#!/bin/sh\necho {processor}\n", encoding="utf-8")
    (tmp_path / "bin" / "dpkg").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    assert laid_out("uos", tmp_path, monkeypatch).endswith(f"_1.2.3.0_{processor}")
    control = (tmp_path / "root/DEBIAN/control").read_text(encoding="utf-8")
    assert f"Depends: {needed}" in control and ("libsm6" in control) == (processor == "arm64")
    info = next((tmp_path / "root/opt/apps").glob("*/info")).read_text(encoding="utf-8")
    assert json.loads(info)["arch"] == [processor]


def test_names_for_those_who_debug_go_where_there_is_no_padding_too() -> None:
    body = b"code" * 40
    end = 64 + 56 + len(body)
    head = struct.pack("<16sHHIQQQIHHHHHH", b"\x7fELF\2\1\1", 3, 62, 1, 0, 64, end, 0, 64, 56, 1, 64, 9, 8)
    library = head + struct.pack("<IIQQQQQQ", 1, 5, 0, 0, 0, end, end, 0x1000) + body
    made = script("linux/zeros.py").without_zeros(library + b"name" * 0x1000)
    assert made[:40] + made[48:58] + made[64:] == library[:40] + library[48:58] + library[64:]
    assert (made[40:48], made[58:64]) == (bytes(8), bytes(6)), "there is no table of sections any more"
    assert script("linux/zeros.py").without_zeros(library + b"few") == library + b"few", "not worth writing it again"


def test_a_file_that_needs_a_newer_c_library_is_named(tmp_path: Path) -> None:
    (tmp_path / "old.so").write_bytes(b"\x7fELF\0GLIBC_2.28\0GLIBC_2.2.5\0")
    (tmp_path / "new.so").write_bytes(b"\x7fELF\0GLIBC_2.3\0GLIBC_2.33\0")
    (tmp_path / "text").write_bytes(b"\0GLIBC_2.40\0")
    refused = script("linux/c_library.py").too_new(tmp_path, (2, 28))
    assert [line.rpartition("/")[2] for line in refused] == ["new.so needs GLIBC_2.33"]


def test_the_package_is_packed_tighter_and_holds_the_same() -> None:
    pack = script("linux/pack.py")
    content = {
        b"debian-binary": b"2.0\n",
        b"control.tar": b"who and what" * 99,
        b"data.tar": b"\xe8\0\0\1\0code" * 999 + b"odd",
    }
    archive = pack.MAGIC + b"".join(
        name.ljust(16) + b"0".ljust(32) + str(len(said)).encode().ljust(10) + b"`\n" + said + b"\n" * (len(said) % 2)
        for name, said in content.items()
    )
    for x86 in (True, False):
        made = pack.packed(archive, x86=x86)
        read = {head[:16].rstrip(): said for head, said in pack.members(made)}
        assert list(read) == [b"debian-binary", b"control.tar.xz", b"data.tar.xz"]
        assert read.pop(b"debian-binary") == b"2.0\n"
        assert {name[:-3]: lzma.decompress(said) for name, said in read.items()} == {
            name: said for name, said in content.items() if name.endswith(b".tar")
        }


def test_the_mirror_is_the_one_asked_for_or_that_of_this_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prove = script("linux/prove.py")
    monkeypatch.delenv("ZD_MIRROR", raising=False)
    assert prove.mirror(tmp_path) == ""
    (tmp_path / "sources.list.d").mkdir()
    (tmp_path / "sources.list.d" / "debian.sources").write_text(
        "# http://a\nTypes: deb\nURIs: http://mirror.invalid/debian\n"
    )
    assert prove.mirror(tmp_path) == "http://mirror.invalid/debian"
    (tmp_path / "sources.list").write_text("deb [signed-by=/x] http://other.invalid/debian bookworm main\n")
    assert prove.mirror(tmp_path) == "http://other.invalid/debian"
    monkeypatch.setenv("ZD_MIRROR", "http://asked.invalid")
    assert prove.mirror(tmp_path) == "http://asked.invalid"


def test_where_nothing_can_be_installed_the_proof_says_why_and_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    prove = script("linux/prove.py")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert "root" in prove.skipped()


@pytest.mark.parametrize("name", ["linux/build-deb.sh", "linux/lay-out.sh", "linux/prove"])
def test_the_shell_scripts_can_be_read(name: str) -> None:
    assert subprocess.run(["sh", "-n", INSTALLER / name], check=False).returncode == 0


@pytest.mark.parametrize("name", ["linux/build-deb.sh", "windows/build.cmd"])
def test_every_build_ends_with_the_selftest(name: str) -> None:
    assert "--selftest" in (INSTALLER / name).read_text(encoding="utf-8")


def laid_out(target: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Lays out a program of one file; says what the package is called."""
    frozen = folder / "frozen"
    frozen.mkdir(parents=True)
    (frozen / "zhengzhou-desk").write_text("the program", encoding="utf-8")
    monkeypatch.delenv("ZD_APPID", raising=False)
    done = subprocess.run(
        ["sh", INSTALLER / "linux/lay-out.sh", target, frozen, folder / "root", "1.2.3", sys.executable],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


needs_dpkg = pytest.mark.skipif(shutil.which("dpkg") is None, reason="no dpkg, which names the processor")


@needs_dpkg
def test_one_program_is_laid_out_for_debian_and_for_uos(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = laid_out("debian", tmp_path / "d", monkeypatch)
    assert name.startswith("zhengzhou-desk_1.2.3_")
    root = tmp_path / "d" / "root"
    assert (root / "opt/zhengzhou-desk/zhengzhou-desk").is_file() and (root / "usr/bin/zhengzhou-desk").is_symlink()
    assert (root / "usr/share/doc/zhengzhou-desk/copyright").is_file()
    name = laid_out("uos", tmp_path / "u", monkeypatch)
    appid = "org.zhengzhoudesk.desk"
    assert name.startswith(f"{appid}_1.2.3.0_")
    root = tmp_path / "u" / "root"
    own = root / "opt/apps" / appid
    assert {path.name for path in own.iterdir()} == {"entries", "files", "info"}
    assert [path for path in root.rglob("*") if path.is_file() and own not in path.parents] == [root / "DEBIAN/control"]
    about = json.loads((own / "info").read_text(encoding="utf-8"))
    assert (about["appid"], about["version"], len(about["arch"])) == (appid, "1.2.3.0", 1)
    entry = (own / f"entries/applications/{appid}.desktop").read_text(encoding="utf-8")
    assert f"Exec=/opt/apps/{appid}/files/zhengzhou-desk %f" in entry and f"Icon={appid}\n" in entry
    assert (own / f"entries/icons/hicolor/scalable/apps/{appid}.svg").is_file()
    assert (own / "files/licences/LICENCES.txt").is_file(), "where the program looks for it"
    control = (root / "DEBIAN/control").read_text(encoding="utf-8")
    assert f"Package: {appid}\nVersion: 1.2.3.0\n" in control


def test_a_book_that_is_double_clicked_opens_in_the_program() -> None:
    linux = INSTALLER / "linux"
    entry = (linux / "zhengzhou-desk.desktop").read_text(encoding="utf-8")
    kind = "application/x-zhengzhou-desk"
    assert f"MimeType={kind};" in entry and "Exec=/opt/zhengzhou-desk/zhengzhou-desk %f" in entry
    mime = ET.parse(linux / "zhengzhou-desk.xml").getroot()  # noqa: S314 - our own file
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    assert [found.get("type") for found in mime.iter(f"{space}mime-type")] == [kind]
    assert [found.get("pattern") for found in mime.iter(f"{space}glob")] == ["*.zzd"]
    about = ET.parse(linux / "zhengzhou-desk.metainfo.xml").getroot()  # noqa: S314 - our own file
    assert [found.text for found in about.iter("mediatype")] == [kind]
    assert [found.text for found in about.iter("launchable")] == ["zhengzhou-desk.desktop"]
