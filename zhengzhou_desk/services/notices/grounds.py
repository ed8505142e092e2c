"""Grounds of a notice in the words of a letter, and what is asked of the unit because of them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from zhengzhou_desk.documents.content import Ground, Paragraph
from zhengzhou_desk.policy import measures
from zhengzhou_desk.policy.facts import Ratio, fact_text
from zhengzhou_desk.policy.parameters import ERROR
from zhengzhou_desk.records import Filing
from zhengzhou_desk.records.kinds import yuan
from zhengzhou_desk.records.unit import NO_CANTEEN, SHARED
from zhengzhou_desk.reports.unit_status import FAIL, UNFILED, UnitStatus
from zhengzhou_desk.services import dismissals
from zhengzhou_desk.services.notices import citing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zhengzhou_desk.policy.engine import Finding
    from zhengzhou_desk.services.desk import Desk
    from zhengzhou_desk.services.notices.letter_texts import LetterTexts

# What looks wrong in the figures without being an error: a notice that goes out anyway asks about it. The first that
# is there is asked about, since they come of one slip.
_SUSPECTED = ("mixup", "over_total", "tiny_total")
_SHARED = frozenset({"shared", "shared_double"})
_NUMERALS = "一二三四五六七八九十"


def grounds_of(row: UnitStatus) -> tuple[Finding, ...]:
    """The errors about a unit's filing: the grounds for a notice. None for a unit that is gone."""
    if row.state not in (FAIL, UNFILED):
        return ()
    return tuple(found for found in row.findings if found.table == Filing.table.name and found.severity == ERROR)


def suspected(desk: Desk, row: UnitStatus) -> Finding | None:
    """The warning that the figures themselves are in doubt, unless it was dismissed."""
    found = [each for each in row.findings if each.rule in _SUSPECTED and dismissals.dismissal_of(desk, each) is None]
    return min(found, key=lambda each: _SUSPECTED.index(each.rule), default=None)


def is_total_doubtful(finding: Finding | None) -> bool:
    """Whether the total itself may be wrong, so that nothing can be reckoned from it."""
    return finding is not None and not (finding.rule == "mixup" and finding.stage == "reserve")


def is_about_sharing(findings: Iterable[Finding]) -> bool:
    """Whether a notice is about a shared canteen and nothing else."""
    return {finding.rule for finding in findings} <= _SHARED


def ground(desk: Desk, texts: LetterTexts, finding: Finding, row: UnitStatus) -> Ground:
    """A ground by its rule, its sentence and the clauses it rests on."""
    return Ground(
        finding.rule, _sentence(desk, texts, finding, row).rstrip("。"), citing.clauses(desk.law.packs, finding)
    )


def _sentence(desk: Desk, texts: LetterTexts, finding: Finding, row: UnitStatus) -> str:
    name = f"ground_{finding.rule}"
    facts: dict[str, str | None] = {fact: fact_text(value) for fact, value in finding.facts}
    if finding.rule == "total" and row.total == 0:
        name = "ground_total_zero"
    elif finding.rule == "shared":
        reason = measures.host_fault(row.unit, desk.engine.reader()) or "missing"
        name, facts = f"ground_shared_{reason}", {}
        if texts.values["host"] is None or row.unit.canteen_host == row.unit.code:
            name = "ground_shared_missing"
    elif finding.rule == "shared_double":
        name = "ground_shared_double" if _has_host(desk, row) else "ground_shared_double_unnamed"
        facts = {"amounts": _amounts(row)}
    elif finding.stage:
        name = f"{name}_{finding.stage}"
    elif finding.rule == "ratio":
        facts["actual"] = ratio_text(row)
        name += "_waived" if texts.values["waived"] else ""
    return texts.said(name, **facts) if texts.has(name) else desk.wording().message(finding)


def _has_host(desk: Desk, row: UnitStatus) -> bool:
    """Whether the representative that the unit names files for it."""
    return row.unit.canteen_host is not None and measures.host_fault(row.unit, desk.engine.reader()) is None


def _amounts(row: UnitStatus) -> str:
    """The amounts that were filed; a blank or a zero is none."""
    filed = (("年度食堂食材采购总额", row.total), ("预留份额", row.reserve))
    return "、".join(f"{label}{yuan(fen, grouped=True)}元" for label, fen in filed if fen)


def ratio_text(row: UnitStatus) -> str:
    """The ratio that was filed, with as many decimals as show that it falls short; a dash without one."""
    if row.ratio is None:
        return "—"
    asked = next((value.short_of for each in row.findings for _, value in each.facts if isinstance(value, Ratio)), None)
    said = dataclasses.replace(row.ratio, short_of=asked).text()
    return "不足0.01%" if row.reserve and said == "0.00%" else said


def paragraphs(texts: LetterTexts, grounds: Sequence[Ground], doubt: str) -> list[Paragraph]:
    """The grounds, numbered where there are several, each with its clause; `doubt` is to be verified."""
    said = ([doubt] if doubt else []) + [f"{each.text}{_against(texts, each)}" for each in grounds]
    return numbered([f"{text}。" for text in said])


def numbered(said: Sequence[str]) -> list[Paragraph]:
    """Sentences as paragraphs, （一）（二） where there are several."""
    if len(said) == 1:
        return [Paragraph(said[0])]
    return [Paragraph(text, level=2, lead=f"（{numeral(place)}）") for place, text in enumerate(said)]


def _against(texts: LetterTexts, ground: Ground) -> str:
    """不符合…规定; what the opening has stated already is not said again."""
    if not ground.article or ground.rule in _SHARED:
        return ""
    return texts.said("against_total" if ground.rule == "total" else "against", article=ground.article)


def requests(desk: Desk, texts: LetterTexts, row: UnitStatus, findings: Sequence[Finding]) -> list[str]:
    """The names of the paragraphs that ask for what these grounds need."""
    rules = {finding.rule for finding in findings}
    if row.state == UNFILED:
        return [_asked_to_file(desk, row)]
    found = []
    if rules & {"ratio", "last_year", "total"}:
        doubt = suspected(desk, row)
        doubtful, plain = is_total_doubtful(doubt), "ask" if doubt is None else "ask_wan_reserve"
        no_amount = "total" in rules or texts.values["required"] is None
        found.append("ask_total" if "total" in rules else "ask_wan" if doubtful or no_amount else plain)
    if "shared" in rules or ("shared_double" in rules and not _has_host(desk, row)):
        found.append("ask_shared")
    elif "shared_double" in rules:
        found.append("ask_double")
    return found or ["ask_other"]


def _asked_to_file(desk: Desk, row: UnitStatus) -> str:
    if row.unit.canteen == NO_CANTEEN:
        return "ask_unfiled_none"
    shares = row.unit.canteen == SHARED and not measures.is_representative(row.unit, desk.engine.reader())
    if shares:
        return "ask_unfiled_shared" if _has_host(desk, row) else "ask_shared"
    return "ask_unfiled"


# How a letter to a unit that has not filed begins, by what it is asked to do.
OPENINGS = {
    "ask_unfiled_none": "opening_unfiled_none",
    "ask_unfiled_shared": "opening_unfiled_shared",
    "ask_shared": "opening_unfiled_shared",
}


def numeral(place: int) -> str:
    """一, 二, … 十一 …, from 0."""
    tens, ones = divmod(place + 1, 10)
    if not tens:
        return _NUMERALS[ones - 1]
    return ("" if tens == 1 else _NUMERALS[tens - 1]) + "十" + (_NUMERALS[ones - 1] if ones else "")
