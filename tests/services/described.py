"""Where a value is not what a JSON Schema says; as much of the standard as the published descriptions use."""

from __future__ import annotations

import re
from typing import Any

TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,), "array": (list,), "string": (str,), "integer": (int,), "boolean": (bool,), "null": (type(None),),
}  # fmt: skip
# Nothing else may stand in a description: it would be passed over here.
KNOWN = {
    "$schema", "$id", "$defs", "$ref", "title", "description", "type", "properties", "required", "items", "prefixItems", "minItems", "enum", "const",
    "additionalProperties", "pattern", "minimum", "maximum", "minLength", "maxLength", "format", "unit",
}  # fmt: skip


def problems(value: Any, schema: dict[str, Any], whole: dict[str, Any] | None = None, at: str = "") -> list[str]:
    """The places that are wrong, in the order in which they stand."""
    whole = whole or schema
    if "$ref" in schema:
        return problems(value, whole["$defs"][schema["$ref"].removeprefix("#/$defs/")], whole, at)
    assert set(schema) <= KNOWN, set(schema) - KNOWN
    if not _fits(value, schema):
        return [at]
    found = []
    if isinstance(value, dict):
        known, others = schema.get("properties", {}), schema.get("additionalProperties", True)
        found += [f"{at}/{name}" for name in schema.get("required", ()) if name not in value]
        for name, inner in value.items():
            rule = known.get(name, others)
            if rule is False:
                found.append(f"{at}/{name}")
            elif rule is not True:
                found += problems(inner, rule, whole, f"{at}/{name}")
    if isinstance(value, list):
        first = schema.get("prefixItems", [])
        for place, inner in enumerate(value):
            rule = first[place] if place < len(first) else schema.get("items", {})
            found += [f"{at}/{place}"] if rule is False else problems(inner, rule, whole, f"{at}/{place}")
    return found


def _fits(value: Any, schema: dict[str, Any]) -> bool:
    sorts = schema.get("type", [])
    sorts = [sorts] if isinstance(sorts, str) else sorts
    if sorts and not any(type(value) in TYPES[sort] for sort in sorts):
        return False
    if ("const" in schema and value != schema["const"]) or ("enum" in schema and value not in schema["enum"]):
        return False
    if isinstance(value, list):
        return len(value) >= int(schema.get("minItems", 0))
    if type(value) is int:
        return bool(schema.get("minimum", value) <= value <= schema.get("maximum", value))
    if isinstance(value, str):
        long: bool = schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value))
        return long and re.search(schema.get("pattern", ""), value) is not None
    return True
