"""Which column of a spreadsheet is which field: confirmed or changed by a person before anything is planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from zhengzhou_desk.common.messages import listed
from zhengzhou_desk.exchange.headers import CHOSEN, ORDER_STATE, SIMILAR, UNIT_NAME, UNIT_USCC
from zhengzhou_desk.exchange.sheet import letters
from zhengzhou_desk.gui.widgets import theme
from zhengzhou_desk.gui.widgets.layout import quiet_label
from zhengzhou_desk.records import Purchase, Unit
from zhengzhou_desk.records.amount_units import unit_of
from zhengzhou_desk.records.kinds import plain
from zhengzhou_desk.records.personal import masked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zhengzhou_desk.exchange.headers import ColumnMatch, Layout

_EXAMPLES = 3


class ColumnsPage(QScrollArea):
    """One block per sheet, one line per column: its heading, what it is read as, its first values."""

    def __init__(
        self,
        layouts: Sequence[Layout],
        chosen: Mapping[str, Mapping[str, str]],
        lang: str,
        *,
        shows_personal: bool = False,
    ) -> None:
        super().__init__()
        self._shows_personal = shows_personal
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._lang = lang
        self._boxes: list[tuple[Layout, str, QComboBox, str]] = []
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        for layout in layouts:
            column.addLayout(self._block(layout, chosen.get(layout.fingerprint, {})))
            column.addSpacing(12)
        column.addStretch(1)
        self.setWidget(inside)

    def _block(self, layout: Layout, chosen: Mapping[str, str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        for place, stretch in enumerate((0, 2, 3, 2, 4)):
            grid.setColumnStretch(place, stretch)
        title = QLabel(
            self.tr("工作表“{sheet}”读作“{table}”").format(
                sheet=layout.sheet.name, table=layout.cls.table.text(self._lang)
            )
        )
        title.setObjectName("head")
        title.setTextFormat(Qt.TextFormat.PlainText)
        grid.addWidget(title, 0, 0, 1, 5)
        for place, text in enumerate(
            ("", self.tr("表格的列"), self.tr("读作"), self.tr("怎样认得"), self.tr("前几行"))
        ):
            grid.addWidget(quiet_label(text), 1, place)
        matches = {match.place: match for match in layout.matches}
        likely = {match.place: match for match in layout.likely}
        doubled = {heading for pair in layout.doubles for heading in pair}
        line = 2
        for place, heading in enumerate(layout.headings()):
            if heading:
                self._line(
                    grid,
                    line,
                    layout,
                    place,
                    heading,
                    matches.get(place) or likely.get(place),
                    chosen,
                    doubled=heading in doubled,
                )
                line += 1
        return grid

    def _line(
        self,
        grid: QGridLayout,
        line: int,
        layout: Layout,
        place: int,
        heading: str,
        match: ColumnMatch | None,
        chosen: Mapping[str, str],
        *,
        doubled: bool,
    ) -> None:
        box = self._box(layout, heading)
        read = chosen.get(heading, match.field if match is not None else "")
        box.setCurrentIndex(max(0, box.findData(read)))
        self._boxes.append((layout, heading, box, match.field if match is not None and match.sure != SIMILAR else ""))
        how = QLabel(self._how(match, chosen=heading in chosen, doubled=doubled))
        if doubled or (match is not None and match.sure == SIMILAR and heading not in chosen):
            how.setStyleSheet(f"color: {theme.colours().warning}")
        else:
            how.setObjectName("quiet")
        name = QLabel(heading)
        name.setTextFormat(Qt.TextFormat.PlainText)
        grid.addWidget(quiet_label(letters(place)), line, 0)
        grid.addWidget(name, line, 1)
        grid.addWidget(box, line, 2)
        grid.addWidget(how, line, 3)
        examples = self._examples(layout, place, layout.is_personal(box.currentData()))
        grid.addWidget(quiet_label(examples), line, 4)

    def _box(self, layout: Layout, heading: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("“{heading}”读作").format(heading=heading))
        box.addItem(self.tr("不读这一列"), "")
        for declared in layout.cls.table.columns:
            box.addItem(declared.text(self._lang), declared.name)
        if layout.cls is not Unit and layout.cls.table.unit is not None:
            box.addItem(self.tr("单位名称（用来认单位）"), UNIT_NAME)
            box.addItem(self.tr("单位的信用代码（用来认单位）"), UNIT_USCC)
        if layout.cls is Purchase:
            box.addItem(self.tr("订单状态（用来核对）"), ORDER_STATE)
        return box

    def _how(self, match: ColumnMatch | None, *, chosen: bool, doubled: bool) -> str:
        if doubled:
            return self.tr("两列都像，请只留一列")
        if chosen or (match is not None and match.sure == CHOSEN):
            return self.tr("人工指定")
        if match is None:
            return self.tr("不认得")
        if match.sure == SIMILAR:
            return self.tr("像是，请确认")
        if match.scale == 1:
            return self.tr("列名一致")
        return self.tr("列名一致，按{unit}读").format(unit=unit_of(match.scale))

    def _examples(self, layout: Layout, place: int, personal: bool) -> str:  # noqa: FBT001 - as it stands in the line
        cells = (
            row[place] for row in layout.sheet.rows[layout.below + 1 :] if place < len(row) and row[place] is not None
        )
        shown = masked if personal and not self._shows_personal else str
        texts = [shown(plain(cell))[:16] for _, cell in zip(range(_EXAMPLES), cells, strict=False)]
        return listed(texts, self._lang)

    def choices(self) -> dict[str, dict[str, str]]:
        """By sheet's fingerprint and heading, what differs from what the program took by itself."""
        found: dict[str, dict[str, str]] = {}
        for layout, heading, box, by_itself in self._boxes:
            if box.currentData() != by_itself:
                found.setdefault(layout.fingerprint, {})[heading] = box.currentData()
            elif layout.doubles and by_itself:
                # With two claims the one that is kept has to be said too.
                found.setdefault(layout.fingerprint, {})[heading] = by_itself
        return found
