"""A full disk at every command that writes: one sentence, status 2, the old file as it was and nothing left behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.books import filing, new_desk, unit, written

resource = pytest.importorskip("resource")
HOME = Path(__file__).parent.parent.parent
# A file may not grow beyond so many bytes: nothing at all, and too little for any of these.
LIMITS = (0, 2048)
COMMANDS = (
    "export a.zzd --out o.xlsx", "summary a.zzd --year 2024 --out o.xlsx", "accounts a.zzd --out o.xlsx",
    "assess a.zzd --year 2024 --out o.xlsx", "assess a.zzd --year 2024 --out o.pdf", "bulletin a.zzd --year 2024 --out o.pdf",
    "bulletin a.zzd --year 2024 --out o.xlsx", "notices a.zzd --year 2024 --on 2024-04-01 --out n",
    "notices a.zzd --year 2024 --on 2024-04-01 --out n --issue", "backup a.zzd",
    "restore a.zzd b.zzd", "new c.zzd --region 410105 --bureau 局 --year 2024", "demo --no-window --out d",
)  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("full")
    for name in ("a.zzd", "b.zzd"):
        new_desk(
            folder,
            *(unit(f"1010{number:02}", f"第{number}小学") for number in range(40)),
            filing("101003", reserve=1),
            name=name,
        ).close()
    written(
        folder / "more.xlsx",
        单位=[["单位编码", "单位名称"], *([f"2010{number:02}", "学校" * 60] for number in range(40))],
    )
    for name in ("o.xlsx", "o.pdf"):
        (folder / name).write_bytes(b"old")
    return folder


def limited(arguments: list[str], folder: Path, limit: int, **more: str) -> subprocess.CompletedProcess[str]:
    def begin() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    # What is measured could not be written down under such a limit either.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    return subprocess.run(
        [sys.executable, "-m", "zhengzhou_desk", *arguments],
        cwd=folder, capture_output=True, text=True, check=False, preexec_fn=begin,
        env={**kept, "PYTHONPATH": str(HOME), "HOME": str(folder), "PYTHONDONTWRITEBYTECODE": "1", **more},
    )  # fmt: skip


@pytest.mark.parametrize("limit", LIMITS)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_is_one_sentence(command: str, limit: int, made: Path, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in made.iterdir() if path.is_file()}
    done = limited(command.split(), made, limit, TMPDIR=str(tmp_path))
    assert done.returncode == 2, done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "满" in done.stderr or "写" in done.stderr
    assert {path.name: path.read_bytes() for path in made.iterdir() if path.is_file()} == before
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("limit", LIMITS)
def test_an_import_on_a_full_disk_changes_nothing(limit: int, made: Path) -> None:
    before = (made / "a.zzd").read_bytes()
    done = limited(["import", "a.zzd", "more.xlsx"], made, limit)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
    assert (made / "a.zzd").read_bytes() == before


def test_a_full_package(made: Path) -> None:
    done = limited(["package", "a.zzd", "--year", "2024", "--out", "p.zdp"], made, 100)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
    assert not (made / "p.zdp").exists()


@pytest.mark.parametrize(
    "command",
    [
        "export a.zzd --out no/o.xlsx",
        "summary a.zzd --year 2024 --out no/o.xlsx",
        "bulletin a.zzd --year 2024 --out no/o.pdf",
    ],
)
def test_a_folder_that_is_not_there_is_one_sentence(command: str, made: Path) -> None:
    done = limited(command.split(), made, resource.RLIM_INFINITY)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
    assert "没有文件夹" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("command", ["check a.zzd --json", "check a.zzd", "verify a.zzd", "--help", "--version"])
def test_output_that_does_not_get_out_is_said(command: str, made: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "zhengzhou_desk", *command.split()], cwd=made, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
            env={**os.environ, "PYTHONPATH": str(HOME)},
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (2, "系统没有让这一步做完：磁盘已满\n")
