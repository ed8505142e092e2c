"""The house rules that a machine can hold: directions of imports, words, sizes, the README's tree."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests import mirror, module_table
from tests.imports import by_package, circles, graph_of

HOME = Path(__file__).parent.parent
PACKAGE = HOME / "zhengzhou_desk"
MODULES = sorted(PACKAGE.rglob("*.py"))
SENTENCES = {"message", "Refused", "tell", "tr", "translated", "sentence", "counted"}
# They hand on what their caller wrote as a literal.
CARRIERS = {"messages.py", "errors.py", "run.py", "parser.py", "reading.py", "menus.py"}


def lint(folder: Path) -> str:
    """What import-linter says of the checkout in `folder`."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(folder)}
    )
    return done.stdout + done.stderr


def test_imports_run_one_way() -> None:
    said = lint(HOME)
    assert "0 broken" in said, said[-3000:]


# One import that each contract forbids: a contract that cannot fail holds nothing.
PLANTS = {
    "layers": ("common/errors.py", "from zhengzhou_desk import records"),
    "rooms": ("gui/widgets/icons.py", "from zhengzhou_desk.gui import dialogs"),
    "qt": ("services/notices/register.py", "import PySide6.QtCore"),
    "sqlite": ("services/notices/register.py", "import sqlite3"),
    "spreadsheets": ("services/notices/register.py", "import openpyxl"),
    "analytics": ("services/data_set.py", "import duckdb"),
    "pdf": ("reports/city.py", "import reportlab"),
    "cryptography": ("exchange/package.py", "import cryptography"),
}


def contracts() -> dict[str, dict[str, object]]:
    """The contracts of import-linter by their ids."""
    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))
    return {contract["id"]: contract for contract in project["tool"]["importlinter"]["contracts"]}


@pytest.mark.parametrize("name", PLANTS)
def test_each_contract_fails_where_it_should(name: str, tmp_path: Path) -> None:
    assert set(PLANTS) == set(contracts())
    shutil.copytree(PACKAGE, tmp_path / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(HOME / "pyproject.toml", tmp_path)
    place, statement = PLANTS[name]
    planted = tmp_path / PACKAGE.name / place
    text = planted.read_text(encoding="utf-8")
    # Inside a function, where an import is easily overlooked.
    planted.write_text(f"{text}\n\ndef _planted() -> None:\n    {statement}\n", encoding="utf-8")
    said = lint(tmp_path)
    assert f"{contracts()[name]['name']} BROKEN" in said, said[-3000:]


def test_the_contracts_name_every_package() -> None:
    """A package that a list forgets could import what it likes."""
    packages = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()} - {
        "__init__",
        "__pycache__",
    }
    allowed = {
        "qt": {"app", "gui"}, "sqlite": {"store"}, "spreadsheets": {"exchange"}, "analytics": {"exchange"},
        "pdf": {"documents"},
    }  # fmt: skip
    for name, exempt in allowed.items():
        listed = contracts()[name]["source_modules"]
        assert isinstance(listed, list)
        assert {one.removeprefix("zhengzhou_desk.") for one in listed} == packages - exempt, name


def test_no_files_import_each_other_in_a_round() -> None:
    """Neither at the top, nor inside a function, nor for types alone."""
    assert circles(graph_of(PACKAGE)) == []


@pytest.mark.parametrize("depth", [2, 3])
def test_no_packages_import_each_other_in_a_round(depth: int) -> None:
    graph = graph_of(PACKAGE)
    # The package's own __init__ holds the version, which anything may print.
    del graph[PACKAGE.name]
    rooms = by_package({name: targets - {PACKAGE.name} for name, targets in graph.items()}, depth)
    assert circles(rooms) == []


def test_a_round_would_be_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == [["a", "b", "c"]]
    assert circles({"a": {"b"}, "b": set()}) == []


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


@pytest.mark.parametrize("module", mirror.modules())
def test_every_module_with_behaviour_has_its_tests_in_the_mirrored_place_or_says_where(module: str) -> None:
    own = (mirror.TESTS / mirror.file_of(module)).exists()
    place = mirror.elsewhere(module)
    assert own or (place is not None and (mirror.TESTS / place).exists()), f"no {mirror.file_of(module)}"
    if own:
        assert module not in mirror.ELSEWHERE, f"{module} has a test file of its own now"


def test_every_test_file_of_the_mirror_is_about_a_module() -> None:
    about = {mirror.file_of(module) for module in mirror.modules()}
    # Records are declarations; what one of them says may still be proved in its own place.
    about |= {mirror.file_of(str(path.relative_to(PACKAGE))) for path in MODULES}
    assert set(mirror.mirrored()) - about == mirror.ACROSS
    assert all((PACKAGE / name).exists() for name in mirror.ELSEWHERE)


def test_the_main_window_stays_small() -> None:
    assert len((PACKAGE / "gui" / "main_window.py").read_text(encoding="utf-8").splitlines()) <= 280


def test_the_table_of_modules_is_true() -> None:
    """CONTRIBUTING.md names each module with the first line of its docstring, and nothing else."""
    assert module_table.FILE.read_text(encoding="utf-8") == module_table.written()


def test_the_readme_stays_short() -> None:
    assert len((HOME / "README.md").read_text(encoding="utf-8").splitlines()) <= 150


def test_nothing_names_a_registry_or_this_machine() -> None:
    for path in [
        *MODULES,
        *(HOME / "installer").rglob("*"),
        HOME / "dev",
        HOME / "requirements.lock",
        HOME / "pyproject.toml",
    ]:
        # What Python compiles beside a module is no part of the project.
        if path.is_file() and path.suffix not in (".ico", ".pyc"):
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"pypi\.org|pythonhosted|deb\.debian|/work/", text), path


def test_fonts_are_the_ones_that_were_licensed() -> None:
    import hashlib

    lines = (HOME / "resources/fonts/SHA256SUMS").read_text(encoding="utf-8").splitlines()
    for expected, name in (line.split() for line in lines if line.strip()):
        path = HOME / "resources" / "fonts" / name.lstrip("*")
        assert hashlib.sha256(path.read_bytes()).hexdigest() == expected


def test_the_lock_holds_every_dependency() -> None:
    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock = (HOME / "requirements.lock").read_text(encoding="utf-8").lower()
    for wanted in [*project["dependencies"], *project["optional-dependencies"]["test"]]:
        name, _, version = re.split(r"[;\s]", wanted)[0].partition("==")
        pattern = f"{name.lower()}=={version}" if version else f"{name.split('>')[0].lower()}=="
        assert pattern in lock, wanted
