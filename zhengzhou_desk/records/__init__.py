"""Records: the tables of the book, each field declared once."""

from __future__ import annotations

from zhengzhou_desk.records.account import Account
from zhengzhou_desk.records.book_year import BookYear
from zhengzhou_desk.records.change import UnitChange
from zhengzhou_desk.records.column_mapping import ColumnMapping
from zhengzhou_desk.records.columns import Column, Record, Table
from zhengzhou_desk.records.dismissal import Dismissal
from zhengzhou_desk.records.district_code import DistrictCode
from zhengzhou_desk.records.entry import Change, Entry
from zhengzhou_desk.records.execution import Execution
from zhengzhou_desk.records.filing import Filing
from zhengzhou_desk.records.followup import Followup
from zhengzhou_desk.records.kept_bulletin import KeptBulletin
from zhengzhou_desk.records.notice import Notice
from zhengzhou_desk.records.purchase import Purchase
from zhengzhou_desk.records.quota import Quota
from zhengzhou_desk.records.setting import Setting
from zhengzhou_desk.records.spending import Spending
from zhengzhou_desk.records.submission import Submission
from zhengzhou_desk.records.unit import Unit
from zhengzhou_desk.records.unit_alias import UnitAlias
from zhengzhou_desk.records.waiver import Waiver

# In the order of the public workbook: what others refer to comes first.
WORKBOOK: tuple[type[Record], ...] = (
    Unit, UnitChange, Filing, Waiver, Spending, Account, Purchase, Execution, Followup, Quota,
)  # fmt: skip
CLASSES: tuple[type[Record], ...] = (
    *WORKBOOK, Notice, Dismissal, Setting, BookYear, Submission, KeptBulletin, ColumnMapping, UnitAlias,
    DistrictCode,
)  # fmt: skip
BY_NAME: dict[str, type[Record]] = {cls.table.name: cls for cls in CLASSES}

__all__ = [
    "BY_NAME",
    "CLASSES",
    "WORKBOOK",
    "Account",
    "BookYear",
    "Change",
    "Column",
    "ColumnMapping",
    "Dismissal",
    "DistrictCode",
    "Entry",
    "Execution",
    "Filing",
    "Followup",
    "KeptBulletin",
    "Notice",
    "Purchase",
    "Quota",
    "Record",
    "Setting",
    "Spending",
    "Submission",
    "Table",
    "Unit",
    "UnitAlias",
    "UnitChange",
    "Waiver",
]  # fmt: skip
