"""Installs packages in clean systems, works in its window and removes it again; one line for each thing tried."""

from __future__ import annotations

import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

HOME = Path(__file__).resolve().parent.parent.parent
SUITES = ("bullseye", "bookworm", "trixie")
SEAT = ("xvfb", "xdotool", "openbox", "imagemagick")
DISPLAY = ":95"
BOOK = "/root/示例/示例县.zzd"
TYPED = "7654321.00"
ABOVE = ("", "/.", "/opt", "/opt/apps")  # the folders in which 统信's packages have theirs
# How much longer everything may take than on a computer of one's own: 5 or more where the processor is an emulated one.
PATIENCE = float(os.environ.get("ZD_PATIENCE", "1"))
Say = Callable[[str, str], None]


class Failed(Exception):  # noqa: N818 - said as it is
    """Something that was tried did not work."""


class Package(NamedTuple):
    """A package as it is to be tried: its file, its name, and what starts its program."""

    file: Path
    name: str
    program: str

    @classmethod
    def of(cls, file: Path) -> Package:
        """As the file says. Only Debian's layout has a command; 统信's has a path below its own name (lay-out.sh)."""
        said = subprocess.run(["dpkg-deb", "-f", file, "Package"], capture_output=True, text=True, check=True)
        name = said.stdout.strip()
        return cls(file, name, name if "." not in name else f"/opt/apps/{name}/files/zhengzhou-desk")

    @property
    def is_apart(self) -> bool:
        """Whether it has 统信's layout, in which all of it stands below one folder."""
        return self.program.startswith("/opt/apps/")


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


def wait(seconds: float) -> None:
    """Gives the window the time to do something."""
    time.sleep(seconds * PATIENCE)


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
        said, _ = started.communicate(timeout=900 * PATIENCE)
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
        wait(0.7)


def window_of(seat: System, title: str) -> float:
    """How many seconds a window takes to appear."""
    begun = time.monotonic()
    seat.run("timeout", f"{60 * PATIENCE:.0f}", "xdotool", "search", "--sync", "--onlyvisible", "--name", title)
    return time.monotonic() - begun


def tried(system: System, seat: System, package: Package, pictures: Path, say: Say) -> None:
    """Everything that is tried in one system, in order."""
    shutil.copy(package.file, system.folder / "root/package.deb")
    system.install("/root/package.deb")
    say("installed", system.run(package.program, "--version").strip())
    if package.is_apart:
        laid_out(system, package, say)
    say("selftest", system.run(package.program, "--selftest").strip().splitlines()[-1])
    system.run(package.program, "demo", "--no-window", "--out", str(Path(BOOK).parent))
    printed = len(list((system.folder / BOOK[1:]).parent.glob("通知书/*.pdf")))
    if not printed:
        raise Failed("no notice was written")
    say("printed", f"{printed} PDF files")
    shown = system.start(package.program, BOOK)
    try:
        worked(system, seat, package, shown, pictures, say)
    finally:
        shown.kill()
    system.run(package.program, "verify", BOOK)
    say("verified", "the book after it")
    system.run("dpkg", "-r", package.name)
    left = [path for path in (system.folder / "opt", system.folder / "usr/bin/zhengzhou-desk") if has_rest(path)]
    if left or not (system.folder / BOOK[1:]).is_file():
        raise Failed(f"after removal: {left or 'the book is gone'}")
    say("removed", "the book is still there")


def laid_out(system: System, package: Package, say: Say) -> None:
    """Looks whether all of it stands below its own folder, and nothing is run when it is installed."""
    own = f"/opt/apps/{package.name}"
    files = system.run("dpkg", "-L", package.name).split("\n")
    outside = [path for path in files if path not in ABOVE and not f"{path}/".startswith(f"{own}/")]
    scripts = [path.name for path in (system.folder / "var/lib/dpkg/info").glob(f"{package.name}.*")]
    about = json.loads((system.folder / own[1:] / "info").read_text(encoding="utf-8"))
    entry = (system.folder / own[1:] / "entries/applications" / f"{package.name}.desktop").read_text(encoding="utf-8")
    if outside or {*scripts} - {f"{package.name}.list", f"{package.name}.md5sums"}:
        raise Failed(f"outside its own folder: {outside or scripts}")
    if about["appid"] != package.name or f"Exec={package.program} %f" not in entry:
        raise Failed("its info or its entry names another program")
    say("laid out", f"all below {own}, version {about['version']}")


