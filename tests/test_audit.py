"""What the program is built from: every dependency has its hashes, every action of a workflow is one commit."""

from __future__ import annotations

from pathlib import Path

from tests import audit


def test_every_dependency_has_a_hash_and_a_licence() -> None:
    found = audit.locked((audit.HOME / "requirements.lock").read_text(encoding="utf-8"))
    assert len(found) > 20
    assert [name for name, (_, hashes) in found.items() if not hashes] == []
    assert [name for name in found if audit.licence(name) == "none stated"] == []


def test_a_missing_hash_is_seen() -> None:
    assert audit.locked("a==1 \\\n    --hash=sha256:00\nb==2\n") == {"a": ("1", 1), "b": ("2", 0)}


def test_actions_are_pinned(tmp_path: Path) -> None:
    assert audit.unpinned_actions() == []
    (tmp_path / "w.yml").write_text(f"steps:\n  - uses: actions/checkout@v4\n  - uses: a/b@{'0' * 40}\n")
    assert audit.unpinned_actions(tmp_path) == ["w.yml: actions/checkout@v4"]
