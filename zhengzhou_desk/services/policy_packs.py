"""Policy packs (政策包): the law of a year as a file, what taking one would change, and taking it into the book.

A pack that was taken stands among the settings of the book. The law then goes wherever the book goes: a copy, a backup
and the book at whoever examines it are judged by the same, whichever computer they are opened on.
"""

from __future__ import annotations

import dataclasses
import hashlib
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common import paths
from zhengzhou_desk.common.atomic_file import atomic
from zhengzhou_desk.common.errors import Refused, system_words
from zhengzhou_desk.common.messages import CHINESE, LANGUAGES, listed, sentence, translated
from zhengzhou_desk.policy import taken_packs
from zhengzhou_desk.policy.law import Law
from zhengzhou_desk.policy.pack_file import (
    PACK_ENDING,
    PolicyPack,
    file_text,
    grouped,
    kept_text,
    read_content,
    read_file,
)
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.policy.packs import Article
from zhengzhou_desk.policy.parameters import SEVERITIES, params
from zhengzhou_desk.records import Change, Entry, Setting
from zhengzhou_desk.records.overlay import Overlay
from zhengzhou_desk.services import regions
from zhengzhou_desk.services.impact import Impact, impact_by_year

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from zhengzhou_desk.policy.law import ValueInForce
    from zhengzhou_desk.policy.packs import Packs
    from zhengzhou_desk.services.desk import Desk

SEVERITY = "severity."
NATION = sentence("全国")
_PROVINCE = 2  # digits of a province's code
# What a rule's second severity is for.
_STAGES = {
    "before": sentence("（期限之前）"),
    "loop": sentence("（互为上级）"),
    "reserve": sentence("（预留份额）"),
    "noted": sentence("（写明依据的）"),
    "past": sentence("（与上年预留比）"),
    "higher": sentence("（高于规定比例）"),
    "dated": sentence("（文号年份不同）"),
}


@dataclass(frozen=True, slots=True)
class PackInForce:
    """A pack by which the book is judged: one of the program (`pack` is None), or one that was taken."""

    name: str
    digest: str
    region: str = ""
    pack: PolicyPack | None = None
    row: Setting | None = None


@dataclass(frozen=True, slots=True)
class ValueChange:
    """What a value is in a year, and what it would be; `is_own`: the bureau's own value goes before both."""

    year: int
    name: str
    before: ValueInForce | None
    after: ValueInForce | None


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking or dropping a pack would change, by years: values of the law, and findings."""

    pack: PolicyPack
    years: tuple[int, ...]
    values: tuple[ValueChange, ...]
    own: tuple[str, ...]
    impact: dict[int, Impact]
    changes: tuple[Change, ...]
    # The packs under which both sides of a value name their articles.
    packs_before: Packs
    packs_after: Packs


# -- which there are -----------------------------------------------------------------------------


def in_force(desk: Desk) -> tuple[PackInForce, ...]:
    """The packs by which the book is judged: those of the program that reach its region, then those it has taken."""
    return (
        *(each for each in shipped() if desk.region.startswith(each.region)),
        *(
            PackInForce(pack.region_name, pack.digest, pack.region, pack, row)
            for row, pack in taken_packs.taken(desk.tables)
        ),
    )


def shipped() -> tuple[PackInForce, ...]:
    """The packs of the program, from the nation down, each with a digest of its file."""
    found = []
    for path in paths.POLICY.glob("*.toml"):
        raw = path.read_bytes()
        region = tomllib.loads(raw.decode("utf-8")).get("region")
        found.append(PackInForce(_called(region), hashlib.sha256(raw).hexdigest(), region=region or ""))
    return tuple(sorted(found, key=lambda each: (each.region, each.name)))


def _called(region: str | None) -> str:
    """What a pack of the program is called: by its region; that of the rules' words has none."""
    if region is None:
        return sentence("规则的文字")
    if not region:
        return NATION
    return (regions.province(region) if len(region) == _PROVINCE else None) or regions.name(region)


# -- writing one -----------------------------------------------------------------------------------


def made(desk: Desk, year: int, issuer: str = "") -> PolicyPack:
    """The law in force in a year for the bureau's city, with what the bureau itself has stated by a document.

    Refuses a year without law.
    """
    values: dict[str, tuple[object, tuple[str, ...]]] = {}
    articles: dict[str, Article] = {}
    for name, found in _in_force(desk.law, year).items():
        keys = found.articles
        if found.document is not None:
            own = _own_article(name, found, desk.bureau)
            articles[own.id] = own
            keys = (own.id,)
        articles |= {key: desk.law.packs.articles[key] for key in found.articles}
        values[name] = (found.value, keys)
    if not desk.has_law(year) or not values:
        raise Refused("{year} 年度没有规定预留比例，写不成政策包", year=year)
    documents = {article.document for article in articles.values()}
    region = regions.listed_code(desk.region)
    return PolicyPack(
        year=year,
        region=region,
        region_name=regions.name(region),
        issuer=issuer or desk.bureau,
        issued=desk.today,
        sources=tuple(sorted({each.source for each in articles.values()})),
        articles=articles,
        values=values,  # type: ignore[arg-type]
        titles={number: title for number, title in desk.law.packs.titles.items() if number in documents},
    )


def _in_force(law: Law, year: int) -> dict[str, ValueInForce]:
    return {name: found for name in params() if (found := law.in_force(name, year)) is not None}


