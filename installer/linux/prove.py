"""Installs the package in clean systems, works in its window and removes it again; one line for each thing tried."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from contextlib import ExitStack
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent.parent
SUITES = ("bullseye", "bookworm", "trixie")
SEAT = ("xvfb", "xdotool", "openbox", "imagemagick")
DISPLAY = ":95"
BOOK = "/root/示例/示例县.zzd"
TYPED = "7654321.00"


class Failed(Exception):  # noqa: N818 - said as it is
    """Something that was tried did not work."""


def skipped() -> str:
    """Why nothing can be tried here; empty where it can."""
    if os.geteuid():
        return "only root can install in a system of its own"
    if shutil.which("debootstrap") is None:
        return "debootstrap is not installed"
    return "" if mirror() else "no Debian mirror is known; name one in ZD_MIRROR"


def mirror(sources: Path = Path("/etc/apt")) -> str:
    """The mirror that is asked for, else the first that this system's own sources name."""
    if os.environ.get("ZD_MIRROR"):
        return os.environ["ZD_MIRROR"]
    for path in (sources / "sources.list", *sorted(sources.glob("sources.list.d/debian*"))):
        said = path.read_text(encoding="utf-8") if path.is_file() else ""
        found = re.search(r"^(?:deb\s.*?|URIs:\s*)(https?://\S+)", said, re.MULTILINE)
        if found:
            return found[1]
    return ""


class System:
    """A clean system in a folder."""

    def __init__(self, folder: Path, sockets: Path, stack: ExitStack) -> None:
        self.folder = folder
        for name, mount in (("proc", ["-t", "proc", "proc"]), ("tmp/.X11-unix", ["--bind", str(sockets)])):
            (folder / name).mkdir(parents=True, exist_ok=True)
            subprocess.run(["mount", *mount, folder / name], check=True)
            stack.callback(subprocess.run, ["umount", "-l", folder / name], check=False)
        shutil.copy("/etc/resolv.conf", folder / "etc/resolv.conf")

    def start(self, *command: str) -> subprocess.Popen[str]:
        """Starts a program there, for a person with a display and a Chinese-capable locale."""
        environment = {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": "/root",
            "LC_ALL": "C.UTF-8",
            "DISPLAY": DISPLAY,
        }
        environment["DEBIAN_FRONTEND"] = "noninteractive"
        return subprocess.Popen(
            ["chroot", self.folder, *command],
            env=environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def run(self, *command: str) -> str:
        """What a program says. Raises Failed where it fails."""
        started = self.start(*command)
        said, _ = started.communicate(timeout=900)
        if started.returncode:
            raise Failed(f"{' '.join(command)}: {said.strip()[-400:]}")
        return said

    def install(self, *packages: str) -> None:
        """Installs packages with what they require and nothing more."""
        self.run("apt-get", "update", "-qq")
        self.run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages)


