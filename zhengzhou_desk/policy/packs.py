"""Packs: the law as articles and dated values by region, as the pack files state it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import CHINESE

if TYPE_CHECKING:
    import datetime

    from zhengzhou_desk.records.kinds import Value


@dataclass(frozen=True, slots=True)
class Article:
    """A clause of a document: which, a summary in our own words, and where it can be read.

    One that is not official (a limit of the program's own, the platform's help) stands in no letter as its basis.
    """

    id: str
    document: str
    clause: str
    says: dict[str, str]
    source: str
    official: bool = True
    # Where it stands in the document, as a letter says it (第一部分第（一）项); "" where its paragraphs bear no number.
    place: str = ""

    def text(self, lang: str = CHINESE) -> str:  # noqa: ARG002 - a document keeps its name
        """The document and its clause."""
        return f"{self.document} {self.clause}".strip()


@dataclass(frozen=True, slots=True)
class StatedValue:
    """A value as stated for a region from a day on; None withdraws an earlier one."""

    name: str
    region: str
    since: datetime.date
    value: Value
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Packs:
    """The contents of all pack files."""

    articles: dict[str, Article]
    values: dict[str, tuple[StatedValue, ...]]
    rules: dict[str, dict[str, dict[str, str]]]
    regions: dict[str, str]
    # The titles of documents by their numbers, as far as they are known.
    titles: dict[str, str] = field(default_factory=dict)

    def stated(self, name: str, region: str, day: datetime.date) -> StatedValue | None:
        """The value in force: the longest region prefix, then the latest day not after `day`."""
        fitting = [
            stated for stated in self.values.get(name, ()) if region.startswith(stated.region) and stated.since <= day
        ]
        return max(fitting, key=lambda stated: (len(stated.region), stated.since), default=None)


class PackError(Exception):
    """A pack file contradicts itself or the code: a defect of the program."""
