"""The power goes at any moment: between any calls that reach the disk, any part of what was not synced being kept."""

from __future__ import annotations

import copy
import shutil
import tempfile
from typing import TYPE_CHECKING

from tests.faults import shim, trial
from tests.faults.disk import Disk
from tests.faults.family import Family, Outcome, Tier, shares
from tests.faults.jobs import JOBS
from tests.faults.rehearsal import Rehearsal, rehearse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.shim import Call

_CONTROL_TRIES = 100
# Every so many tries it is also tried whether one can go on from there.
_THEN = 5


def recorded(rehearsal: Rehearsal, folder: Path) -> list[Call]:
    """The calls of a job that is done in `folder` without a fault, its acknowledgements among them."""

    def work(tell: Callable[[str], None]) -> int:
        return rehearsal.job.run(folder, lambda text: shim.note(text))

    with tempfile.TemporaryFile() as log:
        ended = trial.forked(work, lambda: shim.record(folder, log.fileno()))
        if ended.fault or ended.status not in (0, 1):
            raise AssertionError(f"{rehearsal.job.name} does not go well by itself: {ended}")
        return list(shim.calls(log))


def cut(rehearsal: Rehearsal, tier: Tier, before: Disk, calls: list[Call], case: int, *, honest: bool) -> list[str]:
    """What is wrong when the power goes after some of the calls; `case` decides after which, and what is kept."""
    chance = tier.chance(rehearsal.job.name, case)
    made = calls[: chance.randrange(len(calls) + 1)]
    disk = copy.deepcopy(before)
    for call in made:
        if call.what != "note":
            disk.take(call, honest=honest)
    folder = tier.place()
    disk.put_into(folder, chance)
    steps = tuple(call.first for call in made if call.what == "note")
    faults = rehearsal.faults_after(folder, trial.Ended(trial.KILLED, steps, "", ""), then=case % _THEN == 0)
    shutil.rmtree(folder)
    return faults


def run(tier: Tier) -> Outcome:
    """Every job, cut at random moments; and the edits on a disk that lies."""
    outcome = Outcome()
    for job, tries in zip(JOBS, shares([tier.tries] * len(JOBS), tier.tries), strict=True):
        rehearsal = rehearse(tier, job, shim.CHANGES)
        folder = rehearsal.copy(tier)
        before = Disk(folder)
        calls = recorded(rehearsal, folder)
        for case in range(tries):
            outcome.add(f"{job.name} {case}", cut(rehearsal, tier, before, calls, case, honest=True))
        if job is JOBS[0]:
            for case in range(_CONTROL_TRIES):
                outcome.control(cut(rehearsal, tier, before, calls, case, honest=False))
    return outcome


FAMILY = Family(
    name="power_cuts",
    tries_what="the power cut after any call of the same jobs, with any part of what was not synced kept, torn at 512 B",
    failed_when="the same",
    control="a disk that says it has synced and has not",
    quick=3_000,
    deep=200_000,
    run=run,
    needs_shim=True,
)
