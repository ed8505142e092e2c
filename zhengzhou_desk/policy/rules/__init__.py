"""The rules, by the sections of 郑财购〔2023〕3号 (一（一） …); importing this package registers them."""

from __future__ import annotations

from zhengzhou_desk.policy.rules import accounts, filings, notices, purchases, spending, units

__all__ = ["accounts", "filings", "notices", "purchases", "spending", "units"]