def _own_article(name: str, found: ValueInForce, bureau: str) -> Article:
    """What the bureau's own document states, as an article."""
    says = {
        lang: f"{label(name, lang)}{'：' if lang == CHINESE else ': '}{shown(name, found, lang)}" for lang in LANGUAGES
    }
    document = found.document or ""
    return Article(f"own.{name}", document, "", says, f"{bureau} {document}")


def write(pack: PolicyPack, path: Path) -> Path:
    """Writes a pack as a file, whole or not at all; returns where it is."""
    with atomic(path, PACK_ENDING) as part:
        part.write_text(file_text(pack), encoding="utf-8", newline="\n")
    return path


def from_draft(path: Path) -> PolicyPack:
    """A pack of a draft in TOML, which a person has written: what a pack file says, without format and digest."""
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Refused("读不了 {path}：{reason}", path=path, reason=system_words(error)) from None
    except ValueError:
        raise Refused("{path} 不是 TOML 格式的草稿", path=path) from None
    return read_content(said, path.name)


# -- taking one ------------------------------------------------------------------------------------


def read(path: Path) -> PolicyPack:
    """The pack in a file. Refuses what is no pack, was altered, or says what this program does not know."""
    try:
        raw = path.read_bytes() if path.stat().st_size <= _MOST_BYTES else b""
    except OSError as error:
        raise Refused("读不了 {path}：{reason}", path=path, reason=system_words(error)) from None
    return read_file(raw, path.name)


_MOST_BYTES = 1 << 20


def preview(desk: Desk, pack: PolicyPack) -> Preview:
    """What taking a pack would change; nothing in the book changes.

    Refuses a pack of another region, one that the book has taken already, and one that reaches a closed year.
    """
    if not desk.region.startswith(pack.region):
        raise Refused("政策包是 {region} 的，账册是 {own} 的，不能采用", region=pack.region_name, own=desk.region_name)
    before = _kept(desk, pack)
    kept = before or Setting(name=taken_packs.setting_name(pack.region), year=pack.year)
    after = dataclasses.replace(kept, value=kept_text(pack))
    if before is not None and before.value == after.value:
        raise Refused("账册已经采用了这个政策包")
    return _preview(desk, pack, Change(before, after))


def preview_drop(desk: Desk, pack: PolicyPack) -> Preview:
    """What dropping a taken pack would change. Refuses one that reaches a closed year."""
    before = _kept(desk, pack)
    if before is None:
        raise Refused("账册没有采用这个政策包")
    return _preview(desk, pack, Change(before, None))


def take(desk: Desk, seen: Preview) -> Entry:
    """Takes or drops the pack as it was seen, as one step of the book's journal."""
    pack = seen.pack
    name = "drop_pack" if seen.changes[0].after is None else "take_pack"
    return desk.apply(Entry(name, seen.changes, (str(pack.year), pack.issuer, grouped(pack.digest))))


def _kept(desk: Desk, pack: PolicyPack) -> Setting | None:
    return desk.setting_row(taken_packs.setting_name(pack.region), pack.year)


def _preview(desk: Desk, pack: PolicyPack, change: Change) -> Preview:
    reached = sorted(year for year in desk.closed_years if year >= pack.year)
    if reached:
        raise Refused(
            "政策包从 {year} 年度起用，而 {closed} 年度已结账：结账年度的判断不变。要改请先重新打开该年度",
            year=pack.year, closed=reached[0],
        )  # fmt: skip
    years = tuple(sorted({pack.year, *(year for year in desk.years if year > pack.year)}))
    laid = Law(desk.law.shipped, Overlay(desk.tables, (change,)), desk.region)
    values = tuple(found for year in years for found in _differences(desk.law, laid, year))
    own = tuple(name for name in pack.values if (now := desk.law.in_force(name, pack.year)) and now.document)
    return Preview(
        pack, years, values, own, impact_by_year(desk, (change,), years), (change,), desk.law.packs, laid.packs
    )


def _differences(before: Law, after: Law, year: int) -> Iterator[ValueChange]:
    """The values that differ in a year, or that other words state."""
    for name in params():
        old, new = before.in_force(name, year), after.in_force(name, year)
        if _said(before, old) != _said(after, new):
            yield ValueChange(year, name, old, new)


def _said(law: Law, found: ValueInForce | None) -> object:
    """A value and what states it, whatever its articles are called in here."""
    if found is None:
        return None
    articles = [law.packs.articles[key] for key in found.articles]
    return found.value, found.document, [(each.text(), each.says) for each in articles]


# -- in words --------------------------------------------------------------------------------------


def label(name: str, lang: str) -> str:
    """What a value of the law is called; the level of a rule by the rule's name."""
    if not name.startswith(SEVERITY):
        return translated(params()[name].label, lang)
    rule, words, stage = name.removeprefix(SEVERITY), packs().rules, ""
    if rule not in words:
        rule, _, stage = rule.rpartition("_")
    called = words.get(rule, {}).get("title", {}).get(lang, rule)
    return translated(sentence("级别：{rule}"), lang).format(rule=called + translated(_STAGES.get(stage, ""), lang))


def shown(name: str, found: ValueInForce | None, lang: str) -> str:
    """A value as a person reads it."""
    if found is None or found.value is None:
        unstated = sentence("不判断") if params()[name].kind is SEVERITIES else sentence("未规定")
        return translated(unstated, lang)
    return params()[name].kind.show(found.value, lang)


def stated_by(packs: Packs, found: ValueInForce | None, lang: str) -> str:
    """The articles that state a value, or the bureau's own document."""
    if found is None:
        return ""
    return found.document or listed((packs.articles[article].text(lang) for article in found.articles), lang)
