"""Collects every sentence of the program into the .ts file, keeping the translations that are there.

    python i18n/update.py            rewrites i18n/zhengzhou_desk_en.ts
    python i18n/update.py --check    says what is missing or stale and changes nothing (status 1)

A sentence is a literal that is handed to one of the functions of WORDS; the file is sorted by
source, without line numbers, so that it changes only where the program's words change.
Every other literal with Chinese characters must be explained in ALWAYS: what is said there is
Chinese in every language, or is not said at all.
"""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

HOME = Path(__file__).resolve().parent
PACKAGE = HOME.parent / "zhengzhou_desk"
FILE = HOME / "zhengzhou_desk_en.ts"

# Which arguments of which functions are sentences (function or method name → places).
WORDS: dict[str, tuple[int, ...]] = {
    "message": (0,),
    "Refused": (0,),
    "Readonly": (0,),
    "Locked": (0,),
    "Damaged": (0,),
    "Altered": (0,),
    "NameTaken": (0,),
    "tell": (0,),
    "say": (0,),
    "tr": (0,),
    "translated": (0,),
    "column": (1,),
    "table": (1,),
    "Option": (1,),
    "Heading": (1,),
    "_param": (2,),
    "Param": (2,),
    "known": (1,),
    "Unknown": (0,),
    "words": (0,),
    "later": (0,),
    "translate": (1,),
    "TableSpec": (1,),
    "TabSpec": (1,),
    "Measure": (1,),
    "AssessedItem": (0,),
    "Report": (1,),
    "remark": (0,),
    "BrokenCell": (0,),
    "_listing": (1,),
}
# Arguments that are sentences by their name, wherever they stand, and the defaults of fields of that name.
KEYWORDS = {"empty"}
# A refusal that one process hands to another as JSON.
HANDED_ON = "refused"
# Collections whose every string value is a sentence, by the name they are assigned to.
TABLES = {"NAMES", "_FACTS", "_STATES", "_UNIONS", "_NOWHERE", "_STAGES"}
# Lists of rows whose every literal is a word of a table that the window shows.
LISTS = {"pairs"}
# Literals that are never translated, by module or folder: why. `None` stands for all of a module's.
ALWAYS: dict[str, tuple[str, frozenset[str] | None]] = {
    # What is written on official paper, in workbooks and in the book is Chinese, whoever writes it.
    "services/notices/bulletins.py": ("bulletins and letters", None),
    "services/notices/drafting.py": ("notices and reminders", None),
    "documents/": ("the official page", None),
    "exchange/account_form.py": ("an official form", None),
    "exchange/summary_workbook.py": ("the workbook for the city", None),
    "exchange/workbook.py": ("the public workbook", None),
    "services/orders.py": ("a form for the platform", None),
    "services/notices/numbering.py": ("numbers of documents", None),
    "services/notices/register.py": ("notes that the register keeps", None),
    "services/exports.py": ("official forms and covers", None),
    "reports/bulletin.py": ("the tables of the bulletin", None),
    "reports/purchasing.py": ("titles of the workbook for the city", None),
    "reports/city.py": ("titles and lines of the workbook for the city", None),
    "reports/score_sheet.py": ("the scoring sheet", None),
    "reports/summary.py": ("titles and lines of the workbook for the city", None),
    # What other people's sheets and fingers write, and how it is recognised.
    "exchange/headers.py": ("headings as sheets have them", None),
    "exchange/importing.py": ("words by which a sheet's sums and notes are known", None),
    "gui/table/filters.py": ("what a person types into a filter", None),
    "records/kinds.py": ("what a person may type", None),
    "common/pinyin.py": ("place names that are read otherwise", None),
    # Made-up data.
    "cli/demo.py": ("names of the sample county's files", None),
    "sample/": ("the sample county", None),
    # Single words.
    "app.py": ("the program's sign", frozenset("郑")),
    "gui/findings/panel.py": ("a character to measure by", frozenset("国")),
    "gui/imports/dialog.py": ("a character to measure by", frozenset("国")),
    "gui/table/tab.py": ("a character to measure by", frozenset("国")),
    "gui/dialogs/new_book.py": ("the end of every bureau's name", frozenset({"财政局"})),
    "gui/imports/plan_model.py": (
        "a sentence in both languages is shortened by it",
        frozenset({r"第 \{row\} 行|Row \{row\}:?"}),
    ),
    "gui/dialogs/settings.py": ("a language calls itself by its own name", frozenset({"中文"})),
    "policy/facts.py": ("said in Chinese sentences only; English has its own words beside it", frozenset("年月日元")),
    "store/backup.py": ("part of file names", None),
    "store/restore.py": ("part of file names", None),
}
# Rows of choice((code, label, other spellings…), …): the label.
ROWS = "choice"
CHINESE = re.compile(r"[\u3400-\u9fff]")
# Also a sentence of fields and full-width marks alone has another form in English.
MARKED = re.compile(r"[\u3001\u3002\u3400-\u9fff\uff01-\uff5e]")
FIELD = re.compile(r"\{(\w*)")


def sentences() -> dict[str, set[str]]:
    """Every source sentence and the modules that say it."""
    found: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        where = path.relative_to(PACKAGE.parent).as_posix()
        for text in _of(ast.parse(path.read_text(encoding="utf-8"))):
            if MARKED.search(text):
                found.setdefault(text, set()).add(where)
    return found


