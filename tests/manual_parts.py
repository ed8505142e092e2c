"""The chapters of the manual that are made of the program: `python -m tests.manual_parts` writes every menu, rule and refusal.

Each rule stands with its level, its articles, how it reckons, what it says of a case of tests/cases, and what to do.
`tests/services/test_manual.py` compares the files with what the program says now.
"""

from __future__ import annotations

import ast
import re
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.test_cases import ALL, opened
from zhengzhou_desk.common.messages import CHINESE, LANGUAGES, translated
from zhengzhou_desk.common.paths import HELP
from zhengzhou_desk.gui.actions.catalogue import ACTIONS, MENUS
from zhengzhou_desk.policy.law import Law
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.policy.parameters import SEVERITIES, severity
from zhengzhou_desk.policy.rule import RULES
from zhengzhou_desk.policy.wording import Wording
from zhengzhou_desk.records.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengzhou_desk.policy.engine import Finding
    from zhengzhou_desk.services.desk import Desk

PACKAGE = Path(__file__).resolve().parents[1] / "zhengzhou_desk"
_REGION, _YEAR = "410105", 2026
_FIELD = re.compile(r"\{\w+\}")
_HEADS = {
    "rules": {"zh": "每一条规则", "en": "Every rule"},
    "menus": {"zh": "菜单与按键", "en": "Menus and keys"},
    "refusals": {"zh": "每一句拒绝", "en": "Every refusal"},
}
_RULES_ABOUT = {
    "zh": "下面是全部规则：代码、级别（郑州 2026 年度；各地、各年以“现行政策数值…”为准）、依据、算法、一个例子和怎么办。"
    "级别为“错误”的计入不达标，“警告”可以写明理由[搁置](#审核结果与搁置)，“提示”只供参考，“待查”是数据不全。",
    "en": "All rules: code, level (Zhengzhou, 2026; the values in force say it for other places and years), articles, how it "
    "reckons, an example and what to do. An error fails the unit, a warning can be "
    "[set aside](#Findings and setting them aside) with a reason, a note is for information, unknown means data are missing.",
}
_REFUSALS_ABOUT = {
    "zh": "程序不照办的时候，总是说一句话：什么不对、在哪里、怎么办；账册保持原样。下面按事项列出全部拒绝，“…”处写着当时的文件、单位、数字。",
    "en": "Where the program does not do what is asked it says so in one sentence: what is wrong, where, and what to do; the "
    "book stays as it is. All refusals by subject; “…” stands for the file, unit or figure of the moment.",
}
_MENUS_ABOUT = {
    "zh": "菜单里的每一项和它的按键；只在某一页才有的，在那一页的表格上点右键也有。表格里的按键见[在表格里工作](#在表格里工作)。",
    "en": "Every entry of the menus with its key; what belongs to one page is in the context menu of its table too. For keys in "
    "tables see [Working in tables](#Working in tables).",
}
_MENU_HEAD = {"zh": "| 菜单 | 做什么 | 按键 |", "en": "| Menu | Entry | Key |"}
_LINES = {
    "zh": ("代码 `{id}`，{level}", "依据：{articles}", "算法：{formula}", "例：{message}", "怎么办：{advice}"),
    "en": (
        "Code `{id}`, {level}",
        "Articles: {articles}",
        "Reckoning: {formula}",
        "Example: {message}",
        "What to do: {advice}",
    ),
}
# Which part of the program refuses what: the first beginning that fits.
_SUBJECTS = (
    (("services/signing_key", "services/district_codes", "common/seal", "common/sign", "records/check_code", "cli/keys",
      "cli/passwords"), "加密、签名和密码", "Encryption, signatures and passwords"),
    (("exchange/package", "services/submissions", "services/explanations", "services/data_set", "exchange/data_set",
      "exchange/partitions", "cli/submissions"), "上报包", "Packages for the city"),
    (("exchange/", "services/imports", "services/import_memory", "services/unit_lists", "gui/imports"),
     "电子表格和名录", "Spreadsheets and lists"),
    (("store/", "services/rescue", "services/copies", "services/kept_copies", "services/undo", "services/desk"),
     "账册文件、备份和日志", "The book's file, copies and the journal"),
    (("policy/", "services/policy_packs", "services/regions", "cli/policy"), "政策数值和政策包", "The law and policy packs"),
    (("services/notices", "documents/", "cli/documents", "services/shown_table"), "文书和打印", "Papers and printing"),
    (("records/", "services/editing", "gui/table", "gui/dialogs"), "录入的内容", "What is entered"),
    (("cli/",), "命令的写法", "How commands are written"),
    (("common/", "gui/system", "services/exports", "services/diagnosis"), "写出的文件和系统", "Files written and the system"),
    (("",), "单位、填报、年度等步骤", "Units, filings, years and other steps"),
)  # fmt: skip


def parts() -> Iterator[tuple[str, str]]:
    """The name and the text of each file."""
    examples = _examples()
    for lang in LANGUAGES:
        yield f"rules_{lang}.md", _rules(lang, examples)
        yield f"refusals_{lang}.md", _refusals(lang)
        yield f"menus_{lang}.md", _menus(lang)


# -- menus -----------------------------------------------------------------------------------------


