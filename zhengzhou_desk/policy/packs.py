"""Packs: the TOML files that state the law, read into articles and dated values by region."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.common import paths
from zhengzhou_desk.common.messages import CHINESE
from zhengzhou_desk.policy.parameters import params
from zhengzhou_desk.records.kinds import call

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

    from zhengzhou_desk.records.kinds import Value


@dataclass(frozen=True, slots=True)
class Article:
    """A clause of a document: which, what it says in our words, and where it can be read.

    One that is not official (a limit of the program's own, the platform's help) stands in no letter as its basis.
    """

    id: str
    document: str
    clause: str
    says: dict[str, str]
    source: str
    official: bool = True

    def text(self, lang: str = CHINESE) -> str:  # noqa: ARG002 - a document keeps its name
        return f"{self.document} {self.clause}".strip()


@dataclass(frozen=True, slots=True)
class Stated:
    """A value as stated for a region from a day on; None says: expressly not stated (any more)."""

    name: str
    region: str
    since: datetime.date
    value: Value
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Packs:
    """Everything the pack files say."""

    articles: dict[str, Article]
    values: dict[str, tuple[Stated, ...]]
    rules: dict[str, dict[str, dict[str, str]]]
    regions: dict[str, str]

    def stated(self, name: str, region: str, day: datetime.date) -> Stated | None:
        """The value in force: the longest region prefix, then the latest day not after `day`."""
        fitting = [
            stated for stated in self.values.get(name, ()) if region.startswith(stated.region) and stated.since <= day
        ]
        return max(fitting, key=lambda stated: (len(stated.region), stated.since), default=None)


class PackError(Exception):
    """A pack file contradicts itself or the code: a defect, never the clerk's doing."""


@functools.cache
def packs(folder: Path = paths.POLICY) -> Packs:
    """The packs of a folder, read once."""
    from zhengzhou_desk.policy import rules as _  # noqa: F401, PLC0415 - their severities are params too

    articles: dict[str, Article] = {}
    values: dict[str, list[Stated]] = {}
    rules: dict[str, dict[str, dict[str, str]]] = {}
    regions: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        rules.update(content.get("rule", {}))
        regions.update(content.get("regions", {}))
        for key, words in content.get("article", {}).items():
            if key in articles:
                raise PackError(f"{path.name}: article {key} stands twice")
            articles[key] = Article(
                key, words["document"], words["clause"], words["says"], words["source"], words.get("official", True)
            )
        for block in content.get("states", ()):
            for stated in _stated(block, content["region"], path):
                values.setdefault(stated.name, []).append(stated)
    call("rule", {name: texts["title"] for name, texts in rules.items() if "title" in texts})
    call("region", regions)
    made = Packs(articles, {name: tuple(rows) for name, rows in values.items()}, rules, regions)
    _check(made)
    return made


def _stated(block: dict[str, Any], region: str, path: Path) -> list[Stated]:
    """The values of one block: a day, the articles that say so, and name = value lines."""
    named = block["article"]
    articles = (named,) if isinstance(named, str) else tuple(named)
    known = params()
    rows = []
    for name, given in _flat(block["values"]):
        if name not in known:
            raise PackError(f"{path.name}: no rule knows the value {name}")
        rows.append(Stated(name, region, block["since"], known[name].kind.parse(given), articles))
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
