"""Killed at any moment: before any call that changes the disk, or in the middle of what it writes."""

from __future__ import annotations

import shutil

from tests.faults import shim, trial
from tests.faults.family import Family, Outcome, Tier, chosen
from tests.faults.jobs import CARELESS, JOBS
from tests.faults.rehearsal import Rehearsal, rehearse


def killed(rehearsal: Rehearsal, tier: Tier, nth: int, *, half: bool) -> list[str]:
    """What is wrong after the job was killed at its nth change."""
    folder = rehearsal.copy(tier)
    ended = trial.forked(
        lambda tell: rehearsal.job.run(folder, tell), lambda: shim.kill(folder, shim.CHANGES, nth, half=half)
    )
    faults = rehearsal.faults_after(folder, ended)
    if ended.status != trial.KILLED:
        faults.append(f"was not killed: {ended}")
    shutil.rmtree(folder)
    return faults


def run(tier: Tier) -> Outcome:
    """Every job, killed at changes spread over its work."""
    outcome = Outcome()
    for job in JOBS:
        rehearsal = rehearse(tier, job, shim.CHANGES)
        for nth in chosen(tier.chance(job.name), rehearsal.calls, max(1, tier.tries // len(JOBS) // 2)):
            for half in (False, True):
                outcome.add(f"{job.name} {nth} half={half}", killed(rehearsal, tier, nth, half=half))
    careless = rehearse(tier, CARELESS, shim.CHANGES)
    for nth in chosen(tier.chance("control"), careless.calls, 10):
        outcome.control(killed(careless, tier, nth, half=True))
    return outcome


FAMILY = Family(
    name="kills",
    tries_what="kill −9 in edits, a paste, imports, new, backup, restore, migration, every output, package, merge, steps of a copy",
    failed_when="an acknowledged step lost, a partial one kept, a file torn or gone, the next start or backup hindered,"
    " verify says damaged",
    control="a program that writes over its file and acknowledges too early",
    quick=200,
    deep=3_000,
    run=run,
    needs_shim=True,
)
