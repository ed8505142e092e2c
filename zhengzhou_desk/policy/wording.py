"""Wording: a finding's message, grounds and advice, in Chinese or English, from the texts of the packs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import CHINESE, translated
from zhengzhou_desk.policy.facts import fact_text
from zhengzhou_desk.policy.parameters import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengzhou_desk.policy.engine import Finding
    from zhengzhou_desk.policy.facts import Fact
    from zhengzhou_desk.policy.packs import Packs

# The parts of a rule's text: its name, the finding's sentence, the formula, what to do.
TITLE, MESSAGE, FORMULA, ADVICE = "title", "message", "formula", "advice"


def official_documents(packs: Packs, articles: Iterable[str], *own: str | None) -> tuple[str, ...]:
    """The documents that a letter may cite of these articles, and a bureau's own or a waiver's."""
    cited = (packs.articles[article] for article in articles)
    return (
        *(article.document for article in cited if article.official),
        *(document for document in own if document is not None),
    )


class Wording:
    """The texts of findings in one language."""

    def __init__(self, packs: Packs, lang: str = CHINESE) -> None:
        self._packs = packs
        self.lang = lang

    def title(self, rule: str) -> str:
        """The short name of a rule, e.g. 预留比例不达标."""
        return self._packs.rules[rule][TITLE][self.lang]

    def message(self, finding: Finding) -> str:
        """One sentence: what is wrong, with the numbers."""
        return self._filled(finding, MESSAGE)

    def formula(self, finding: Finding) -> str:
        """The arithmetic of the rule in words."""
        return self._filled(finding, FORMULA)

    def advice(self, finding: Finding) -> str:
        """What to do."""
        return self._filled(finding, ADVICE)

    def articles(self, finding: Finding) -> tuple[str, ...]:
        """The articles a finding rests on: 郑财购〔2023〕3号 一（一）; a bureau's own document where it is its own."""
        return (*(self._packs.articles[article].text(self.lang) for article in finding.articles), *finding.documents)

    def quoted(self, finding: Finding) -> tuple[tuple[str, str, str], ...]:
        """The same with what each article says and where it can be read."""
        found = (self._packs.articles[article] for article in finding.articles)
        return tuple((article.text(self.lang), article.says[self.lang], article.source) for article in found)

    def _filled(self, finding: Finding, part: str) -> str:
        texts, stage = self._packs.rules[finding.rule], finding.stage
        if finding.severity == UNKNOWN:
            # What cannot be judged has but the fact of what is missing: it has words of its own.
            stage = UNKNOWN
            texts = texts if f"{part}_{UNKNOWN}" in texts else self._packs.rules[UNKNOWN]
        template = (texts.get(f"{part}_{stage}") or texts[part])[self.lang]
        return template.format_map({name: self._said(value) for name, value in finding.facts})

    def _said(self, value: Fact) -> str:
        if isinstance(value, str):
            return self._reason(value)
        return fact_text(value, self.lang)

    def _reason(self, word: str) -> str:
        """A reason's code in words (texts of [rule.reasons]); other words, such as a heading, as they are."""
        reasons = self._packs.rules["reasons"]
        return reasons[word][self.lang] if word in reasons else translated(word, self.lang)
