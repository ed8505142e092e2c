"""Taken packs: policy packs that a book keeps among its settings, laid over the packs of the program."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.policy.pack_file import PolicyPack, read_text
from zhengzhou_desk.records import Setting
from zhengzhou_desk.records.setting import PACK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengzhou_desk.policy.packs import Article, Packs, StatedValue
    from zhengzhou_desk.records import Record
    from zhengzhou_desk.records.tables import Tables


def setting_name(region: str) -> str:
    """The setting under which the pack of a region is kept; one for each year from which it holds."""
    return f"{PACK}:{region}"


def taken(tables: Tables) -> tuple[tuple[Setting, PolicyPack], ...]:
    """The packs that a book has taken, by region and year. Refuses one that this program cannot read.

    A book must not be judged by another law than the one it was given, so an unreadable pack is never passed over.
    """
    return tuple(sorted(_read_all(tables.all(Setting)), key=lambda pair: (pair[1].region, pair[1].year)))


def refuse_unreadable(rows: Iterable[Record | None]) -> None:
    """Refuses rows that hold, or are to hold, a taken pack which this program cannot read."""
    for _ in _read_all(rows):
        pass


def _read_all(rows: Iterable[Record | None]) -> Iterator[tuple[Setting, PolicyPack]]:
    return ((row, _read(row)) for row in rows if isinstance(row, Setting) and row.is_pack and row.value)


def _read(row: Setting) -> PolicyPack:
    pack = read_text(row.value or "", f"{row.name} {row.year}")
    if row.name != setting_name(pack.region) or row.year != pack.year:
        raise Refused("账册里的政策包 {name} 与所记的地区或年度不符，请用备份恢复账册", name=f"{row.name} {row.year}")
    return pack


def laid_over(packs: Packs, taken: Iterable[PolicyPack]) -> Packs:
    """The packs of the program with others over them.

    For its region a taken pack goes before all that the program states from the same year on or earlier; what the
    program states for a smaller region, or from a later year on, goes before it.
    """
    values: dict[str, tuple[StatedValue, ...]] = dict(packs.values)
    articles, titles = dict(packs.articles), dict(packs.titles)
    for pack in taken:
        called = _article_names(pack, articles)
        articles.update({called[key]: dataclasses.replace(each, id=called[key]) for key, each in pack.articles.items()})
        titles |= pack.titles
        for stated in pack.stated:
            others = [
                row for row in values.get(stated.name, ())
                if row.region != pack.region or row.since.year != pack.year
            ]  # fmt: skip
            own = dataclasses.replace(stated, articles=tuple(called[article] for article in stated.articles))
            values[stated.name] = (*others, own)
    return dataclasses.replace(packs, articles=articles, values=values, titles=titles)


def _article_names(pack: PolicyPack, known: dict[str, Article]) -> dict[str, str]:
    """The names of its articles: one that is known and says something else here gets a name of its own."""
    mark = f"@{pack.region or '0'}-{pack.year}"
    return {
        key: key if known.get(key, each) == each else f"{key}{mark}"
        for key, each in pack.articles.items()
    }  # fmt: skip
