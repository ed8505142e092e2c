"""Policy packs as one file: the law of a region from a year on, who issued it, and a digest over all of it.

The file is JSON in UTF-8, written in one way only, so that a byte which was altered anywhere is refused: by the digest
where it changes what is said, else by the way in which it is written. A pack holds values, the levels of rules among
them, and the articles that state them. What a rule looks at and its words belong to the program.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import CHINESE, LANGUAGES
from zhengzhou_desk.policy.packs import Article, StatedValue
from zhengzhou_desk.policy.parameters import params
from zhengzhou_desk.records.clean import clean
from zhengzhou_desk.records.kinds import Choice, Value, Year

PACK_ENDING = ".zdlaw"
FORMAT = 1
# As much as a setting of a book can hold: a taken pack is kept in the book.
LONGEST = 20_000
_DIGEST, _GROUP = "digest", 4


@dataclass(frozen=True, slots=True)
class PolicyPack:
    """The law of a region from a year on; `region` is the beginning of its code, "" the whole country."""

    year: int
    region: str
    region_name: str
    issuer: str
    issued: datetime.date
    sources: tuple[str, ...]
    articles: dict[str, Article]
    values: dict[str, tuple[Value, tuple[str, ...]]]
    titles: dict[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """SHA-256 over what the pack says, in its one form."""
        return hashlib.sha256(_in_one_line(_content(self)).encode()).hexdigest()

    @property
    def stated(self) -> tuple[StatedValue, ...]:
        """Its values as the law states them."""
        since = datetime.date(self.year, 1, 1)
        return tuple(
            StatedValue(name, self.region, since, value, articles) for name, (value, articles) in self.values.items()
        )


def grouped(digest: str) -> str:
    """A digest to be compared by eye: in groups of four."""
    return " ".join(digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP))


def kept_text(pack: PolicyPack) -> str:
    """The pack on one line, as a book keeps it."""
    return _in_one_line(_signed(pack))


def file_text(pack: PolicyPack) -> str:
    """The pack as its file holds it."""
    return json.dumps(_signed(pack), ensure_ascii=False, sort_keys=True, indent=1) + "\n"


def read_file(raw: bytes, name: str) -> PolicyPack:
    """The pack of a file called `name`. Refuses what is no pack, was altered, or says what nobody here knows."""
    # What any pack needs four bytes a character for is far less than what a reader of JSON can be made to choke on.
    if len(raw) > 8 * LONGEST:
        raise _no_pack(name)
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        raise _no_pack(name) from None
    pack = read_text(text, name)
    if text.replace("\r\n", "\n") != file_text(pack):
        raise _altered(name)
    if len(kept_text(pack)) > LONGEST:
        raise Refused("政策包 {name} 太长，账册里存不下。请发出单位只写有变化的数值", name=name)
    return pack


def read_text(text: str, name: str) -> PolicyPack:
    """The pack that a text holds, as a file or a book does."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        raise _no_pack(name) from None
    if not isinstance(said, dict) or type(said.get("format")) is not int or said["format"] < 1:
        raise _no_pack(name)
    if said["format"] > FORMAT:
        raise Refused(
            "政策包 {name} 是较新的格式 {format}，本程序只认到格式 {own}。请先升级程序",
            name=name, format=said["format"], own=FORMAT,
        )  # fmt: skip
    if "year" not in said:
        raise Refused("政策包 {name} 没有写明从哪一年起用。请向发出单位重新要", name=name)
    digest = said.pop(_DIGEST, None)
    if hashlib.sha256(_in_one_line(said).encode(errors="replace")).hexdigest() != digest:
        raise _altered(name)
    return read_content(said, name)


def read_content(said: dict[str, Any], name: str) -> PolicyPack:
    """The pack of plain values as JSON or TOML holds them. Refuses what is missing, of another type or unknown."""
    try:
        issued = said["issued"]
        pack = PolicyPack(
            year=_year(said["year"], name),
            region=_region(said["region"]),
            region_name=_text(said["region_name"]),
            issuer=_text(said["issuer"]),
            issued=issued if isinstance(issued, datetime.date) else datetime.date.fromisoformat(_text(issued)),
            sources=tuple(_text(each) for each in said["sources"]),
            articles={_text(key): _article(_text(key), each, name) for key, each in said["articles"].items()},
            values={key: _value(key, each, name) for key, each in said["values"].items()},
            titles={_text(key): _text(title) for key, title in said.get("documents", {}).items()},
        )
    except (KeyError, TypeError, AttributeError, ValueError):
        raise Refused("政策包 {name} 的内容不完整或不合格式。请向发出单位重新要", name=name) from None
    for key, (_, articles) in pack.values.items():
        if not articles or any(article not in pack.articles for article in articles):
            raise Refused(
                "政策包 {name} 的“{value}”没有写明依据的条文。请向发出单位重新要", name=name, value=_label(key)
            )
    return pack


