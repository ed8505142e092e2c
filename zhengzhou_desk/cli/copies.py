"""The command about two copies of one book: what each has that the other lacks, and taking steps over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.cli.opening import opened
from zhengzhou_desk.cli.run import DONE, FOUND
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import counted, message
from zhengzhou_desk.services import copies as copied
from zhengzhou_desk.store.journal_pages import heads_beside

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from zhengzhou_desk.cli.run import Console
    from zhengzhou_desk.services.desk import Desk

_SHOWN = 50
_REASONS = 5
_STATES = {
    copied.TAKEN: message("可以带过来"),
    copied.PARTLY: message("一部分可以带过来"),
    copied.NOT_TAKEN: message("不能带过来"),
    copied.ALREADY: message("这里已经是这样"),
}


def copies(arguments: argparse.Namespace, console: Console) -> int:
    """Compares a book with another copy of it, and takes steps over with `--take`; 1 where the other has more."""
    with opened(arguments.book, console, writable=arguments.take is not None) as desk:
        other = arguments.other or _beside(desk, console)
        if other is None:
            return DONE
        compared = copied.compare(desk, other)
        console.tell(counted("两份的前 {count} 步相同"), count=compared.common)
        console.tell(counted("这里有、{other} 没有的：{count} 步"), count=len(compared.here), other=other)
        _list([str(step.line.number) + "  " + step.text(console.lang) for step in compared.here], console)
        console.tell(counted("{other} 有、这里没有的：{count} 步"), count=len(compared.there), other=other)
        planned = copied.plan(desk, compared, arguments.take or None)
        for offer in planned.offers:
            console.tell(
                "  {number}  {step}：{state}",
                number=offer.step.line.number, step=offer.step, state=_STATES[offer.state],
            )  # fmt: skip
            for reason in offer.reasons[:_REASONS]:
                console.tell("     {reason}", reason=reason)
            if len(offer.reasons) > _REASONS:
                console.tell(counted("     另有 {count} 处"), count=len(offer.reasons) - _REASONS)
        if arguments.take is None:
            return FOUND if compared.there else DONE
        entry = copied.take(desk, planned)
        console.tell(
            counted("已带过来 {count} 步，记入日志第 {number} 号"), count=len(planned.taken), number=entry.number
        )
    return FOUND if any(offer.state in (copied.PARTLY, copied.NOT_TAKEN) for offer in planned.offers) else DONE


def _list(texts: list[str], console: Console) -> None:
    for text in texts[:_SHOWN]:
        print(f"  {text}")
    if len(texts) > _SHOWN:
        console.tell(counted("  另有 {count} 步"), count=len(texts) - _SHOWN)


def _beside(desk: Desk, console: Console) -> Path | None:
    """The one other copy beside the book that has gone on; several are named, for a person to choose."""
    found = copied.gone_on(desk, heads_beside(desk.path))
    if not found:
        console.tell("{book} 旁边没有改过的另一份", book=desk.path)
        return None
    if len(found) > 1:
        raise Refused("旁边不止一份改过：{names}。请写明与哪一份比对", names=tuple(path.name for path in found))
    return found[0]
