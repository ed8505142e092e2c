"""Settings: what the bureau itself states: who it is, and values of the law of its own, each with a document."""

from __future__ import annotations

from dataclasses import dataclass

from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.common.override import override
from zhengzhou_desk.records.columns import Record, column, table
from zhengzhou_desk.records.kinds import DeclaredName, DocumentNumber, Text, Year, name_sort

REGION, BUREAU = "region", "bureau"
SUBMITTED = "submitted"  # the day the summary of a year went to the city
TASK_TOTAL = "task_total"  # the amount in fen that the city has set for the district's year
PACK = "pack"  # a policy pack that was taken: pack:REGION, from its year on
NUMBER_WORD, CONTACT, PHONE, OFFICE, PRINTER = "number_word", "contact", "phone", "office", "printer"

# What a person calls them, by the part of the name before a colon. Mappings, aliases and bulletins have tables of
# their own since format 3; lines of the journal still speak of them so.
NAMES = {
    "region": sentence("行政区划"),
    "bureau": sentence("财政局名称"),
    "number_word": sentence("发文代字"),
    "contact": sentence("联系人"),
    "phone": sentence("联系电话"),
    "office": sentence("科室"),
    "printer": sentence("印发机关"),
    "submitted": sentence("上报日期"),
    "task_total": sentence("下达的任务"),
    "mapping": sentence("电子表格的列"),
    "alias": sentence("单位的别名"),
    "bulletin": sentence("通报"),
    "template": sentence("文书文字"),
    "pack": sentence("政策包"),
    "list_left": sentence("名录比对中留下的差异"),
    "list_same": sentence("名录比对中认定的单位"),
}
name_sort("setting", NAMES)


@table("setting", "设置", key=("name", "year"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Setting(Record):
    """A value by name, for one year or (year blank) for all; a value of the law names its document."""

    name: str = column(DeclaredName(60, "setting"), "名称", required=True, width=18)
    year: int | None = column(Year(), "年度", width=7)
    value: str | None = column(Text(20_000), "值", width=24)
    document: str | None = column(DocumentNumber(100), "依据文号", width=24)
    note: str | None = column(Text(500), "备注", width=20)

    @property
    @override
    def years_held(self) -> tuple[int, ...]:
        """The year by whose law units are judged. That a year was reported may be stated after it was closed."""
        return () if self.year is None or self.name == SUBMITTED else (self.year,)

    @property
    def is_pack(self) -> bool:
        """Whether it is a policy pack that was taken."""
        return self.name.partition(":")[0] == PACK
