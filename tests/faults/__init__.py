"""Fault tests: kills, power cuts, failing disks, damaged and hostile files. Run them by `python -m tests.faults`."""

from tests.faults import (
    damage,
    foreign_books,
    injection,
    io_errors,
    kills,
    power_cuts,
    processes,
    sequences,
    sheets,
    soak,
    surroundings,
)

FAMILIES = {
    module.FAMILY.name: module.FAMILY
    for module in (
        kills, power_cuts, io_errors, damage, foreign_books, sheets, processes, injection, sequences, soak, surroundings,
    )
}  # fmt: skip
