"""Taking cells in: what is pasted, filled or cleared is looked at as a whole and written as one step."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import counted, listed, message
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.table.columns import with_unit
from zhengzhou_desk.gui.widgets import clipboard
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.records import Entry
from zhengzhou_desk.records.kinds import Money
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from zhengzhou_desk.gui.table.model import RecordModel
    from zhengzhou_desk.gui.table.selection import CellGrid, CellSelection
    from zhengzhou_desk.records import Change, Record
    from zhengzhou_desk.records.columns import Column
    from zhengzhou_desk.records.kinds import Value

_SHOWN_REASONS = 12
# So many cells are looked at within a tenth of a second.
_MANY = 2_000
_BEAT = 500


def tr(text: str) -> str:
    """A sentence of this module in the language of the window."""
    return QCoreApplication.translate("pasting", text)


class Cell(NamedTuple):
    """Where a text is to go: a row of the grid (beyond the last one, a new row) and a column; None lies outside."""

    place: int
    column: int | None
    text: str


@dataclass(slots=True)
class CheckedCells:
    """What has been found: the step that could be taken, and everything that could not be part of it."""

    entry: Entry | None = None
    good: int = 0
    new: int = 0
    amounts: bool = False
    outside: int = 0
    reasons: list[str] = field(default_factory=list)
    computed: dict[str, int] = field(default_factory=dict)

    @property
    def bad(self) -> int:
        """How many cells cannot be taken: not understood, beside the table, or computed."""
        return len(self.reasons) + self.outside + sum(self.computed.values())


class CellCheck:
    """One look at cells that are to be taken in. It changes nothing and may run on another thread.

    `adds` says that rows beyond the last one are new rows: then it is all or nothing, as it is where it must be
    `whole`.
    """

    def __init__(
        self,
        records: RecordModel,
        name: str,
        cells: Iterable[Cell],
        *,
        size: int,
        adds: bool = False,
        whole: bool = False,
    ) -> None:
        self._desk, self._lang, self._wan = records.window.desk, records.window.lang, records.wan
        self._cls, self._columns = records.spec.cls, records.columns
        # The person may sort or filter meanwhile.
        self._shown = tuple(records.rows)
        self._name, self._cells, self.size, self._adds = name, cells, size, adds
        self._whole = whole
        self._values: list[tuple[Record, str, Value]] = []
        self._new: dict[int, dict[str, object]] = {}
        self.found = CheckedCells()

    def __call__(
        self,
        progress: Callable[[int, int], None] = lambda *_: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> CheckedCells:
        """Looks at every cell in turn; `progress` is told how many of how many, `cancelled` is asked now and then."""
        for number, cell in enumerate(self._cells):
            if number % _BEAT == 0:
                self._beat(number, progress, cancelled)
            self._look_at(cell)
        rows = self._made(progress, cancelled)
        if self._whole and self.found.bad and not self.found.reasons:
            raise Refused("要放到的地方有算出来的格子，或超出了表格，没有移动，什么都没有改")
        if (self._new or self._whole) and self.found.reasons:
            raise Refused(
                counted("整块没有放入，什么都没有改。{reason}（共 {count} 处）"),
                reason=self.found.reasons[0],
                count=len(self.found.reasons),
            )
        self.found.good = len(self._values) + sum(map(len, self._new.values()))
        self.found.new = len(rows)
        changes = self._changes(rows)
        if changes:
            self.found.entry = Entry(self._name, changes, (str(self.found.good),))
        return self.found

    def _beat(self, done: int, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
        if cancelled():
            raise Refused("已取消，什么都没有改")
        progress(min(done, self.size), self.size)

    def _look_at(self, cell: Cell) -> None:
        place, number, text = cell
        is_new = place >= len(self._shown)
        if number is None or (is_new and not self._adds):
            self.found.outside += bool(text.strip())
            return
        column = self._columns[number]
        if column.field is None:
            if self._says_otherwise(place, number, text):
                label = column.label(self._lang)
                self.found.computed[label] = self.found.computed.get(label, 0) + 1
            return
        self.found.amounts |= isinstance(column.kind, Money) and bool(text.strip())
        if is_new:
            if text.strip():
                self._new.setdefault(place, {})[column.name] = text
            return
        record = self._shown[place]
        try:
            self._values.append((record, column.name, editing.parse_cell(type(record), column.name, text)))
        except Refused as refused:
            self.found.reasons.append(
                tr("第 {row} 行：{reason}").format(row=place + 1, reason=refused.text(self._lang))
            )

    def _says_otherwise(self, place: int, number: int, text: str) -> bool:
        """Whether a computed cell would have to say something else than it does.

        A blank that is pasted asks for nothing.
        """
        if place >= len(self._shown):
            return bool(text.strip())
        if not text.strip() and self._name != "clear":
            return False
        shown = self._columns[number].exact_text(self._desk, self._shown[place], self._lang, wan=self._wan)
        # Amounts are copied without their separators.
        return shown.replace(",", "") != text.strip().replace(",", "")

    def _made(self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> dict[int, Record]:
        """The new rows by where they are to stand; what is wrong with one is noted under its line of the block."""
        made: dict[int, Record] = {}
        for number, (place, given) in enumerate(self._new.items()):
            if number % _BEAT == 0:
                self._beat(self.size, progress, cancelled)
            if self._cls.table.year == "year":
                given.setdefault("year", self._desk.year)
            try:
                made[place] = editing.parse_record(self._cls, given)
            except Refused as refused:
                self.found.reasons.append(self._line(place, refused))
        return made

    def _changes(self, rows: dict[int, Record]) -> tuple[Change, ...]:
        try:
            return editing.changes_of(self._desk.tables, self._values, rows.values())
        except editing.UnfitRow as unfit:
            place = next((place for place, row in rows.items() if row is unfit.row), None)
            if place is None:
                raise
            raise Refused("整块没有放入，什么都没有改。{reason}", reason=self._line(place, unfit)) from None

    def _line(self, place: int, refused: Refused) -> str:
        return tr("要新增的第 {row} 行：{reason}").format(
            row=place - len(self._shown) + 1, reason=refused.text(self._lang)
        )


def write_checked(grid: CellGrid, look: CellCheck, *, wan: bool = False) -> None:
    """Looks at cells, asks where something does not fit, and takes the rest in as one step.

    Where it is much, on another thread.
    """
    records, window = grid.records, grid.records.window
    if not records.can_edit:
        window.tell(tr("现在只能查看，不能修改"))
        return

    def looked(found: CheckedCells) -> None:
        if found.bad and not _agreed(grid, found):
            return
        entry = found.entry
        if entry is not None:
            title = said(counted("正在写入 {count} 行"), count=len(entry.changes))
            window.change(title, len(entry.changes), lambda: window.desk.apply(entry), lambda _: told(found))

    def told(found: CheckedCells) -> None:
        if found.new:
            window.tell(message(counted("已新增 {count} 行，可以撤销"), count=found.new))
        elif wan and found.amounts:
            window.tell(tr("已放入，没有写明单位的金额按万元计"))

    if look.size > _MANY:
        window.work(said(counted("正在核对 {count} 格"), count=look.size), look, looked)
        return
    found = window.attempt(look)
    if found is not None:
        looked(found)


def _agreed(grid: CellGrid, found: CheckedCells) -> bool:
    """Says what can be taken and what not, and asks whether to take the good part.

    Nothing is asked where there is none.
    """
    details = list(found.reasons[:_SHOWN_REASONS])
    if len(found.reasons) > _SHOWN_REASONS:
        details.append(said(counted("……还有 {count} 处"), count=len(found.reasons) - _SHOWN_REASONS))
    if found.outside:
        details.append(said(counted("有 {count} 格在表格以外，放不下"), count=found.outside))
    if found.computed:
        columns = listed(found.computed, grid.records.window.lang)
        details.append(
            said(
                counted("有 {count} 格是算出来的，不能改：{columns}"),
                count=sum(found.computed.values()),
                columns=columns,
            )
        )
    if found.entry is None:
        grid.records.window.tell(tr("没有可以改的。{why}").format(why=details[0]))
        return False
    question = said(
        counted("可以放入 {count} 格，有 {bad} 格放不进去。放入可以的部分吗？"), count=found.good, bad=found.bad
    )
    return ask.yes(grid.window(), question, "\n".join(details), accept=tr("放入可以的部分"))


# -- from the clipboard ----------------------------------------------------------------------------


def paste(grid: CellGrid, marked: CellSelection, emptied: Sequence[Cell] = ()) -> None:
    """One value fills every chosen cell; a block fills one place that it fits, or grows from one cell.

    `emptied` are the cells that it was cut from: they are emptied in the same step, and then it is all or nothing.
    """
    given = _given(grid)
    if given is None:
        return
    ours = clipboard.given_in_wan()
    wan = grid.records.wan if ours is None else ours
    last = len(grid.records.rows)
    height, width = clipboard.size(given)
    if height == width == 1:
        if marked.corner[0] >= last:
            _type(grid, marked, given[0][0], wan=wan)
            return
        cells: Iterator[Cell] = (Cell(row, column, given[0][0]) for row, column in marked.cells() if row < last)
        look = CellCheck(
            grid.records,
            "paste",
            _moved(_with_units(grid, cells, wan=wan), emptied),
            size=marked.count + len(emptied),
            whole=bool(emptied),
        )
        write_checked(grid, look, wan=wan)
        return
    target = _target(grid, marked, height, width)
    if target is None:
        return
    top, down, columns = target
    adds = top + down > last
    if adds and not _is_whole(grid.records, columns):
        adds = False
        if top >= last:
            missing = [column.text(grid.records.window.lang) for column in _required(grid.records)]
            grid.records.window.tell(
                tr("新的一行必须有：{columns}。粘贴的内容缺这些列，请从靠左的列开始粘贴，或在来源里补上").format(
                    columns=listed(missing, grid.records.window.lang)
                )
            )
            return
    look = CellCheck(
        grid.records,
        "paste",
        _moved(_with_units(grid, _block(given, top, down, columns), wan=wan), emptied),
        size=down * len(columns) + len(emptied),
        adds=adds,
        whole=bool(emptied),
    )
    write_checked(grid, look, wan=wan)


def _moved(cells: Iterable[Cell], emptied: Sequence[Cell]) -> Iterable[Cell]:
    """With the cells they come from emptied, but for those that they lie over."""
    if not emptied:
        return cells
    kept = list(cells)
    over = {(cell.place, cell.column) for cell in kept}
    return [*(cell for cell in emptied if (cell.place, cell.column) not in over), *kept]


def _given(grid: CellGrid) -> list[list[str]] | None:
    """The block on the clipboard; where quotes would join its lines, the person says whether they are meant so."""
    text = clipboard.text()
    if not text:
        # A picture, say. A blank cell that was copied is a line end.
        grid.records.window.tell(tr("剪贴板里没有文字，没有粘贴"))
        return None
    joined = clipboard.read(text)
    if '"' not in text or clipboard.given_in_wan() is not None:
        return joined
    plain = clipboard.read_plainly(text)
    if list(map(len, joined)) == list(map(len, plain)):
        return joined
    sizes = [_size(*clipboard.size(block)) for block in (joined, plain)]
    options = [
        tr("引号里的换行属于同一格：{size}").format(size=sizes[0]),
        tr("引号只是文字，每行各是一行：{size}").format(size=sizes[1]),
    ]
    answer = ask.choice(grid.window(), tr("粘贴"), tr("剪贴板里有引号跨过了几行或几格，怎么放？"), options)
    return None if answer is None else (joined, plain)[answer]


def _size(rows: int, columns: int) -> str:
    return " × ".join((said(counted("{count} 行"), count=rows), said(counted("{count} 列"), count=columns)))


def _target(grid: CellGrid, marked: CellSelection, height: int, width: int) -> tuple[int, int, list[int | None]] | None:
    """Where a block goes: its first row, how many rows, and the columns; None where that cannot be or is not wanted."""
    top, left = marked.corner
    if marked.count > 1:
        span = marked.block
        if span is None:
            grid.records.window.tell(tr("选中了几处不相连的格子，只能往里粘贴一个值。要粘贴一整块，请只选一处"))
            return None
        rows, columns = span[1] - span[0] + 1, len(marked.columns)
        if rows % height == 0 and columns % width == 0:
            return top, rows, list(marked.columns)
        question = tr("复制的是 {copied}，选中的是 {selected}，大小不合。").format(
            copied=_size(height, width), selected=_size(rows, columns)
        )
        if not ask.yes(
            grid.window(),
            question,
            tr("可以从选中的左上角开始放入整块，会改到选中的格子以外，或只改其中一部分。"),
            accept=tr("从左上角放入整块"),
        ):
            return None
    seen = grid.seen_columns()
    right: list[int | None] = list(seen[seen.index(left) :][:width])
    return top, height, right + [None] * (width - len(right))


def _block(given: Sequence[Sequence[str]], top: int, down: int, columns: Sequence[int | None]) -> Iterator[Cell]:
    """The cells of a block, laid down as often as it takes to fill the place."""
    height, width = clipboard.size(given)
    for row in range(down):
        line = given[row % height]
        for across, column in enumerate(columns):
            if across % width < len(line):
                yield Cell(top + row, column, line[across % width])


def _with_units(grid: CellGrid, cells: Iterable[Cell], *, wan: bool) -> Iterator[Cell]:
    """Amounts with the unit that they are in written out."""
    columns = grid.records.columns
    for cell in cells:
        column = columns[cell.column] if cell.column is not None else None
        yield (
            cell
            if column is None or column.field is None
            else cell._replace(text=with_unit(column.kind, cell.text, wan=wan))
        )


def _type(grid: CellGrid, marked: CellSelection, text: str, *, wan: bool) -> None:
    """One value on the blank row is typed into it, as by hand."""
    records = grid.records
    for column in marked.columns:
        records.setData(
            records.index(len(records.rows), column), with_unit(records.columns[column].kind, text, wan=wan)
        )


def _required(records: RecordModel) -> list[Column]:
    """The columns without which there is no row; the year of a new one is the year that is shown."""
    table = records.spec.cls.table
    return [
        column for column in table.columns if column.required and not (column.name == "year" and table.year == "year")
    ]


def _is_whole(records: RecordModel, columns: Sequence[int | None]) -> bool:
    """Whether rows of these columns can be rows of the book."""
    there = {records.columns[number].name for number in columns if number is not None}
    return all(column.name in there for column in _required(records))
