"""Legal basis as offices cite it: 《title》（number）, clauses as 第一部分第（一）项; nothing of the program's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.policy.wording import official_documents

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengzhou_desk.policy.engine import Finding
    from zhengzhou_desk.policy.law import ValueInForce
    from zhengzhou_desk.policy.packs import Packs


def stated_by(packs: Packs, values: Iterable[ValueInForce | None]) -> tuple[str, ...]:
    """The documents that state these values, each once, from the highest to the bureau's own."""
    found: dict[str, None] = {}
    for value in values:
        if value is not None and value.value is not None:
            found |= dict.fromkeys(official_documents(packs, value.articles, value.document))
    return tuple(sorted(found, key=lambda text: (not text.startswith("财"), not text.startswith("豫"))))


def full(packs: Packs, documents: Iterable[str]) -> str:
    """The documents as a letter cites them first, with their titles; 有关文件 where there are none."""
    return "、".join(titled(packs, each) for each in documents) or "有关文件"


def titled(packs: Packs, document: str) -> str:
    """《title》（number）; a number whose title is not known stands alone."""
    title = packs.titles.get(document)
    return f"《{title}》（{document}）" if title else document


def clauses(packs: Packs, finding: Finding) -> str:
    """The clauses that a finding rests on, their documents by number: 郑财购〔2023〕3号第一部分第（一）项."""
    return of_articles(packs, finding.articles, finding.documents)


def clauses_titled(packs: Packs, clauses: Iterable[str]) -> str:
    """Clauses with their documents' titles, each document once: 《title》（number）第二部分第（一）项、第三部分."""
    places: dict[str, list[str]] = {}
    order = [f"{article.document}{article.place}" for article in packs.articles.values()]
    for clause in sorted(dict.fromkeys(clauses), key=lambda said: order.index(said) if said in order else len(order)):
        number = next((number for number in packs.titles if clause.startswith(number)), clause)
        places.setdefault(number, []).append(clause.removeprefix(number))
    return "、".join(f"{titled(packs, number)}{'、'.join(filter(None, found))}" for number, found in places.items())


def of_value(packs: Packs, value: ValueInForce | None) -> str:
    """The clauses and the bureau's document that state a value; nothing where it is not stated at all."""
    if value is None:
        return ""
    return of_articles(packs, value.articles, (value.document,) if value.document else ())


def of_articles(packs: Packs, articles: Iterable[str], documents: Iterable[str] = ()) -> str:
    """The same of articles of the packs and a bureau's own documents."""
    known = (packs.articles[article] for article in articles)
    return "、".join(dict.fromkeys((*(f"{each.document}{each.place}" for each in known if each.official), *documents)))
