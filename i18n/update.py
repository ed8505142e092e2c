"""Collects every sentence of the program into the .ts file, keeping the translations that are there.

    python i18n/update.py            rewrites i18n/zhengzhou_desk_en.ts
    python i18n/update.py --check    says what is missing or stale and changes nothing (status 1)

A sentence is a literal that is handed to one of the functions of WORDS; the file is sorted by
source, without line numbers, so that it changes only where the program's words change.
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
    "Taken": (0,),
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
    "Item": (0,),
    "Report": (0,),
    "remark": (0,),
}
# Collections whose every string value is a sentence, by the name they are assigned to.
TABLES = {"NAMES", "_FACTS", "_STATES", "_UNIONS", "_NOWHERE", "_STAGES"}
# Rows of choice((code, label, other spellings…), …): the label.
ROWS = "choice"
# Chinese punctuation alone makes a sentence, too: “{title}：{message}” needs another colon in English.
CHINESE = re.compile(r"[\u3001-\u3017\u3400-\u9fff\uff01-\uff5e]")
FIELD = re.compile(r"\{(\w*)")


def sentences() -> dict[str, set[str]]:
    """Every source sentence and the modules that say it."""
    found: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        where = path.relative_to(PACKAGE.parent).as_posix()
        for text in _of(ast.parse(path.read_text(encoding="utf-8"))):
            if CHINESE.search(text):
                found.setdefault(text, set()).add(where)
    return found


def _of(tree: ast.AST) -> list[str]:
    texts: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            for place in WORDS.get(name, ()):
                texts += _literals(node.args[place]) if place < len(node.args) else []
            if name == ROWS and node.args and isinstance(node.args[0], ast.Tuple):
                for row in node.args[0].elts:
                    texts += _literals(row.elts[1]) if isinstance(row, ast.Tuple) and len(row.elts) > 1 else []
        elif isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Dict):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(target, ast.Name) and target.id in TABLES for target in targets):
                texts += [text for value in node.value.values for text in _literals(value)]
    return texts


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
    return wrong


def main(arguments: list[str]) -> int:
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
