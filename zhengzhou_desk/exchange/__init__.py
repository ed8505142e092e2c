"""Spreadsheets in and out: guarded reading, import plans, the workbook and the summary."""

from __future__ import annotations

import os

# Where lxml is installed, openpyxl would write with it, and a full disk would come as an error of lxml's own.
os.environ.setdefault("OPENPYXL_LXML", "False")