def _of(tree: ast.AST) -> list[str]:
    texts: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            for place in WORDS.get(name, ()):
                texts += _literals(node.args[place]) if place < len(node.args) else []
            for keyword in node.keywords:
                texts += _literals(keyword.value) if keyword.arg in KEYWORDS else []
            if name == ROWS and node.args and isinstance(node.args[0], ast.Tuple):
                for row in node.args[0].elts:
                    texts += _literals(row.elts[1]) if isinstance(row, ast.Tuple) and len(row.elts) > 1 else []
        elif isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                texts += _literals(value) if isinstance(key, ast.Constant) and key.value == HANDED_ON else []
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            texts += _assigned(node)
    return texts


def _assigned(node: ast.Assign | ast.AnnAssign) -> list[str]:
    """The sentences of a table of them, by the name it is assigned to."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    names = {target.id for target in targets if isinstance(target, ast.Name)}
    if isinstance(node.value, ast.Dict) and names & TABLES:
        return [text for value in node.value.values for text in _literals(value)]
    if isinstance(node.value, ast.List) and names & LISTS:
        return [
            text
            for row in node.value.elts
            if isinstance(row, ast.Tuple)
            for cell in row.elts
            for text in _literals(cell)
        ]
    return _literals(node.value) if node.value is not None and names & KEYWORDS else []


def left_out(found: dict[str, set[str]], home: Path = PACKAGE) -> list[tuple[str, int, str]]:
    """Every literal with Chinese characters that is neither collected nor explained: module, line and text."""
    lost = []
    for path in sorted(home.rglob("*.py")):
        where = path.relative_to(home).as_posix()
        allowed = [
            texts
            for name, (_, texts) in ALWAYS.items()
            if where == name or (name.endswith("/") and where.startswith(name))
        ]
        tree = ast.parse(path.read_text(encoding="utf-8"))
        silent = _silent(tree)
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in silent:
                continue
            if (
                CHINESE.search(node.value)
                and node.value not in found
                and not any(texts is None or node.value in texts for texts in allowed)
            ):
                lost.append((where, node.lineno, node.value))
    return lost


def _silent(tree: ast.AST) -> set[int]:
    """Literals that nobody reads: docstrings, and other spellings of headings and answers."""
    silent: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            silent.add(id(node.value))
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name == "column":
            silent |= {id(text) for text in node.args[2:]}
        elif name == ROWS and node.args and isinstance(node.args[0], ast.Tuple):
            silent |= {id(text) for row in node.args[0].elts if isinstance(row, ast.Tuple) for text in row.elts[2:]}
    return silent


def _literals(node: ast.expr) -> list[str]:
    """The string literals an argument can be: itself, or either side of `a if b else c`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return _literals(node.body) + _literals(node.orelse)
    return []


def translations() -> dict[str, str]:
    """The translations that are there."""
    if not FILE.exists():
        return {}
    tree = ET.parse(FILE)  # noqa: S314 - our own file
    return {entry.findtext("source", ""): entry.findtext("translation", "") for entry in tree.iter("message")}


def written(found: dict[str, set[str]], known: dict[str, str]) -> str:
    """The .ts file, sorted by source."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        '<TS version="2.1" language="en_US" sourcelanguage="zh_CN">',
        "<context>",
        "    <name>zhengzhou_desk</name>",
    ]
    for text in sorted(found):
        translation = known.get(text, "")
        mark = "" if translation else ' type="unfinished"'
        lines += [
            "    <message>",
            *(f'        <location filename="../{where}"/>' for where in sorted(found[text])),
            f"        <source>{escape(text)}</source>",
            f"        <translation{mark}>{escape(translation)}</translation>",
            "    </message>",
        ]
    return "\n".join([*lines, "</context>", "</TS>", ""])


def faults(found: dict[str, set[str]], known: dict[str, str]) -> list[str]:
    """What is wrong with the translations: missing, or with other fields than their source."""
    wrong = []
    for text, places in sorted(found.items()):
        translation = known.get(text, "")
        if not translation:
            wrong.append(f"no English for: {text}  ({', '.join(sorted(places))})")
        elif sorted(FIELD.findall(text)) != sorted(FIELD.findall(translation)):
            wrong.append(f"other fields in the English for: {text}")
    wrong += [
        f"{where}:{line}: neither a sentence of WORDS nor explained in ALWAYS: {text}"
        for where, line, text in left_out(found)
    ]
    return wrong


def main(arguments: list[str]) -> int:
    """Writes the .ts file anew, or with `--check` only says what is wrong with it; returns the exit status."""
    found, known = sentences(), translations()
    text = written(found, known)
    if "--check" in arguments:
        wrong = faults(found, known)
        if not FILE.exists() or FILE.read_text(encoding="utf-8") != text:
            wrong.append("the .ts file is not what the program says: run python i18n/update.py")
        print("\n".join(wrong) or f"{len(found)} sentences, all translated")
        return 1 if wrong else 0
    FILE.write_text(text, encoding="utf-8")
    print(f"{len(found)} sentences, {sum(not known.get(source) for source in found)} without English")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
