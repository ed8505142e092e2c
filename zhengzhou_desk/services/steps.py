"""Steps of the journal in words, with day and person, for lists and for the sentence after a crash."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import CHINESE, Message, message
from zhengzhou_desk.services.editing import step_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengzhou_desk.services.desk import Desk
    from zhengzhou_desk.store.journal import JournalLine


@dataclass(frozen=True, slots=True)
class Step:
    """A line of a journal; `redone` where what it undoes was an undo itself."""

    line: JournalLine
    redone: bool = False

    @property
    def at(self) -> str:
        """Day and minute."""
        return self.line.at[:16]

    def what(self, lang: str = CHINESE) -> str:
        """What was done."""
        try:
            return step_text(self.line, lang, redone=self.redone)
        except (KeyError, IndexError, ValueError):  # a step of a later version of the program, or of none
            return self.line.name

    def text(self, lang: str = CHINESE) -> str:
        """When, who and what, in one line."""
        return " ".join(part for part in (self.at, self.line.who, self.what(lang)) if part)


def steps_of(lines: Iterable[JournalLine]) -> list[Step]:
    """Lines of one journal, oldest first, as steps."""
    turns: dict[int, int] = {}
    steps = []
    for line in lines:
        turns[line.number] = turns.get(line.undoes, 0) + 1 if line.undoes is not None else 0
        steps.append(Step(line, line.undoes is not None and turns[line.number] % 2 == 0))
    return steps


def last_step(desk: Desk) -> Step | None:
    """The step that was kept last."""
    lines = desk.journal(1)
    return Step(lines[0], bool(lines[0].undoes) and desk.redoes(lines[0].number)) if lines else None


def not_closed(desk: Desk) -> Message | None:
    """After a crash: that the book was not closed, and the last step that was kept. None where it was closed."""
    left_by, step = desk.store.left_by, last_step(desk)
    if left_by is None or step is None:
        return None
    if left_by.is_here:
        return message("上次没有正常关闭。最后保存的一步：{step}", step=step)
    return message("上次在 {host} 上没有正常关闭，或者那里还开着。最后保存的一步：{step}", host=left_by.host, step=step)
