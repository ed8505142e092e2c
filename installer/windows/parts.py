"""What of Qt and of the libraries the Windows package leaves out: zhengzhou-desk.spec asks for every file."""

from __future__ import annotations

import re

# Parts of Qt and of the libraries that the program never loads; freeze.py has the same for Linux.
MODULES = (
    "tkinter", "pytest", "hypothesis", "mypy", "numpy", "pip", "setuptools", "readline", "test", "tests", "tzdata",
    "pydoc", "unittest", "lib2to3", "idlelib", "distutils",
    # The optional part for those who analyse many districts.
    "duckdb",
    # OpenSSL a second time, beside that of cryptography: nothing is fetched, and Python has its own sums.
    "ssl", "_ssl", "_hashlib",
    # Kinds of compression and numbers that no file of ours has.
    "bz2", "_bz2", "lzma", "_lzma", "_uuid",
    # Of lxml python-docx asks for the tree alone, of sqlite-utils the program for no tables as text.
    "lxml.builder", "lxml.html", "lxml.isoschematron", "lxml.objectify", "lxml.sax", "tabulate",
    # Charts are drawn of reportlab's shapes; its own ones, bar codes, pictures and examples are not asked for.
    "reportlab.graphics.barcode", "reportlab.graphics.charts", "reportlab.graphics.renderPM",
    "reportlab.graphics.renderPS", "reportlab.graphics.renderSVG", "reportlab.graphics.samples",
    "reportlab.graphics.testdrawings", "reportlab.graphics.testshapes", "reportlab.graphics.widgets",
    # Other ways to wait and to work side by side: programs of ours are started as processes of their own.
    "asyncio", "multiprocessing", "concurrent.futures.process", "xmlrpc",
    "jeepney", "jeepney.io.asyncio", "jeepney.io.trio",
    # Guesses in which encoding a page of reportlab's own markup is, which no document of ours has.
    "charset_normalizer",
    "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtHelp",
    "PySide6.QtDesigner", "PySide6.QtUiTools", "PySide6.QtOpenGL", "PySide6.QtConcurrent",
)  # fmt: skip

_LEFT_OUT = (
    # Qt's own drawing of OpenGL, a second and a third way to the screen, and what asks the network.
    r"PySide6/opengl32sw\.dll", r"PySide6/d3dcompiler_47\.dll", r"PySide6/Qt6(Network|OpenGL|Qml|Quick|Sql|Test).*",
    r"PySide6/plugins/platforms/q(direct2d|minimal)\.dll",
    r"PySide6/plugins/(generic|networkinformation|tls|sqldrivers|platforminputcontexts|qmltooling)/.*",
    # Kinds of pictures that no document of ours has.
    r"PySide6/plugins/imageformats/q(gif|icns|ico|pdf|tga|tiff|wbmp|webp)\.dll",
    r"PIL/_(avif|webp|imagingft|imagingcms|imagingtk)\..*",
    # Of Qt's own words those in Chinese alone: its English needs no file.
    r"PySide6/translations/(?!qtbase_zh_CN\.qm$).*",
    # What only some processors can calculate, with another file for all, and distances that are not asked for.
    r"rapidfuzz/.*_avx2\..*", r"rapidfuzz/distance/.*_cpp.*",
    # reportlab's own example fonts, a template that python-docx has once more as a file, headers for compilers.
    r"reportlab/fonts/.*", r"docx/templates/default-docx-template/.*", r"lxml/(html|isoschematron|includes)/.*",
    r"lxml/objectify\..*", r"tzdata/.*", r".*__mypyc\..*", r"lib(crypto|ssl)-3.*\.dll",
    r"(attrs|click|pluggy|duckdb|cryptography)-[\d.]+\.dist-info/.*",
)  # fmt: skip


def is_needed(name: str) -> bool:
    """Whether a file belongs into the package, by its name there."""
    return not any(re.fullmatch(pattern, name.replace("\\", "/")) for pattern in _LEFT_OUT)
