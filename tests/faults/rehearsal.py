"""A job done twice without a fault: what state each step leaves, and how many calls it makes."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.faults import jobs, shim, trial

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.family import Tier
    from tests.faults.jobs import Job, State
    from tests.faults.trial import Ended

_UNCHANGED = re.compile("没有改动|账册.*没有写入")


@dataclass(frozen=True)
class Rehearsal:
    """A job that goes well: where it begins, the files there, the state of its book after each step."""

    job: Job
    template: Path
    before: dict[str, bytes]
    states: list[State]
    calls: int

    def copy(self, tier: Tier) -> Path:
        """A fresh folder in which the job can begin."""
        folder = tier.place()
        shutil.copytree(self.template, folder, dirs_exist_ok=True)
        return folder

    def faults_after(self, folder: Path, ended: Ended, *, then: bool = True) -> list[str]:
        """What is wrong in a folder in which the job was cut: an acknowledged step lost, a partial one, a torn file.

        `then`: and what keeps the next step from working.
        """
        if ended.fault is not None:
            return [ended.fault]
        done = sum(step == jobs.OK for step in ended.steps)
        faults = jobs.faults_of_book(folder, self.job, self.states[done : done + 2])
        # Looked at when the book has been opened once: until then its journal may have to be played back.
        if _UNCHANGED.search(ended.complaint) and jobs.state_of(folder, self.job) != self.states[done]:
            faults.append(f"untrue, the book has changed: {ended.complaint!r}")
        faults += jobs.faults_of_files(folder, self.job, self.before)
        return faults + (jobs.faults_of_next(folder, self.job) if then else [])


def rehearse(tier: Tier, job: Job, kinds: int) -> Rehearsal:
    """Does a job without a fault, its calls of these kinds counted; raises where it does not go well."""
    template = tier.place()
    jobs.stop_clocks()
    jobs.template(job, template)
    before = {str(path.relative_to(template)): path.read_bytes() for path in template.rglob("*") if path.is_file()}
    bare = Rehearsal(job, template, before, [], 0)
    begins = [jobs.state_of(template, job)]

    folder = bare.copy(tier)
    watched = trial.forked(lambda tell: job.run(folder, _telling_states(folder, job, tell)))
    states = [tuple(found) if (found := json.loads(step)) else None for step in watched.steps]
    if watched.fault or watched.status not in (0, 1) or not states:
        raise AssertionError(f"{job.name} does not go well by itself: {watched}")

    counting = bare.copy(tier)

    def counted(tell: Callable[[str], None]) -> int:
        job.run(counting, lambda text: None)
        tell(str(shim.counted()))
        return 0

    ended = trial.forked(counted, lambda: shim.fail(counting, kinds, 0, 0, for_good=False))
    return Rehearsal(job, template, before, begins + states, int(ended.steps[-1]))


def _telling_states(folder: Path, job: Job, tell: Callable[[str], None]) -> Callable[[str], None]:
    return lambda text: tell(json.dumps(jobs.state_of(folder, job)))
