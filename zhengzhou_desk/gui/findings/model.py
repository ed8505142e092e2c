"""The findings of the year as rows: by severity, or in groups that fold, by department, rule or unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from zhengzhou_desk.common import pinyin
from zhengzhou_desk.common.messages import translated
from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.findings.ordered import FindingGroup, Ordered, level_of
from zhengzhou_desk.gui.widgets import icons
from zhengzhou_desk.policy.parameters import ERROR, LEVELS, SEVERITIES, UNKNOWN, WARNING
from zhengzhou_desk.reports.unit_status import of_year
from zhengzhou_desk.services import dismissals

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.policy.engine import Finding, Subject
    from zhengzhou_desk.records import Record

    Index = QModelIndex | QPersistentModelIndex

BY_LEVEL, BY_DEPARTMENT, BY_RULE, BY_UNIT = range(4)
_ROLE = Qt.ItemDataRole
_HEADS = ("级别", "单位", "事项", "内容")
_UNIT, _TITLE, _MESSAGE = 1, 2, 3
# Of so many records it costs less to exchange their findings than to read all of a hundred thousand.
_MOST_EXCHANGED = 500


def _counted(findings: Iterable[Finding]) -> dict[str, int]:
    counts = dict.fromkeys(LEVELS, 0)
    for one in findings:
        counts[one.severity] = counts.get(one.severity, 0) + 1
    return counts


class FindingsModel(QAbstractTableModel):
    """Groups and findings as rows of one table: twenty thousand cost no more than the rows that are painted."""

    def __init__(self, window: WindowApi) -> None:
        super().__init__()
        self._window = window
        self.levels = frozenset((ERROR, UNKNOWN, WARNING))
        self.text = ""
        self.order = BY_LEVEL
        self.shows_dismissed = False
        # Of each severity, in all and of what the tree of departments has chosen.
        self.all_counts: dict[str, int] = {}
        self.counts: dict[str, int] = {}
        self.groups: list[FindingGroup] = []
        # All of the year that are dismissed or not, as is chosen; and of them those that are shown, where not grouped.
        self._kept, self._shown = Ordered(()), Ordered(())
        # By record what was found when it was last judged, and what the last step has added.
        self._known: dict[Subject, tuple[Finding, ...]] = {}
        self._fresh: frozenset[tuple[object, ...]] = frozenset()
        # The keys of the groups that are folded; they stay so while the book changes.
        self.folded: set[str] = set()
        self._rows: list[FindingGroup | Finding] = []
        self._texts: dict[int, tuple[str, str, str, str]] = {}
        self._bold = QFont()
        self._bold.setBold(True)

    @property
    def is_grouped(self) -> bool:
        """Whether findings stand under groups."""
        return self.order != BY_LEVEL

    @property
    def findings(self) -> list[Finding]:
        """All that are shown or folded away, in their order."""
        return [one for group in self.groups for one in group.findings] if self.is_grouped else self._shown.rows

    @property
    def tells_names(self) -> bool:
        """Whether what is shown, and where, depends on what units are called or whose they are."""
        return bool(self.text) or self.order == BY_DEPARTMENT

    def begin(self) -> None:
        """Another book, year or day: everything is taken as it is, and nothing is new."""
        self._fresh = frozenset()
        desk = self._window.desk
        year, view = desk.year, desk.engine.view
        of_the_year = ((subject, of_year(found, year, view)) for subject, found in desk.engine.by_record())
        self._known = {subject: found for subject, found in of_the_year if found}

    def exchange(self, judged: Collection[Subject], told: Collection[Subject]) -> None:
        """A step was taken: what it has added to the records it judged is told apart until the next one.

        `told`: records whose findings are the same, but are shown otherwise now.
        """
        fresh: set[tuple[object, ...]] = set()
        subjects = {*judged, *told}
        exchanges = len(subjects) <= _MOST_EXCHANGED
        for subject in subjects:
            before, now = self._known.get(subject, ()), self._found(*subject)
            fresh |= set(map(_subject, now)) - set(map(_subject, before))
            self._known[subject] = now
            if exchanges:
                for one in before:
                    self._take_out(one)
                for one in now:
                    self._put(one)
        self._fresh = frozenset(fresh)
        if not exchanges:
            self.read()
            return
        if self.is_grouped:
            self.groups = self._sorted(group for group in self.groups if group.findings)
        self.arrange()

    def _found(self, cls: type[Record], row: int) -> tuple[Finding, ...]:
        desk = self._window.desk
        return of_year(desk.engine.about(cls, row), desk.year, desk.engine.view)

    def _take_out(self, finding: Finding) -> None:
        if self._kept.take_out(finding):
            self._add(finding, -1)
            if self._is_shown(finding):
                (self._group_of(finding).ordered if self.is_grouped else self._shown).take_out(finding)

    def _put(self, finding: Finding) -> None:
        if self._is_kept(finding):
            self._kept.put(finding)
            self._add(finding, 1)
            if self._is_shown(finding):
                (self._group_of(finding).ordered if self.is_grouped else self._shown).put(finding)

    def _add(self, finding: Finding, number: int) -> None:
        for counts in (self.all_counts, self.counts) if self._is_in_scope(finding) else (self.all_counts,):
            counts[finding.severity] = counts.get(finding.severity, 0) + number

    def _group_of(self, finding: Finding) -> FindingGroup:
        key = self._key(finding)
        group = next((group for group in self.groups if group.key == key), None)
        if group is None:
            group = FindingGroup(key)
            self.groups.append(group)
        return group

    def _is_kept(self, finding: Finding) -> bool:
        return (dismissals.dismissal_of(self._window.desk, finding) is not None) == self.shows_dismissed

    def _is_in_scope(self, finding: Finding) -> bool:
        scope = self._window.scope.codes
        return scope is None or finding.unit in scope

    def _is_shown(self, finding: Finding) -> bool:
        return finding.severity in self.levels and self._is_in_scope(finding) and (not self.text or self._fits(finding))

    def is_fresh(self, finding: Finding) -> bool:
        """Whether the last step has made it."""
        return bool(self._fresh) and _subject(finding) in self._fresh

    def read(self) -> None:
        """Takes the findings anew from the desk."""
        kept = self._kept = Ordered(filter(self._is_kept, self._window.desk.findings()))
        self.all_counts = _counted(kept.rows)
        self.counts = _counted(filter(self._is_in_scope, kept.rows))
        shown = Ordered(filter(self._is_shown, kept.rows))
        self._shown, self.groups = (Ordered(()), self._grouped(shown.rows)) if self.is_grouped else (shown, [])
        self.arrange()

    def arrange(self) -> None:
        """Lays the rows out anew: the findings of a folded group are not among them."""
        self.beginResetModel()
        self._texts.clear()
        if self.is_grouped:
            self._rows = []
            for group in self.groups:
                self._rows.append(group)
                if group.key not in self.folded:
                    self._rows += group.findings
        else:
            self._rows = list(self._shown.rows)
        self.endResetModel()

    def _grouped(self, rows: Iterable[Finding]) -> list[FindingGroup]:
        groups: dict[str, FindingGroup] = {}
        for one in rows:
            key = self._key(one)
            if key not in groups:
                groups[key] = FindingGroup(key)
            groups[key].findings.append(one)  # they come in their order
        return self._sorted(groups.values())

    def _sorted(self, groups: Iterable[FindingGroup]) -> list[FindingGroup]:
        """Rules by how grave they are; departments and units by their codes, what belongs to none last."""
        grave = self.order == BY_RULE
        return sorted(groups, key=lambda group: (not group.key, level_of(group.findings[0]) if grave else 0, group.key))

    def _key(self, finding: Finding) -> str:
        if self.order == BY_RULE:
            return finding.rule
        if self.order == BY_UNIT:
            return finding.unit or ""
        unit = self._window.desk.unit(finding.unit)
        return unit.department_or_self if unit is not None else ""

    def _fits(self, finding: Finding) -> bool:
        unit = self._window.desk.unit(finding.unit)
        name = f"{finding.unit or ''} {unit.name or ''}" if unit is not None else finding.unit or ""
        return pinyin.matches(name, self.text) or self.text in self._window.desk.wording(self._window.lang).title(
            finding.rule
        )

    # -- where what stands -----------------------------------------------------------------------

    def finding(self, place: int) -> Finding | None:
        """The finding of a row; None for a group and for no row at all."""
        row = self._rows[place] if 0 <= place < len(self._rows) else None
        return None if isinstance(row, FindingGroup) else row

    def group(self, place: int) -> FindingGroup | None:
        """The group that a row heads, or None."""
        row = self._rows[place] if 0 <= place < len(self._rows) else None
        return row if isinstance(row, FindingGroup) else None

    def group_above(self, place: int) -> int | None:
        """The row of the group that a row belongs to."""
        return next((above for above in range(min(place, len(self._rows) - 1), -1, -1) if self.group(above)), None)

    def place_of(self, sought: Finding | FindingGroup | None) -> int | None:
        """Where the same finding stands now, whatever its figures have become, or the same group."""
        if sought is None:
            return None
        if isinstance(sought, FindingGroup):
            return self._heads().get(sought.key)
        judged = dismissals.judged_record(self._window.desk, sought.table, sought.id, sought.unit)
        subject = _subject(sought)
        now = next((one for one in self._known.get(judged, ()) if _subject(one) == subject), None)
        if now is None:
            return None
        if not self.is_grouped:
            return self._shown.place(now)
        group = next((group for group in self.groups if group.key == self._key(now)), None)
        inside = group.ordered.place(now) if group is not None and group.key not in self.folded else None
        return None if group is None or inside is None else self._heads()[group.key] + 1 + inside

    def _heads(self) -> dict[str, int]:
        """By the key of a group the row that it heads."""
        found, place = {}, 0
        for group in self.groups:
            found[group.key] = place
            place += 1 + (0 if group.key in self.folded else len(group.findings))
        return found

    # -- what is shown -----------------------------------------------------------------------------

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_HEADS)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == _ROLE.DisplayRole and section < len(_HEADS):
            return translated(_HEADS[section], self._window.lang)
        return None

    @override
    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        group = self.group(index.row())
        if group is not None:
            return self._group_data(group, index.column(), role)
        finding = self.finding(index.row())
        if finding is None:
            return None
        if role == _ROLE.DisplayRole or (role == _ROLE.ToolTipRole and index.column() == _MESSAGE):
            return self._said(index.row(), finding)[index.column()]
        if role == _ROLE.DecorationRole and index.column() == 0:
            return icons.of_severity(finding.severity)
        if role == _ROLE.FontRole and self.is_fresh(finding):
            return self._bold
        if role == _ROLE.ToolTipRole and index.column() == 0 and self.is_fresh(finding):
            return self.tr("上一步新出现的")
        return None

    def _group_data(self, group: FindingGroup, column: int, role: int) -> Any:
        """A group says how many it holds, and its name in the column that its findings share."""
        if role == _ROLE.FontRole:
            return self._bold
        if role == _ROLE.DecorationRole and column == 0:
            return icons.of_severity(group.severity)
        if role not in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            return None
        if column == 0:
            return f"{'▸' if group.key in self.folded else '▾'} {len(group.findings)}"
        return self._called(group.key) if column == (_TITLE if self.order == BY_RULE else _UNIT) else None

    def _called(self, key: str) -> str:
        if not key:
            return self.tr("不属于哪个单位的")
        if self.order == BY_RULE:
            return self._window.desk.wording(self._window.lang).title(key)
        unit = self._window.desk.unit(key)
        return (unit.name or key) if unit is not None else key

    def _said(self, place: int, finding: Finding) -> tuple[str, str, str, str]:
        said = self._texts.get(place)
        if said is None:
            lang = self._window.lang
            wording = self._window.desk.wording(lang)
            unit = self._window.desk.unit(finding.unit)
            name = (unit.name or unit.code) if unit is not None else finding.unit or ""
            level = SEVERITIES.option(finding.severity).text(lang)
            said = self._texts[place] = (level, name, wording.title(finding.rule), wording.message(finding))
        return said


def _subject(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.table, finding.id, finding.unit, finding.year, finding.column
