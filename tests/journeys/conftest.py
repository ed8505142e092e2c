"""Whole tasks go through the window and the command line: their fixtures are those of `tests/gui` and `tests/cli`."""

from tests.cli.conftest import made, own
from tests.gui.conftest import busy, nobody_answers, nothing_outlives_its_test, qapp, sample_county, window

__all__ = [
    "busy",
    "made",
    "nobody_answers",
    "nothing_outlives_its_test",
    "own",
    "qapp",
    "sample_county",
    "window",
]
