"""Rules in the order of the notice: importing this package fills the registry, which then only is read."""

from __future__ import annotations

from zhengzhou_desk.policy.rules import accounts, filings, notices, purchases, spending, units

__all__ = ["accounts", "filings", "notices", "purchases", "spending", "units"]
