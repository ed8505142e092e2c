"""Web pages in a single file (MHTML), as Excel saves them and systems name them .xls."""

from __future__ import annotations

import email
import email.policy
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange.limits import MOST_PARTS, broken_file
from zhengzhou_desk.exchange.plain_text import read_page

if TYPE_CHECKING:
    from pathlib import Path

    from zhengzhou_desk.exchange.sheet import Sheet


def read_mhtml(path: Path) -> tuple[Sheet, ...]:
    """The tables of all its pages. Refuses one without tables."""
    try:
        whole = email.message_from_bytes(path.read_bytes(), policy=email.policy.compat32)
        parts = [part for part in whole.walk() if part.get_content_type() == "text/html"]
        pages = [(part.get_payload(decode=True), part.get_content_charset()) for part in parts[:MOST_PARTS]]
    except (Refused, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - the library has many errors for a message that is broken
        raise broken_file(path) from None
    sheets: list[Sheet] = []
    for content, encoding in pages:
        if isinstance(content, bytes):
            sheets += read_page(content, path, encoding, len(sheets))
    if not sheets:
        raise Refused("{path} 是单个文件网页（MHTML），其中没有表格。请在 Excel 或 WPS 中另存为 .xlsx 再试", path=path)
    return tuple(sheets)
