"""The house rules that a machine can hold: directions of imports, words, sizes, the README's tree."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent
PACKAGE = HOME / "zhengzhou_desk"
MODULES = sorted(PACKAGE.rglob("*.py"))
SENTENCES = {"message", "Refused", "tell", "tr", "translated", "later"}
# They hand on what their caller wrote as a literal.
CARRIERS = {"messages.py", "errors.py", "run.py", "parser.py", "reading.py", "menus.py"}


def test_imports_run_one_way() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"],
        cwd=HOME, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "0 broken" in done.stdout, done.stdout[-3000:] + done.stderr[-1000:]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_sentences_are_literals(path: Path) -> None:
    """A sentence put together elsewhere would never be translated."""
    if path.name in CARRIERS:
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in SENTENCES:
            assert not isinstance(node.args[0], ast.JoinedStr | ast.BinOp), f"{path.name}:{node.lineno}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_says_in_one_line_what_it_is(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring is not None
    assert "\n" not in docstring.split("\n\n")[0]


def test_the_main_window_stays_small() -> None:
    assert len((PACKAGE / "gui" / "main_window.py").read_text(encoding="utf-8").splitlines()) <= 250


def test_the_translations_are_complete_and_fresh() -> None:
    done = subprocess.run(
        [sys.executable, "i18n/update.py", "--check"], cwd=HOME, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:]


def test_the_readme_tree_is_true() -> None:
    """Each module stands in the README's tree with the first line of its docstring, and nothing else does."""
    readme = (HOME / "README.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `(zhengzhou_desk/[\w/]+\.py)` \| (.+) \|$", readme, re.MULTILINE))
    real = {}
    for path in MODULES:
        docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        real[path.relative_to(HOME).as_posix()] = docstring.splitlines()[0].replace("|", "\\|")
    assert told == real


def test_nothing_names_a_registry_or_this_machine() -> None:
    for path in [
        *MODULES,
        *(HOME / "installer").rglob("*"),
        HOME / "dev",
        HOME / "requirements.lock",
        HOME / "pyproject.toml",
    ]:
        if path.is_file() and path.suffix != ".ico":
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"pypi\.org|pythonhosted|deb\.debian|/work/", text), path


def test_fonts_are_the_ones_that_were_licensed() -> None:
    import hashlib

    lines = (HOME / "resources/fonts/SHA256SUMS").read_text(encoding="utf-8").splitlines()
    for expected, name in (line.split() for line in lines if line.strip()):
        path = HOME / "resources" / "fonts" / name.lstrip("*")
        assert hashlib.sha256(path.read_bytes()).hexdigest() == expected


def test_the_lock_holds_every_dependency() -> None:
    import tomllib

    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock = (HOME / "requirements.lock").read_text(encoding="utf-8").lower()
    for wanted in [*project["dependencies"], *project["optional-dependencies"]["test"]]:
        name, _, version = re.split(r"[;\s]", wanted)[0].partition("==")
        pattern = f"{name.lower()}=={version}" if version else f"{name.split('>')[0].lower()}=="
        assert pattern in lock, wanted