def typed(name: str, value: Value) -> str | None:
    """A value as its kind reads it again: the code of a choice, else as it is shown."""
    kind = params()[name].kind
    if value is None:
        return None
    return str(value) if isinstance(kind, Choice) else kind.show(value, CHINESE)


def _signed(pack: PolicyPack) -> dict[str, Any]:
    return {**_content(pack), _DIGEST: pack.digest}


def _content(pack: PolicyPack) -> dict[str, Any]:
    """What the digest is over."""
    return {
        "format": FORMAT,
        "year": pack.year,
        "region": pack.region,
        "region_name": pack.region_name,
        "issuer": pack.issuer,
        "issued": pack.issued.isoformat(),
        "sources": list(pack.sources),
        "documents": dict(pack.titles),
        "articles": {
            key: {
                "document": each.document, "clause": each.clause, "place": each.place, "source": each.source,
                "official": each.official, "says": dict(each.says),
            }
            for key, each in pack.articles.items()
        },
        "values": {
            name: {"value": typed(name, value), "articles": list(articles)}
            for name, (value, articles) in pack.values.items()
        },
    }  # fmt: skip


def _in_one_line(said: dict[str, Any]) -> str:
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _year(given: object, name: str) -> int:
    try:
        year = Year().parse(given)
    except Refused as refused:
        raise Refused("政策包 {name} 的年度不对：{reason}", name=name, reason=refused.message) from None
    if not isinstance(year, int):
        raise TypeError
    return year


def _region(given: object) -> str:
    text = given if isinstance(given, str) else ""
    if given != "" and not (text.isascii() and text.isdecimal() and len(text) in (2, 4, 6)):
        raise ValueError
    return text


def _text(given: object) -> str:
    """A text that is there, in the form in which a book can keep it."""
    text = clean(given) if isinstance(given, str) else ""
    if not text:
        raise ValueError
    return text


def _article(key: str, said: dict[str, Any], name: str) -> Article:
    if not clean(str(said.get("source") or "")):
        raise Refused("政策包 {name} 的条文 {article} 没有写明出处。请向发出单位重新要", name=name, article=key)
    says = {lang: _text(said["says"][lang]) for lang in LANGUAGES}
    official = said.get("official", True)
    if not isinstance(official, bool):
        raise TypeError
    clause, place = (clean(str(said.get(part) or "")) for part in ("clause", "place"))
    return Article(key, _text(said["document"]), clause, says, _text(said["source"]), official, place)


def _value(key: str, said: dict[str, Any], name: str) -> tuple[Value, tuple[str, ...]]:
    known = params().get(key)
    if known is None:
        raise Refused("政策包 {name} 里有本程序不认识的数值 {value}。请先升级程序", name=name, value=key)
    given = said["value"]
    try:
        if given is not None and not isinstance(given, str):
            raise Refused("要写成文字")
        value = known.kind.parse(given)
    except Refused as refused:
        raise Refused(
            "政策包 {name} 的“{value}”不能是 {given}：{reason}",
            name=name, value=_label(key), given=given, reason=refused.message,
        ) from None  # fmt: skip
    return value, tuple(_text(each) for each in said["articles"])


def _label(key: str) -> str:
    known = params().get(key)
    # All levels of rules are called alike: their own names tell them apart.
    return key if known is None or key.startswith("severity.") else known.label


def _no_pack(name: str) -> Refused:
    return Refused("{name} 不是政策包，或者已经损坏。政策包的文件名一般以 {ending} 结尾", name=name, ending=PACK_ENDING)


def _altered(name: str) -> Refused:
    return Refused("政策包 {name} 的内容与摘要不符：被改动过，或在传送中损坏。请向发出单位重新要", name=name)
