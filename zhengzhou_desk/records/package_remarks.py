"""What a bureau says of its own package (审核说明): what was open, why it was made all the same, what is explained."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.records.clean import clean
from zhengzhou_desk.records.kinds import choice

ERROR, UNKNOWN, WARNING, INFO, NOTE = "error", "unknown", "warning", "info", "note"
LEVELS = choice(
    (
        (ERROR, sentence("错误")),
        (UNKNOWN, sentence("待查")),
        (WARNING, sentence("警告")),
        (INFO, sentence("提示")),
        (NOTE, sentence("备注")),
    )
)
# No district has so many units, and no unit so many warnings.
_MOST = 50_000
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why something is right although it looks wrong; `unit` is None where it is about none."""

    level: str
    unit: str | None
    rule: str | None
    matter: str
    reason: str


@dataclass(frozen=True, slots=True)
class PackageRemarks:
    """How many findings were open by level, why the package was made with errors open, and what was explained."""

    errors: int = 0
    unknown: int = 0
    warnings: int = 0
    despite: str | None = None
    explanations: tuple[Explanation, ...] = ()

    def plain(self) -> dict[str, Any]:
        """The same as JSON, without blank fields."""
        rows = [{name: value for name, value in asdict(row).items() if value is not None} for row in self.explanations]
        told = {"errors": self.errors, "unknown": self.unknown, "warnings": self.warnings, "despite": self.despite}
        return {
            **{name: value for name, value in told.items() if value is not None},
            **({"explanations": rows} if rows else {}),
        }


_COUNTS = ("errors", "unknown", "warnings")
_TEXTS = tuple(part.name for part in fields(Explanation))


def as_remarks(said: object) -> PackageRemarks:
    """The remarks of plain JSON; fields that a newer program wrote are passed over. Raises ValueError."""
    if not isinstance(said, dict):
        raise ValueError("remarks")  # noqa: TRY004 - what the file says is wrong, not who calls
    counts: dict[str, Any] = {name: said.get(name) for name in _COUNTS}
    if not all(type(count) is int and 0 <= count <= _MOST for count in counts.values()):
        raise ValueError("counts")
    rows = said.get("explanations", [])
    if not isinstance(rows, list) or len(rows) > _MOST:
        raise ValueError("explanations")
    return PackageRemarks(**counts, despite=_text(said.get("despite")), explanations=tuple(map(_explanation, rows)))


def _explanation(row: object) -> Explanation:
    if not isinstance(row, dict):
        raise ValueError("explanations")  # noqa: TRY004
    values = {name: _text(row.get(name)) for name in _TEXTS}
    level, matter, reason = values["level"], values["matter"], values["reason"]
    if matter is None or reason is None or level not in {option.code for option in LEVELS.options}:
        raise ValueError("explanations")
    return Explanation(level or NOTE, values["unit"], values["rule"], matter, reason)


def _text(value: object) -> str | None:
    """A text as a book can hold it, or None."""
    if value is None:
        return None
    if not isinstance(value, str) or not 0 < len(value) <= _LONGEST or clean(value) != value:
        raise ValueError("text")
    return value
