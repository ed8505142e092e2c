"""Killed at any moment: before any call that changes the disk, or in the middle of what it writes."""

from __future__ import annotations

import shutil

from tests.faults import shim, trial
from tests.faults.family import Family, Outcome, Tier, chosen, shares
from tests.faults.jobs import CARELESS, JOBS
from tests.faults.rehearsal import Rehearsal, rehearse

# How much of its write a call may have done when the program is killed: nothing of it, or a part in percent.
PARTS = (0, 50, 10, 25, 75, 90, 99, 1)


def killed(rehearsal: Rehearsal, tier: Tier, nth: int, *, percent: int) -> list[str]:
    """What is wrong after the job was killed at its nth change, having written `percent` of it."""
    folder = rehearsal.copy(tier)
    ended = trial.forked(
        lambda tell: rehearsal.job.run(folder, tell), lambda: shim.kill(folder, shim.CHANGES, nth, percent=percent)
    )
    faults = rehearsal.faults_after(folder, ended)
    if ended.status != trial.KILLED:
        faults.append(f"was not killed: {ended}")
    shutil.rmtree(folder)
    return faults


def run(tier: Tier) -> Outcome:
    """Every job, killed at changes spread over its work."""
    outcome = Outcome()
    rehearsals = [rehearse(tier, job, shim.CHANGES) for job in JOBS]
    available = [rehearsal.calls * len(PARTS) for rehearsal in rehearsals]
    for rehearsal, count, tries in zip(rehearsals, available, shares(available, tier.tries), strict=True):
        name = rehearsal.job.name
        for moment in chosen(tier.chance(name), count, tries):
            nth, part = divmod(moment - 1, len(PARTS))
            case = f"{name} {nth + 1} {PARTS[part]} %"
            outcome.add(case, killed(rehearsal, tier, nth + 1, percent=PARTS[part]))
    careless = rehearse(tier, CARELESS, shim.CHANGES)
    for nth in chosen(tier.chance("control"), careless.calls, 10):
        outcome.control(killed(careless, tier, nth, percent=50))
    return outcome


FAMILY = Family(
    name="kills",
    tries_what="kill −9 in edits, a paste, imports, new, backup, restore, migration, every output, package, merge, steps of a copy,"
    " forgetting, the journal",
    failed_when="an acknowledged step lost, a partial one kept, a file torn or gone, the next start or backup hindered,"
    " verify says damaged",
    control="a program that writes over its file and acknowledges too early",
    quick=200,
    deep=3_000,
    run=run,
    needs_shim=True,
)
