"""Reading the pack files (resources/policy/*.toml), every value checked against what the code declares."""

from __future__ import annotations

import functools
import tomllib
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.common import paths
from zhengzhou_desk.policy import rules as _rules  # noqa: F401 - importing them declares their severities, which are values too
from zhengzhou_desk.policy.packs import Article, PackError, Packs, StatedValue
from zhengzhou_desk.policy.parameters import params
from zhengzhou_desk.records.kinds import name_sort

if TYPE_CHECKING:
    from pathlib import Path


@functools.cache
def packs(folder: Path = paths.POLICY) -> Packs:
    """The packs of a folder, read once."""
    articles: dict[str, Article] = {}
    values: dict[str, list[StatedValue]] = {}
    rules: dict[str, dict[str, dict[str, str]]] = {}
    regions: dict[str, str] = {}
    titles: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        rules.update(content.get("rule", {}))
        regions.update(content.get("regions", {}))
        titles.update({number: words["title"] for number, words in content.get("document", {}).items()})
        for key, words in content.get("article", {}).items():
            if key in articles:
                raise PackError(f"{path.name}: article {key} stands twice")
            articles[key] = Article(
                key, words["document"], words["clause"], words["says"], words["source"], words.get("official", True),
                words.get("place", ""),
            )  # fmt: skip
        for block in content.get("states", ()):
            for stated in _stated(block, content["region"], path):
                values.setdefault(stated.name, []).append(stated)
    name_sort("rule", {name: texts["title"] for name, texts in rules.items() if "title" in texts})
    name_sort("region", regions)
    made = Packs(articles, {name: tuple(rows) for name, rows in values.items()}, rules, regions, titles)
    _check(made)
    return made


def _stated(block: dict[str, Any], region: str, path: Path) -> list[StatedValue]:
    """The values of one block: a day, the articles that say so, and name = value lines."""
    named = block["article"]
    articles = (named,) if isinstance(named, str) else tuple(named)
    known = params()
    rows = []
    for name, given in _flat(block["values"]):
        if name not in known:
            raise PackError(f"{path.name}: no rule knows the value {name}")
        rows.append(StatedValue(name, region, block["since"], known[name].kind.parse(given), articles))
    return rows


def _flat(values: dict[str, Any], prefix: str = "") -> list[tuple[str, object]]:
    """Nested tables as dotted names; [severity] filing rules stay readable in TOML."""
    rows: list[tuple[str, object]] = []
    for name, given in values.items():
        rows += _flat(given, f"{prefix}{name}.") if isinstance(given, dict) else [(prefix + name, given)]
    return rows


def _check(made: Packs) -> None:
    for name, rows in made.values.items():
        seen = [(stated.region, stated.since) for stated in rows]
        if len(set(seen)) != len(seen):
            raise PackError(f"{name} is stated twice for one region and day")
        for stated in rows:
            missing = [article for article in stated.articles if article not in made.articles]
            if missing:
                raise PackError(f"{name}: no article {missing}")
