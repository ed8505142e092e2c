"""Working days: the day that is so many of them away, by the state's calendar of holidays where it is published."""

from __future__ import annotations

import datetime

_DAY = datetime.timedelta(days=1)
_SATURDAY = 5


def workday_after(day: datetime.date, count: int) -> datetime.date:
    """The day on which the `count`-th working day after `day` falls."""
    while count > 0:
        day += _DAY
        if is_workday(day):
            count -= 1
    return day


def is_workday(day: datetime.date) -> bool:
    """Whether people work on a day; weekdays where the year's holidays are not published yet."""
    import chinese_calendar

    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < _SATURDAY


def is_published(year: int) -> bool:
    """Whether the holidays of a year are known, so that a deadline can be trusted to the day."""
    import chinese_calendar

    try:
        chinese_calendar.is_workday(datetime.date(year, 1, 1))
    except NotImplementedError:
        return False
    return True
