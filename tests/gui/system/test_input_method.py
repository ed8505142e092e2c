"""Chinese input where the system speaks fcitx: the way is chosen by what answers, and the bridge carries keys and text."""

from __future__ import annotations

import sys

import pytest

from zhengzhou_desk.gui.system import input_method

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="fcitx is an input method of Linux")


def prepared(environment: dict[str, str], *, fcitx_5: bool) -> tuple[bool, dict[str, str]]:
    return input_method.prepare(environment, lambda name: fcitx_5), environment


def test_fcitx_5_is_reached_as_ibus_through_its_portal() -> None:
    assert prepared({"XMODIFIERS": "@im=fcitx"}, fcitx_5=True) == (
        False, {"XMODIFIERS": "@im=fcitx", "QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"},
    )  # fmt: skip


def test_older_fcitx_gets_a_bridge() -> None:
    needs, environment = prepared({"QT_IM_MODULE": "fcitx"}, fcitx_5=False)
    assert needs
    assert environment["QT_IM_MODULE"] == "compose"


@pytest.mark.parametrize(
    "environment", [{}, {"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=fcitx"}, {"XMODIFIERS": "@im=ibus"}]
)
def test_another_choice_is_left_alone(environment: dict[str, str]) -> None:
    before = dict(environment)
    assert prepared(environment, fcitx_5=True) == (False, before)
