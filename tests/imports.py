"""Every import of the package, also those inside functions and under TYPE_CHECKING, as a graph of its modules."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

Graph: TypeAlias = "dict[str, set[str]]"


def module_name(path: Path, root: Path) -> str:
    """zhengzhou_desk/gui/__init__.py is zhengzhou_desk.gui."""
    parts = path.relative_to(root.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def graph_of(root: Path) -> Graph:
    """Module → the modules of the same package that it imports, wherever the import stands."""
    files = {module_name(path, root): path for path in root.rglob("*.py")}
    return {
        name: {target for target in _imported(path, root.name, files) if target != name} for name, path in files.items()
    }


def _imported(path: Path, package: str, files: Mapping[str, Path]) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in files)
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == package:
            for alias in node.names:
                # `from package import module` leads to the module, `from module import name` to where the name is.
                submodule = f"{node.module}.{alias.name}"
                yield submodule if submodule in files else node.module


def circles(graph: Mapping[str, set[str]]) -> list[list[str]]:
    """The groups of more than one module that import each other, directly or in a round (Tarjan)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(name: str) -> None:
        index[name] = low[name] = len(index)
        stack.append(name)
        for target in graph.get(name, ()):
            if target not in index:
                visit(target)
                low[name] = min(low[name], low[target])
            elif target in stack:
                low[name] = min(low[name], index[target])
        if low[name] == index[name]:
            place = stack.index(name)
            group = stack[place:]
            del stack[place:]
            if len(group) > 1:
                found.append(sorted(group))

    for name in graph:
        if name not in index:
            visit(name)
    return found


def by_package(graph: Mapping[str, set[str]], depth: int) -> Graph:
    """The same graph of packages; a module that lies loose in a package counts as a package of its own.

    `depth` is how many words of a name tell a package: 2 for zhengzhou_desk.gui, 3 for zhengzhou_desk.gui.table.
    """
    merged: Graph = {}
    for name, targets in graph.items():
        room = _room(name, depth)
        merged.setdefault(room, set()).update(_room(target, depth) for target in targets)
    return {room: targets - {room} for room, targets in merged.items()}


def _room(name: str, depth: int) -> str:
    return ".".join(name.split(".")[:depth])
