"""The copies of a book that cannot be opened: how far each goes, and which steps it lacks."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import Message, counted, message
from zhengzhou_desk.services.steps import Step, steps_of
from zhengzhou_desk.store.journal_pages import heads, journal_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_NAMED = 2


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """One copy: its last step, and the steps of the damaged book's journal after that one.

    `lacking` is None where the journal can no longer be read as far as that step.
    """

    path: Path
    last: Step | None
    lacking: tuple[Step, ...] | None

    def sentence(self) -> Message:
        """What a person needs to know to choose among copies."""
        if self.last is None:
            return message("读不出它的日志")
        if self.lacking is None:
            return message("最后一步：{step}。与坏的账册对不上，不知道缺什么", step=self.last)
        if not self.lacking:
            return message("最后一步：{step}。读得出的步骤它都有", step=self.last)
        named = self.lacking[-_NAMED:]
        return message(
            counted("最后一步：{step}。缺 {count} 步，最近的是 {steps}"),
            step=self.last,
            count=len(self.lacking),
            steps=tuple(reversed(named)),
        )


def looked_at(book: Path, copies: Iterable[Path]) -> list[KeptCopy]:
    """How far each copy goes, beside what can be read of the book's own journal. Nothing is locked or changed."""
    steps: Sequence[Step] = ()
    with suppress(Refused):
        steps = steps_of(sorted(journal_of(book), key=lambda line: line.number))
    return [_looked_at(copy, steps) for copy in copies]


def _looked_at(copy: Path, steps: Sequence[Step]) -> KeptCopy:
    ends = heads(copy)
    if ends is None:
        return KeptCopy(copy, None, None)
    last = Step(ends.last)
    if not any(step.line.hash == ends.last.hash for step in steps):
        return KeptCopy(copy, last, None)
    return KeptCopy(copy, last, tuple(step for step in steps if step.line.number > ends.last.number))
