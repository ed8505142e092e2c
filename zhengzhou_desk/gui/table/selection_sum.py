"""Summing up a selection of any size: a little at a time, so that the window keeps its turn."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zhengzhou_desk.gui.table.grid import Grid

_SLICE_SECONDS = 0.02


class SelectionSum(QObject):
    """Goes over the selected rows and hands the sums to `show` (the status bar); None where nothing is selected."""

    def __init__(self, parent: QObject, show: Callable[[tuple[int, int, int] | None], None]) -> None:
        super().__init__(parent)
        self._show = show
        self._sums = (0, 0, 0)
        self._rest: Iterator[tuple[int, int, int]] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def begin(self, grid: Grid | None) -> None:
        """Another selection: whatever was being summed is forgotten."""
        self._timer.stop()
        self._rest = grid.summing() if grid is not None else None
        if self._rest is None:
            self._show(None)
        else:
            self._go_on()

    def _go_on(self) -> None:
        assert self._rest is not None
        until = time.perf_counter() + _SLICE_SECONDS
        for sums in self._rest:
            self._sums = sums
            if time.perf_counter() > until:
                # More to come: the next slice when everything else has had its turn.
                self._timer.start()
                return
        self._timer.stop()
        self._show(self._sums)