def made(suite: str, folder: Path) -> Path:
    """A clean system of a Debian release: made anew, or a copy of the one that ZD_SYSTEMS keeps between runs."""
    kept = os.environ.get("ZD_SYSTEMS")
    if kept and Path(kept, suite).is_dir():
        subprocess.run(["cp", "-a", Path(kept, suite), folder], check=True)
        return folder
    done = subprocess.run(
        ["debootstrap", "--variant=minbase", suite, folder, mirror()], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Failed(f"debootstrap {suite}: {done.stdout.strip()[-300:]}")
    return folder


def keys(seat: System, *pressed: str) -> None:
    """Presses keys one after another, and waits for what they do."""
    for key in pressed:
        seat.run("xdotool", "key", key)
        time.sleep(0.7)


def window_of(seat: System, title: str) -> float:
    """How many seconds a window takes to appear."""
    begun = time.monotonic()
    seat.run("timeout", "60", "xdotool", "search", "--sync", "--onlyvisible", "--name", title)
    return time.monotonic() - begun


def tried(system: System, seat: System, package: Path, pictures: Path, say: object) -> None:
    """Everything that is tried in one system, in order."""
    assert callable(say)
    shutil.copy(package, system.folder / "root/package.deb")
    system.install("/root/package.deb")
    say("installed", system.run("zhengzhou-desk", "--version").strip())
    say("selftest", system.run("zhengzhou-desk", "--selftest").strip().splitlines()[-1])
    system.run("zhengzhou-desk", "demo", "--no-window", "--out", str(Path(BOOK).parent))
    printed = len(list((system.folder / BOOK[1:]).parent.glob("通知书/*.pdf")))
    if not printed:
        raise Failed("no notice was written")
    say("printed", f"{printed} PDF files")
    shown = system.start("zhengzhou-desk", BOOK)
    try:
        worked(system, seat, shown, pictures, say)
    finally:
        shown.kill()
    system.run("zhengzhou-desk", "verify", BOOK)
    say("verified", "the book after it")
    system.run("dpkg", "-r", "zhengzhou-desk")
    left = [path for path in (system.folder / "opt", system.folder / "usr/bin/zhengzhou-desk") if has_rest(path)]
    if left or not (system.folder / BOOK[1:]).is_file():
        raise Failed(f"after removal: {left or 'the book is gone'}")
    say("removed", "the book is still there")


def worked(system: System, seat: System, shown: subprocess.Popen[str], pictures: Path, say: object) -> None:
    """Works in the window that has been started, until it is closed."""
    assert callable(say)
    say("window", f"{window_of(seat, '示例县'):.1f} s")
    time.sleep(3)
    seat.run("import", "-window", "root", "/root/window.png")
    shutil.copy(seat.folder / "root/window.png", pictures / f"{system.folder.name}.png")
    say("picture", str(pictures / f"{system.folder.name}.png"))
    typed(system, seat, say)
    system.run("apt-get", "install", "-y", "-qq", "--reinstall", "--no-install-recommends", "/root/package.deb")
    if shown.poll() is not None:
        raise Failed("the open window ended while the package was installed again")
    say("upgraded", "while the book was open")
    keys(seat, "ctrl+q")
    if shown.wait(timeout=30):
        raise Failed("the window ended with a fault")


def typed(system: System, seat: System, say: object) -> None:
    """Types an amount into a cell, and finds it in the journal."""
    assert callable(say)
    # The second row of filings, what its canteen bought in the year: the window stands in the corner of the screen.
    keys(seat, "ctrl+3")
    seat.run("xdotool", "mousemove", "640", "305", "click", "1")
    time.sleep(1)
    seat.run("xdotool", "type", "--delay", "80", TYPED)
    keys(seat, "Return")
    time.sleep(2)
    seat.run("import", "-window", "root", "/root/typed.png")
    system.run("zhengzhou-desk", "journal", BOOK, "--out", "/root/journal.xlsx")
    with zipfile.ZipFile(system.folder / "root/journal.xlsx") as journal:
        said = b"".join(journal.read(name) for name in journal.namelist() if name.endswith(".xml")).decode()
    if not any(figure in said for figure in (TYPED, "7,654,321.00", "7654321")):
        raise Failed("the journal does not name what was typed")
    say("typed", "an amount, and the journal names it")


def has_rest(path: Path) -> bool:
    """Whether something of the program is left at a place."""
    return path.is_symlink() or path.is_file() or (path.is_dir() and any(path.iterdir()))


def prove(package: Path, suites: tuple[str, ...], work: Path) -> int:
    """Tries the package in each system; returns how many did not pass."""
    failures = 0
    with ExitStack() as stack:
        sockets = work / "sockets"
        sockets.mkdir()
        sockets.chmod(0o1777)
        seat = System(made("bookworm", work / "seat"), sockets, stack)
        seat.install(*SEAT)
        display = seat.start("Xvfb", DISPLAY, "-screen", "0", "1366x768x24", "-nolisten", "tcp")
        stack.callback(display.kill)
        time.sleep(3)
        manager = seat.start("openbox")
        stack.callback(manager.kill)
        for suite in suites:

            def say(what: str, how: str, suite: str = suite) -> None:
                print(f"{suite}: {what}: {how}", flush=True)

            with ExitStack() as inner:
                try:
                    tried(System(made(suite, work / suite), sockets, inner), seat, package, work.parent, say)
                except (Failed, OSError, subprocess.SubprocessError) as failed:
                    failures += 1
                    say("FAILED", str(failed))
    return failures


def main() -> int:
    """The command; what is given is the package and the Debian releases."""
    reason = skipped()
    if reason:
        print(f"skipped: {reason}")
        return 0
    packages = sorted((HOME / "dist").glob("*.deb"), key=lambda path: path.stat().st_mtime)
    given = sys.argv[1:]
    if not given and not packages:
        print("skipped: no package in dist/; installer/linux/build-deb.sh makes one")
        return 0
    work = Path(tempfile.mkdtemp(prefix="prove-", dir=os.environ.get("ZD_BUILD")))
    inner = work / "systems"
    inner.mkdir()
    try:
        return 1 if prove(Path(given[0]) if given else packages[-1], tuple(given[1:]) or SUITES, inner) else 0
    finally:
        # Never through a mount: what could not be taken off is left where it is.
        if not any(str(inner) in line for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()):
            shutil.rmtree(inner)


if __name__ == "__main__":
    sys.exit(main())
