"""Tables and columns: everything a person reads of them is said in English too."""

from __future__ import annotations

import pytest

from zhengzhou_desk.records import CLASSES, Record
from zhengzhou_desk.records.kinds import Choice, Flag


@pytest.mark.parametrize("cls", CLASSES, ids=[cls.table.name for cls in CLASSES])
def test_every_word_of_a_table_has_its_english(cls: type[Record]) -> None:
    words = [cls.table.text("en"), *(column.text("en") for column in cls.table.columns)]
    for column in cls.table.columns:
        if isinstance(column.kind, Choice):
            words += [option.text("en") for option in column.kind.options]
        if isinstance(column.kind, Flag):
            words += [column.kind.show(True, "en"), column.kind.show(False, "en")]
    assert all(words)
    assert not [word for word in words if any("\u4e00" <= sign <= "\u9fff" for sign in word)]
