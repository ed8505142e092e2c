"""Working days: holidays, worked weekends, and years not yet published."""

from __future__ import annotations

import datetime

from zhengzhou_desk.services.notices import workdays


def test_working_days() -> None:
    # The May holidays of 2024: 1 to 5 May off, Sunday 28 April and Saturday 11 May worked.
    assert workdays.workday_after(datetime.date(2024, 4, 30), 1) == datetime.date(2024, 5, 6)
    assert workdays.is_workday(datetime.date(2024, 4, 28))
    assert not workdays.is_published(2099)
    assert workdays.workday_after(datetime.date(2099, 1, 2), 1) == datetime.date(2099, 1, 5)