def worked(
    system: System, seat: System, package: Package, shown: subprocess.Popen[str], pictures: Path, say: Say
) -> None:
    """Works in the window that has been started, until it is closed."""
    say("window", f"{window_of(seat, '示例县'):.1f} s")
    wait(3)
    seat.run("import", "-window", "root", "/root/window.png")
    shutil.copy(seat.folder / "root/window.png", pictures / f"{system.folder.name}.png")
    say("picture", str(pictures / f"{system.folder.name}.png"))
    typed(system, seat, package, say)
    system.run("apt-get", "install", "-y", "-qq", "--reinstall", "--no-install-recommends", "/root/package.deb")
    if shown.poll() is not None:
        raise Failed("the open window ended while the package was installed again")
    say("upgraded", "while the book was open")
    keys(seat, "ctrl+q")
    if shown.wait(timeout=30 * PATIENCE):
        raise Failed("the window ended with a fault")


def typed(system: System, seat: System, package: Package, say: Say) -> None:
    """Types an amount into a cell, and finds it in the journal."""
    # The second row of filings, what its canteen bought in the year: the window stands in the corner of the screen.
    keys(seat, "ctrl+3")
    seat.run("xdotool", "mousemove", "640", "305", "click", "1")
    wait(1)
    seat.run("xdotool", "type", "--delay", "80", TYPED)
    keys(seat, "Return")
    wait(2)
    seat.run("import", "-window", "root", "/root/typed.png")
    system.run(package.program, "journal", BOOK, "--out", "/root/journal.xlsx")
    with zipfile.ZipFile(system.folder / "root/journal.xlsx") as journal:
        said = b"".join(journal.read(name) for name in journal.namelist() if name.endswith(".xml")).decode()
    if not any(figure in said for figure in (TYPED, "7,654,321.00", "7654321")):
        raise Failed("the journal does not name what was typed")
    say("typed", "an amount, and the journal names it")


def has_rest(path: Path) -> bool:
    """Whether something of the program is left at a place."""
    return path.is_symlink() or path.is_file() or (path.is_dir() and any(path.iterdir()))


def prove(packages: list[Package], suites: list[str], work: Path) -> int:
    """Tries each package in each system; returns how many did not pass."""
    failures = 0
    with ExitStack() as stack:
        sockets = work / "sockets"
        sockets.mkdir()
        sockets.chmod(0o1777)
        seat = System(made("bookworm", work / "seat"), sockets, stack)
        seat.install(*SEAT)
        display = seat.start("Xvfb", DISPLAY, "-screen", "0", "1366x768x24", "-nolisten", "tcp")
        stack.callback(display.kill)
        wait(3)
        manager = seat.start("openbox")
        stack.callback(manager.kill)
        for package, suite in itertools.product(packages, suites):
            place = f"{suite}-{package.name}"

            def say(what: str, how: str, place: str = place) -> None:
                print(f"{place}: {what}: {how}", flush=True)

            with ExitStack() as inner:
                try:
                    tried(System(made(suite, work / place), sockets, inner), seat, package, work.parent, say)
                except (Failed, OSError, subprocess.SubprocessError) as failed:
                    failures += 1
                    say("FAILED", str(failed))
    return failures


def newest(folder: Path) -> list[Package]:
    """Of each package there the file that was made last."""
    files = sorted(folder.glob(f"*_{architecture()}.deb"), key=lambda path: path.stat().st_mtime)
    return list({package.name: package for package in map(Package.of, files)}.values())


def architecture() -> str:
    """This system's, as packages name it."""
    return subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True).stdout.strip()


def main() -> int:
    """The command; what is given are packages and Debian releases."""
    reason = skipped()
    if reason:
        print(f"skipped: {reason}")
        return 0
    given = [Path(said) for said in sys.argv[1:] if said.endswith(".deb")]
    suites = [said for said in sys.argv[1:] if not said.endswith(".deb")]
    packages = [Package.of(file) for file in given] or newest(HOME / "dist")
    if not packages:
        print("skipped: no package in dist/; installer/linux/build-deb.sh makes one")
        return 0
    work = Path(tempfile.mkdtemp(prefix="prove-", dir=os.environ.get("ZD_BUILD")))
    inner = work / "systems"
    inner.mkdir()
    try:
        return 1 if prove(packages, suites or list(SUITES), inner) else 0
    finally:
        # Never through a mount: what could not be taken off is left where it is.
        if not any(str(inner) in line for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()):
            shutil.rmtree(inner)


if __name__ == "__main__":
    sys.exit(main())
