"""The outline of a book: departments with their units, regulators with their enterprises, how much is found."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zhengzhou_desk.common import pinyin
from zhengzhou_desk.policy.parameters import ERROR, WARNING
from zhengzhou_desk.records import Account, Unit
from zhengzhou_desk.reports.unit_status import of_year
from zhengzhou_desk.services import dismissals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from zhengzhou_desk.policy.engine import Finding, Subject
    from zhengzhou_desk.services.desk import Desk

ALL, DEPARTMENT, UNIT, REGULATOR, ENTERPRISE = "all", "department", "unit", "regulator", "enterprise"


@dataclass(slots=True, eq=False)
class Node:
    """A line of the outline: what it is, its code and name, and what stands under it."""

    kind: str
    code: str
    name: str
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    errors: int = 0
    warnings: int = 0

    def codes(self) -> frozenset[str]:
        """The codes of the units or enterprises that it stands for."""
        own = frozenset((self.code,)) if self.kind in (UNIT, ENTERPRISE) else frozenset()
        return own.union(*(child.codes() for child in self.children))

    def walk(self) -> Iterator[Node]:
        """It, and everything under it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def add(self, child: Node) -> Node:
        """Puts a line under it."""
        child.parent = self
        self.children.append(child)
        return child


def outline(desk: Desk, everything: str, nobody: str) -> list[Node]:
    """The top lines: all units, the departments in the order of their codes, the regulators with their enterprises.

    `everything` is what the first is called, `nobody` an enterprise's regulator that the book does not name.
    """
    whole = Node(ALL, "", everything)
    found: dict[str, list[Unit]] = defaultdict(list)
    for unit in desk.rows(Unit):
        found[unit.department_or_self].append(unit)
    tops = [whole]
    for code in sorted(found):
        head = desk.unit(code)
        department = Node(DEPARTMENT, code, (head.name if head is not None else None) or code)
        for unit in found[code]:
            department.add(Node(UNIT, unit.code, unit.name or unit.code))
        tops.append(department)
    return [*tops, *_regulators(desk, nobody)]


def _regulators(desk: Desk, nobody: str) -> list[Node]:
    tops: dict[str, Node] = {}
    seen: set[str] = set()
    for row in desk.rows(Account):
        if row.uscc is None or row.uscc in seen:  # one enterprise may have a row for each unit it has belonged to
            continue
        seen.add(row.uscc)
        name = row.regulator or nobody
        top = tops.setdefault(name, Node(REGULATOR, name, name))
        top.add(Node(ENTERPRISE, row.uscc, row.name or row.uscc))
    return [tops[name] for name in sorted(tops, key=lambda name: (name == nobody, name))]


class Counts:
    """How many errors and warnings of the year there are about each unit and enterprise, without dismissed ones.

    What each record adds is kept, so that after a step only the records it judged are counted anew.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.by_code: dict[str, tuple[int, int]] = {}
        self._added: dict[Subject, tuple[tuple[str, bool], ...]] = {}
        for subject, found in desk.engine.by_record():
            self._put(subject, self._adds(found))

    def renew(self, subjects: Iterable[Subject]) -> dict[str, tuple[int, int]]:
        """Counts the findings of these records anew; by code how many more (or less than none) there are now."""
        more: dict[str, tuple[int, int]] = {}
        for subject in subjects:
            before, now = self._added.pop(subject, ()), self._adds(self._desk.engine.about(*subject))
            self._put(subject, now)
            _add(more, before, -1)
            _add(more, now, 1)
            _add(self.by_code, before, -1)
        return more

    def _put(self, subject: Subject, added: tuple[tuple[str, bool], ...]) -> None:
        if added:
            self._added[subject] = added
            _add(self.by_code, added, 1)

    def _adds(self, found: tuple[Finding, ...]) -> tuple[tuple[str, bool], ...]:
        desk = self._desk
        return tuple(
            (_about(desk, one), one.severity == WARNING)
            for one in of_year(found, desk.year, desk.engine.view)
            if one.severity in (ERROR, WARNING) and dismissals.dismissal_of(desk, one) is None
        )


def _add(counts: dict[str, tuple[int, int]], added: Iterable[tuple[str, bool]], number: int) -> None:
    for code, is_warning in added:
        errors, warnings = counts.get(code, (0, 0))
        counts[code] = (errors, warnings + number) if is_warning else (errors + number, warnings)


def _about(desk: Desk, finding: Finding) -> str:
    """The enterprise whose account a finding points at, else the unit; what is about neither counts in all alone."""
    row = desk.tables.get(Account, finding.id) if finding.table == Account.table.name else None
    return (row.uscc if row is not None else None) or finding.unit or ""


def put_counts(tops: list[Node], counts: Mapping[str, tuple[int, int]]) -> None:
    """Writes the counts to the units, and their sums to what they stand under; the first line has all of them."""
    for top in tops[1:]:
        for node in top.children:
            node.errors, node.warnings = counts.get(node.code, (0, 0))
        top.errors = sum(node.errors for node in top.children)
        top.warnings = sum(node.warnings for node in top.children)
    tops[0].errors = sum(errors for errors, _ in counts.values())
    tops[0].warnings = sum(warnings for _, warnings in counts.values())


def add_counts(whole: Node, nodes: Mapping[str, list[Node]], more: Mapping[str, tuple[int, int]]) -> None:
    """Adds to the lines of these codes, and to what they stand under, how many more there are now."""
    for code, (errors, warnings) in more.items():
        lines = nodes.get(code, ())
        for line in (whole, *lines, *(node.parent for node in lines if node.parent is not None)):
            line.errors += errors
            line.warnings += warnings


def matching(tops: list[Node], text: str) -> list[Node]:
    """What fits a name, a code or pinyin initials: a department that fits has all its units, another those that fit."""
    found = []
    for top in tops:
        if _fits(top, text):
            found.append(top)
            continue
        inside = [child for child in top.children if _fits(child, text)]
        if inside:
            kept = Node(top.kind, top.code, top.name, errors=top.errors, warnings=top.warnings)
            for child in inside:
                kept.add(Node(child.kind, child.code, child.name, errors=child.errors, warnings=child.warnings))
            found.append(kept)
    return found


def _fits(node: Node, text: str) -> bool:
    return node.kind != ALL and (pinyin.matches(node.name, text) or text in node.code)
