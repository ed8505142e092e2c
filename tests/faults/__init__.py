"""Fault tests: kills, power cuts, failing disks, damaged and hostile files. Run them by `python -m tests.faults`."""

from tests.faults import damage, foreign_books, io_errors, kills, power_cuts, sheets

FAMILIES = {
    module.FAMILY.name: module.FAMILY for module in (kills, power_cuts, io_errors, damage, foreign_books, sheets)
}
