"""A disk that refuses: every call about the folder fails once or from then on, with each error that a disk has."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

from tests.faults import shim, trial
from tests.faults.family import Family, Outcome, Tier, chosen, shares
from tests.faults.jobs import CARELESS, JOBS
from tests.faults.rehearsal import Rehearsal, rehearse

# Which calls a disk answers with which error.
ERRORS = {
    errno.EIO: shim.EVERY,
    errno.ENOSPC: shim.CHANGES,
    errno.EACCES: shim.OPENS | shim.NAMES,
}


def starved(rehearsal: Rehearsal, tier: Tier, nth: int, error: int, *, for_good: bool) -> list[str]:
    """What is wrong after the nth call of the job failed."""
    folder = rehearsal.copy(tier)
    ended = trial.forked(
        lambda tell: rehearsal.job.run(folder, tell),
        lambda: shim.fail(folder, ERRORS[error], nth, error, for_good=for_good),
    )
    faults = _faults(rehearsal, folder, ended)
    shutil.rmtree(folder)
    return faults


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def _faults(rehearsal: Rehearsal, folder: Path, ended: trial.Ended) -> list[str]:
    faults = rehearsal.faults_after(folder, ended)
    if ended.status not in (0, 1, 2):
        faults.append(f"status {ended.status}")
    if ended.status == 2 and len(ended.complaint.strip().splitlines()) != 1:
        faults.append(f"not one sentence: {ended.complaint!r}")
    output = rehearsal.job.output
    if (
        output is not None
        and ended.status == 2
        and "已写出" not in ended.said
        and _bytes(folder / output) != rehearsal.before.get(output)
    ):
        faults.append("refused, and yet the output has changed")
    return faults


def run(tier: Tier) -> Outcome:
    """Every job, with calls spread over its work failing."""
    outcome = Outcome()
    rehearsals = [(error, rehearse(tier, job, kinds)) for job in JOBS for error, kinds in ERRORS.items()]
    available = [2 * rehearsal.calls for _, rehearsal in rehearsals]
    tries = available if tier.deep else shares(available, tier.tries)
    for (error, rehearsal), count, most in zip(rehearsals, available, tries, strict=True):
        for place in chosen(tier.chance(rehearsal.job.name, error), count, most):
            call, for_good = divmod(place - 1, 2)
            case = f"{rehearsal.job.name} {call + 1} {errno.errorcode[error]} {'for good' if for_good else 'once'}"
            outcome.add(case, starved(rehearsal, tier, call + 1, error, for_good=bool(for_good)))
    careless = rehearse(tier, CARELESS, ERRORS[errno.ENOSPC])
    for nth in chosen(tier.chance("control"), careless.calls, 20):
        outcome.control(starved(careless, tier, nth, errno.ENOSPC, for_good=True))
    return outcome


FAMILY = Family(
    name="io_errors",
    tries_what="EIO, ENOSPC, EACCES, once and for good, at every call of every job",
    failed_when="a traceback, an untrue sentence, a changed output, a lost step",
    control="a program that writes over its file and acknowledges too early",
    quick=500,
    deep=0,
    run=run,
    needs_shim=True,
)
