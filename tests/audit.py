"""Lists what the program is built from: python -m tests.audit.

Each dependency of requirements.lock with its version, licence, the day it was published and the advisories that are
known about it. The last two are asked of the package index that pip is set to; where it cannot be reached or does not
say, that is said. Status 1 where an advisory is known, a hash is missing or an action of a workflow is not pinned.
"""

from __future__ import annotations

import datetime
import importlib.metadata
import json
import os
import re
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from pip._internal.models.index import PyPI

HOME = Path(__file__).parent.parent
_SECONDS = 10
_PINNED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^ ;\\]+)")
_ACTION = re.compile(r"uses:\s*(?P<action>\S+)")
_UNKNOWN = "not known here"


def locked(text: str) -> dict[str, tuple[str, int]]:
    """The dependencies of a lock file: version and how many hashes each has."""
    found: dict[str, tuple[str, int]] = {}
    name = ""
    for line in text.splitlines():
        pinned = _PINNED.match(line)
        if pinned is not None:
            name = pinned["name"]
            found[name] = (pinned["version"], 0)
        if "--hash=" in line and name:
            version, hashes = found[name]
            found[name] = (version, hashes + 1)
    return found


def licence(name: str) -> str:
    """The licence that an installed package states."""
    try:
        said = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        return "not installed here"
    classes = [line.rpartition(" :: ")[2] for line in said.get_all("Classifier") or () if line.startswith("License ::")]
    stated = said["License-Expression"] or ", ".join(classes) or said["License"] or "none stated"
    return stated.splitlines()[0][:60]


def published(name: str, version: str) -> tuple[str, list[str] | None]:
    """The day a version was published, and the advisories about it; None where nobody could be asked."""
    index = os.environ.get("PIP_INDEX_URL", PyPI.simple_url).rstrip("/").removesuffix("/simple")
    try:
        with urllib.request.urlopen(f"{index}/pypi/{name}/{version}/json", timeout=_SECONDS) as answer:  # noqa: S310
            said: dict[str, Any] = json.load(answer)
    except (urllib.error.URLError, OSError, ValueError):
        return _UNKNOWN, None
    days = [str(file.get("upload_time", ""))[:10] for file in said.get("urls", ()) if file.get("upload_time")]
    advisories = [str(one.get("id")) for one in said.get("vulnerabilities", ()) if not one.get("withdrawn")]
    return min(days, default=_UNKNOWN), advisories


def unpinned_actions(home: Path = HOME) -> list[str]:
    """Actions of workflows that are not pinned to one commit."""
    found = []
    for path in (*home.rglob("*.yml"), *home.rglob("*.yaml")):
        if ".venv" in path.parts:
            continue
        for action in _ACTION.findall(path.read_text(encoding="utf-8")):
            if not re.search(r"@[0-9a-f]{40}$", action):
                found.append(f"{path.relative_to(home)}: {action}")
    return found


def main() -> int:
    """Prints the list; returns the exit status."""
    wrong = [f"not pinned: {action}" for action in unpinned_actions()]
    reached = 0
    for name, (version, hashes) in sorted(locked((HOME / "requirements.lock").read_text(encoding="utf-8")).items()):
        day, advisories = published(name, version)
        reached += advisories is not None
        age = (
            f"{(datetime.datetime.now().date() - datetime.date.fromisoformat(day)).days} days"
            if day != _UNKNOWN
            else ""
        )
        print(f"{name:28} {version:12} {licence(name):40} {day} {age}")
        wrong += [f"{name} {version}: {advisory}" for advisory in advisories or ()]
        if not hashes:
            wrong.append(f"{name}: no hash in requirements.lock")
    if not reached:
        print("Advisories: no index that knows them could be reached.")
    for line in wrong:
        print(line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
