"""Rules: how one is declared, and the registry of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from zhengzhou_desk.policy.parameters import severity

if TYPE_CHECKING:
    from zhengzhou_desk.policy.facts import Fact
    from zhengzhou_desk.policy.law import ValueInForce
    from zhengzhou_desk.policy.view import View
    from zhengzhou_desk.records import Record


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule is violated: the facts, the stage of the rule, and the cell it points at if not the declared one.

    `by` are the values it rests on, each with what states it; without them what states the rule itself.
    `year` and `table` are set by rules about a unit whose filing of a year is not there at all.
    """

    facts: tuple[tuple[str, Fact], ...]
    stage: str = ""
    column: str | None = None
    year: int | None = None
    table: str | None = None
    by: tuple[ValueInForce, ...] = ()


def violation(
    stage: str = "", /, *, at: str | None = None, by: tuple[ValueInForce, ...] = (), **facts: Fact
) -> Violation:
    """What a rule returns when it is violated; `at` is the column if not the declared one."""
    return Violation(tuple(facts.items()), stage, at, by=by)


Violations: TypeAlias = "Violation | Iterable[Violation] | None"
R = TypeVar("R", bound="Record")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pure function about one record. `id` is public and never changes its meaning."""

    id: str
    about: type[Record]
    column: str
    judge: Callable[[Any, View], Violations]
    stages: tuple[str, ...]


RULES: list[Rule] = []


def rule(
    name: str, about: type[R], column: str, *, stages: tuple[str, ...] = ("",)
) -> Callable[[Callable[[R, View], Violations]], Callable[[R, View], Violations]]:
    """Declares a rule about a record class, pointing at a column, with a severity for each stage."""

    def declare(judge: Callable[[R, View], Violations]) -> Callable[[R, View], Violations]:
        RULES.append(Rule(name, about, column, judge, stages))
        for stage in stages:
            severity(name, stage)
        return judge

    return declare


def rule_ids() -> tuple[str, ...]:
    """The ids of all rules, in the order of the law."""
    return tuple(dict.fromkeys(declared.id for declared in RULES))