def _menus(lang: str) -> str:
    """Every entry of the menus with its key."""
    lines = [f"## {_HEADS['menus'][lang]}", "", _MENUS_ABOUT[lang], ""]
    lines += [_MENU_HEAD[lang], "| --- | --- | --- |"]
    for menu, title in MENUS:
        for action in ACTIONS:
            if action.menu == menu:
                key = f"`{action.shortcut}`" if action.shortcut else ""
                lines.append(f"| {translated(title, lang)} | {translated(action.text, lang)} | {key} |")
    return "\n".join([*lines, ""])


# -- rules -----------------------------------------------------------------------------------------


def _examples() -> dict[str, tuple[Finding, dict[str, Wording]]]:
    """By rule what is found in the first case that expects it, one of Zhengzhou where there is one."""
    found: dict[str, tuple[Finding, dict[str, Wording]]] = {}
    wanted = {declared.id for declared in RULES}
    with tempfile.TemporaryDirectory() as scratch:
        for number, (_, case) in enumerate(sorted(ALL, key=lambda each: each[1].get("region", _REGION) != _REGION)):
            rules = {rule for rule, level in case["expect"].items() if level != "unknown"} & wanted - found.keys()
            if not rules:
                continue
            folder = Path(scratch) / str(number)
            folder.mkdir()
            with opened(case, folder) as desk:
                _collect(desk, rules, found)
    return found


def _collect(desk: Desk, rules: set[str], found: dict[str, tuple[Finding, dict[str, Wording]]]) -> None:
    for finding in desk.findings():
        if finding.rule in rules and finding.rule not in found and finding.severity != "unknown":
            found[finding.rule] = finding, {lang: desk.wording(lang) for lang in LANGUAGES}


def _rules(lang: str, examples: dict[str, tuple[Finding, dict[str, Wording]]]) -> str:
    lines = [f"## {_HEADS['rules'][lang]}", "", _RULES_ABOUT[lang], ""]
    law = Law(packs(), Tables(), _REGION)
    for rule in dict.fromkeys(declared.id for declared in RULES):
        finding, wordings = examples[rule]
        words = wordings[lang]
        stages = dict.fromkeys(stage for declared in RULES if declared.id == rule for stage in declared.stages)
        levels = [law.in_force(severity(rule, stage).name, _YEAR) for stage in stages]
        shown = dict.fromkeys(SEVERITIES.show(each.value, lang) for each in levels if each is not None)
        keys = dict.fromkeys(key for each in levels if each is not None for key in each.articles)
        articles = [packs().articles[key] for key in keys]
        mark, between, end = ("：", "；", "") if lang == CHINESE else (": ", "; ", "")
        said = {
            "id": rule, "level": ("、" if lang == CHINESE else ", ").join(shown),
            "articles": between.join(f"{each.text(lang)}{mark}{each.says[lang].rstrip('。.')}" for each in articles) + end,
            "formula": words.formula(finding), "message": words.message(finding), "advice": words.advice(finding),
        }  # fmt: skip
        lines += [f"### {words.title(rule)}", ""]
        lines += [f"- {line.format(**said)}" for line in _LINES[lang]]
        lines.append("")
    return "\n".join(lines)


# -- refusals --------------------------------------------------------------------------------------


def refusals() -> dict[str, list[str]]:
    """Every sentence that refuses, by subject, in the order of the program."""
    found: dict[str, dict[str, None]] = {chinese: {} for _, chinese, _ in _SUBJECTS}
    for path in sorted(PACKAGE.rglob("*.py")):
        module = path.relative_to(PACKAGE).as_posix()
        subject = next(chinese for begins, chinese, _ in _SUBJECTS if module.startswith(begins))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and _refuses(node.func):
                found[subject].update(dict.fromkeys(filter(_says_something, _literals(node.args))))
    return {subject: list(sentences) for subject, sentences in found.items()}


def _refuses(called: ast.expr) -> bool:
    name = called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""
    return name in _REFUSALS


# `Refused` and the classes that are refusals of a special sort.
_REFUSALS = frozenset({
    "Refused", "NameTaken", "UnfitRow", "PasswordNeeded", "WrongPassword", "Unsound", "Locked", "Damaged", "Readonly",
})  # fmt: skip


def _says_something(sentence: str) -> bool:
    """Whether there are words beside the fields: one that only hands another's reason on has none."""
    return len(re.sub(r"\W", "", _FIELD.sub("", sentence))) > 2


def _literals(given: list[ast.expr]) -> Iterator[str]:
    """The first sentence among the arguments: as it stands, or marked by `sentence` or `counted`."""
    for each in given:
        inside = each.args[0] if isinstance(each, ast.Call) and each.args else each
        if isinstance(inside, ast.Constant) and isinstance(inside.value, str) and len(inside.value) > 1:
            yield inside.value
            return


def _refusals(lang: str) -> str:
    lines = [f"## {_HEADS['refusals'][lang]}", "", _REFUSALS_ABOUT[lang], ""]
    english = {chinese: words for _, chinese, words in _SUBJECTS}
    for subject, sentences in refusals().items():
        if not sentences:
            continue
        lines += [f"### {subject if lang == CHINESE else english[subject]}", ""]
        lines += [f"- {_FIELD.sub('…', translated(each, lang, _count(each))).replace('*', '＊')}" for each in sentences]
        lines.append("")
    return "\n".join(lines)


def _count(sentence: str) -> int | None:
    return 2 if "{count}" in sentence else None


def main() -> int:
    """Writes the files."""
    for name, text in parts():
        (HELP / name).write_text(text, encoding="utf-8", newline="\n")
        print(HELP / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
