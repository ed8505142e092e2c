"""Health of the packs: every value dated, typed, with its article; every rule with its words."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from zhengzhou_desk.common.messages import LANGUAGES
from zhengzhou_desk.policy.engine import Engine
from zhengzhou_desk.policy.law import Law
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.policy.packs import PackError
from zhengzhou_desk.policy.parameters import OFF, RATIO, SEVERITIES, UNKNOWN, params, severity
from zhengzhou_desk.policy.rule import RULES
from zhengzhou_desk.records.kinds import Rate
from zhengzhou_desk.records.tables import Tables

FIELD = re.compile(r"\{(\w+)\}")
YEARS = range(2023, 2031)
IDS = sorted({declared.id for declared in RULES})


@pytest.fixture(scope="module")
def zhengzhou() -> Law:
    Engine(Tables(), packs(), "410105", datetime.date(2024, 4, 1), (2024,))  # the rules are imported
    return Law(packs(), Tables(), "410105")


@pytest.mark.parametrize("rule", IDS)
def test_every_rule_has_its_words_in_every_language(rule: str) -> None:
    texts = packs().rules[rule]
    for part in ("title", "message", "formula", "advice"):
        fields = {lang: set(FIELD.findall(texts[part][lang])) for lang in LANGUAGES}
        assert len(set(map(frozenset, fields.values()))) == 1, (rule, part, fields)
        assert all(texts[part][lang].strip() for lang in LANGUAGES)
    for name, said in texts.items():
        fields = {lang: set(FIELD.findall(said[lang])) for lang in LANGUAGES}
        assert len(set(map(frozenset, fields.values()))) == 1, (rule, name)


@pytest.mark.parametrize("rule", IDS)
def test_every_rule_has_a_severity_and_an_article_in_every_year(rule: str, zhengzhou: Law) -> None:
    for declared in (each for each in RULES if each.id == rule):
        for stage in declared.stages:
            for year in YEARS:
                found = zhengzhou.in_force(severity(rule, stage).name, year)
                assert found is not None, (rule, stage, year)
                assert found.value in {option.code for option in SEVERITIES.options} - {UNKNOWN}
                assert found.articles


def test_every_value_is_one_the_program_knows_and_of_its_kind() -> None:
    known = params()
    for name, rows in packs().values.items():
        assert name in known, name
        for stated in rows:
            assert stated.articles
            assert all(article in packs().articles for article in stated.articles)
            if stated.value is not None:
                known[name].kind.show(stated.value)


def test_every_article_says_something_in_every_language_and_where_it_stands() -> None:
    for article in packs().articles.values():
        assert article.document
        assert article.source
        assert all(article.says[lang].strip() for lang in LANGUAGES)


def test_every_param_is_in_force_somewhere() -> None:
    unused = [name for name in params() if name not in packs().values]
    assert unused == []


def test_old_years_keep_their_values_and_a_year_before_the_law_has_none() -> None:
    law = Law(packs(), Tables(), "410105")
    assert law.value(RATIO, 2024) == 1000
    found = law.in_force("filing_due", 2023)
    assert found is not None and found.value is None
    assert law.in_force("severity.ratio", 2015) is None or law.in_force("severity.ratio", 2015).value == OFF  # type: ignore[union-attr]


def test_other_regions_differ_by_packs_alone() -> None:
    tables = Tables()
    ratios = {region: Law(packs(), tables, region).value(RATIO, 2025) for region in packs().regions}
    assert len(set(ratios.values())) >= 3, ratios
    found = [Law(packs(), tables, region).in_force("union_combination", 2025) for region in packs().regions]
    combinations = {each.value for each in found if each is not None}
    assert {"any", "all"} <= combinations


PACK = """
region = "41"
[article.a]
document = "通知"
clause = "一"
says = "x"
source = "y"
[[states]]
since = 2024-01-01
article = "a"
values = { NAME = "10%" }
"""


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda text: text.replace("NAME", "no_such_value"), "no rule knows the value no_such_value"),
        (lambda text: text + text[text.index("[[states]]") :], "stated twice for one region and day"),
        (lambda text: text.replace('article = "a"', 'article = "b"'), "no article"), (lambda text: text, "article a stands twice"),
    ],
)  # fmt: skip
def test_half_a_pack_is_named(tmp_path: Path, change: Callable[[str], str], words: str) -> None:
    rate = next(name for name, param in params().items() if isinstance(param.kind, Rate))
    (tmp_path / "a.toml").write_text(change(PACK).replace("NAME", f'"{rate}"'), encoding="utf-8")
    if "article a" in words:
        (tmp_path / "b.toml").write_text(PACK.partition("[[states]]")[0], encoding="utf-8")
    with pytest.raises(PackError, match=words):
        packs(tmp_path)
