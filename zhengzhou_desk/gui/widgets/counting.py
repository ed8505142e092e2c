"""Counted sentences of the window: one row or two rows, as its language has it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def said(template: str, *, count: int, **fields: object) -> str:
    """A sentence marked by `counted`, in the window's language and in the form for its {count}."""
    return QCoreApplication.translate("counted", template, n=count).format(count=count, **fields)
