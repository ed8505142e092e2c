"""A paragraph as a real unit of the book would read it, before the wording is kept."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.services import followups
from zhengzhou_desk.services.notices import (
    bulletin_document,
    bulletins,
    change_letter,
    city_report,
    drafting,
    reminders,
    short_message,
    templates,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zhengzhou_desk.services.desk import Desk

# So many units are tried before it is said that none needs the paragraph.
_TRIED = 200


@dataclass(frozen=True, slots=True)
class Sample:
    """The unit that reads the paragraph ("" where it is to all), and what it says."""

    addressee: str
    text: str


def sample(desk: Desk, kind: str, name: str, text: str) -> Sample | None:
    """What a paragraph says to the first unit whose letter has it; None where no letter of the year has it now.

    Refuses what could not be kept, and a name of a thing that this unit does not have.
    """
    templates.check(kind, name, text)
    with templates.trying(kind, name, text) as trial:
        for draft in _drafts(desk, kind):
            try:
                draft()
            except Refused:
                # Nothing to write about is no fault of the wording; a fault of it is said.
                if trial.failed:
                    raise
            if trial.made:
                return Sample(*trial.made[0])
    return None


def _drafts(desk: Desk, kind: str) -> Iterator[Callable[[], object]]:
    """The documents of a kind that the book would make now, one after the other."""
    if kind == templates.REFILE:
        for row in drafting.under_filing(desk)[:_TRIED]:
            yield functools.partial(drafting.drafts, desk, {row.unit.code})
    elif kind == "remind":
        yield functools.partial(reminders.reminders, desk)
    elif kind == "bulletin":
        yield lambda: bulletin_document.content(desk, bulletins.make(desk, desk.year))
    elif kind == "message":
        for row in desk.unit_statuses():
            if row.is_counted and followups.matters(desk, row.unit.code):
                yield functools.partial(short_message.short_message, desk, row.unit.code)
    elif kind == "change":
        yield functools.partial(change_letter.change_letter, desk)
    else:
        yield functools.partial(city_report.city_report, desk, desk.year)
