"""What an import would do, worked out before a person decides: the plan, its impact on findings, its sums."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.gui.imports.plan_model import counts, reason_sort
from zhengzhou_desk.services import imports
from zhengzhou_desk.services.impact import impact_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zhengzhou_desk.exchange.plan import ImportPlan
    from zhengzhou_desk.exchange.sheet import Sheet
    from zhengzhou_desk.records.columns import Column
    from zhengzhou_desk.services.desk import Desk
    from zhengzhou_desk.services.impact import Impact


@dataclass(frozen=True, slots=True)
class Preview:
    """A plan and what it would bring, worked out together on another thread."""

    plan: ImportPlan
    impact: Impact | None
    sums: tuple[tuple[Column, int, int], ...]
    counts: Mapping[str, int]
    reasons: Mapping[str, int]


def previewed(
    desk: Desk, sheets: Sequence[Sheet], source: str, year: int | None, choices: dict[str, dict[str, str]], lang: str
) -> Preview:
    """What importing `sheets` would do, which findings would come and go, of what sorts the refusals are."""
    plan = imports.plan_sheets(desk, sheets, source, year, choices)
    changes = plan.changes()
    reasons: dict[str, int] = {}
    for row in plan.refused:
        for reason in row.reasons:
            sort = reason_sort(reason, lang)
            reasons[sort] = reasons.get(sort, 0) + 1
    return Preview(plan, impact_of(desk, changes) if changes else None, plan.sums(), counts(plan), reasons)
