"""Freezes the program into a folder with everything it needs: `python installer/freeze.py build_exe`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from cx_Freeze import Executable, setup

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))
from zhengzhou_desk import __version__  # noqa: E402 - found only now

# Parts of Qt and of the libraries that the program never loads.
UNUSED_QT = (
    "QtNetwork", "QtQml", "QtQuick", "QtSql", "QtTest", "QtHelp", "QtDesigner", "QtUiTools", "QtOpenGL", "QtConcurrent",
)  # fmt: skip
UNUSED_DRAWING = (
    "barcode", "charts", "renderPM", "renderPS", "renderSVG", "samples", "testdrawings", "testshapes", "widgets",
)  # fmt: skip
OPTIONS = {
    "build_exe": str(HOME / os.environ.get("ZD_BUILD", "build") / "zhengzhou-desk"),
    "packages": [
        "zhengzhou_desk",
        "reportlab.pdfbase",
        "chinese_calendar",
        "docx",
        "pypinyin",
        "sqlite3",
        "cryptography",
    ],
    # Asked for where no scan of imports sees it: by cryptography's own library, and by reportlab's drawings.
    "includes": ["_cffi_backend", "reportlab.graphics.renderPDF", "xml.dom.minidom"],
    "excludes": [
        "tkinter",
        "pytest",
        "hypothesis",
        "mypy",
        "numpy",
        "pip",
        "readline",
        "test",
        "tests",
        "tzdata",
        "duckdb",  # the optional part for those who analyse many districts
        # OpenSSL a second time, beside that of cryptography: nothing is fetched, and Python has its own sums.
        "ssl",
        "_ssl",
        "_hashlib",
        # Kinds of compression and numbers that no file of ours has.
        "bz2",
        "_bz2",
        "lzma",
        "_lzma",
        "_uuid",
        # Of lxml python-docx asks for the tree alone, of sqlite-utils the program for no tables as text.
        "lxml.builder",
        "lxml.html",
        "lxml.isoschematron",
        "lxml.objectify",
        "lxml.sax",
        "tabulate",
        # Charts are drawn of reportlab's shapes; its own ones, bar codes, pictures and examples are not asked for.
        *(f"reportlab.graphics.{part}" for part in UNUSED_DRAWING),
        # Other ways to wait and to work side by side: programs of ours are started as processes of their own.
        "asyncio",
        "multiprocessing",
        "concurrent.futures.process",
        "jeepney.io.asyncio",
        "jeepney.io.trio",
        "xmlrpc",
        # Guesses in which encoding a page of reportlab's own markup is, which no document of ours has.
        "charset_normalizer",
        *(f"PySide6.{m}" for m in UNUSED_QT),
    ],
    "include_files": [(str(HOME / "resources"), "resources"), (str(HOME / "i18n"), "i18n")],
    # The host's own libraries would tie the result to this system's age.
    "bin_path_excludes": ["/lib", "/usr/lib"],
    "include_msvcr": False,
    "optimize": 0,
}

if __name__ == "__main__":
    setup(
        name="zhengzhou-desk",
        version=__version__,
        description="郑采台账",
        options={"build_exe": OPTIONS},
        executables=[Executable(str(HOME / "zhengzhou_desk" / "__main__.py"), target_name="zhengzhou-desk")],
    )
