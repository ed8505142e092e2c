"""@override changes nothing about a method, whatever Python runs it."""

from __future__ import annotations

from zhengzhou_desk.common.override import override


def test_a_method_is_given_back_unchanged() -> None:
    def method() -> str:
        """Says one."""
        return "one"

    given = override(method)
    assert given is method
    assert (given(), given.__name__, given.__doc__) == ("one", "method", "Says one.")
