"""Signing keys by the command line: made and told by the district, registered by the city, packages proved by them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import platformdirs
import pytest

from tests.books import clock, filing, new_desk, unit
from zhengzhou_desk.cli.run import run
from zhengzhou_desk.common import sealing
from zhengzhou_desk.records import Submission
from zhengzhou_desk.services import signing_key
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer without a key."""
    monkeypatch.setattr(sealing, "LOG_N", 14)
    monkeypatch.setattr(platformdirs, "user_config_dir", lambda *_, **__: str(tmp_path / "设置"))
    return tmp_path / "设置"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "密码.txt"
    path.write_text("签名密钥的密码 1", encoding="utf-8")
    return path


@pytest.fixture
def city(tmp_path: Path) -> Path:
    path = tmp_path / "市.zzd"
    assert run(["new", str(path), "--region", "410100", "--bureau", "郑州市财政局", "--year", "2024"]) == 0
    return path


@pytest.fixture
def district(tmp_path: Path) -> Path:
    with new_desk(tmp_path, unit(), filing(), name="区.zzd") as desk:
        return desk.path


def origin(city: Path) -> str | None:
    with Desk.opened(city, clock=clock, who="李") as desk:
        return next((row.origin for row in desk.tables.all(Submission)), None)


def test_from_the_key_to_a_proved_submission(
    computer: Path, file: Path, city: Path, district: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["key", "new", "--password-file", str(file)]) == 0
    assert run(["key", "code"]) == 0
    said = capsys.readouterr().out.strip().splitlines()
    assert said[-1] == said[-2]
    code = said[-1].removeprefix("核对码：")
    parcel = tmp_path / "a.zdp"
    common = ["package", str(district), "--year", "2024", "--out", str(parcel), "--on", "2024-04-01"]
    seal = ["--seal", "--password-file", str(file)]
    assert run([*common, "--sign", "--key-password-file", str(file), *seal]) == 0
    wrong = code[:-1] + str((int(code[-1]) + 1) % 10)
    assert run(["codes", str(city), "--region", "410105", "--code", wrong]) == 2
    assert "第 8 组" in capsys.readouterr().err
    assert run(["codes", str(city), "--region", "410105", "--code", code.replace(" ", ""), "--told-by", "王科长"]) == 0
    capsys.readouterr()
    assert run(["codes", str(city)]) == 0
    assert f"410105 金水区  {code}" in capsys.readouterr().out
    assert run(["merge", str(city), str(parcel), "--password-file", str(file)]) == 0
    assert "来源已证明" in capsys.readouterr().out
    assert origin(city) == "proved"
    assert run(["codes", str(city), "--region", "410105", "--remove"]) == 0
    assert "还没有登记" in capsys.readouterr().out
    assert origin(city) == "unproved"


def test_a_false_one_is_refused_unless_taken_with_a_reason(
    file: Path, city: Path, district: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["key", "new", "--password-file", str(file)]) == 0
    code = capsys.readouterr().out.strip().splitlines()[-1].removeprefix("核对码：")
    assert run(["codes", str(city), "--region", "410105", "--code", code]) == 0
    parcel = tmp_path / "a.zdp"
    assert run(["package", str(district), "--year", "2024", "--out", str(parcel), "--on", "2024-04-01"]) == 0
    capsys.readouterr()
    assert run(["merge", str(city), str(parcel)]) == 1
    assert "没有签名，而本册登记了" in capsys.readouterr().out
    assert origin(city) is None
    assert run(["merge", str(city), str(parcel), "--despite", "对方电脑坏了，电话核对过"]) == 0
    assert "来源不符，理由：对方电脑坏了" in capsys.readouterr().out
    assert origin(city) == "false"


def test_each_sealed_package_may_have_a_password_of_its_own(
    file: Path, city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import getpass

    for region in ("410103", "410104", "410105"):
        with new_desk(tmp_path, unit(), filing(), region=region, name=f"{region}.zzd") as desk:
            path = desk.path
        (tmp_path / region).write_text(f"{'共同' if region != '410105' else region}的密码 2024", encoding="utf-8")
        common = [
            "package",
            str(path),
            "--year",
            "2024",
            "--out",
            str(tmp_path / f"{region}.zdp"),
            "--on",
            "2024-04-01",
        ]
        assert run([*common, "--seal", "--password-file", str(tmp_path / region)]) == 0
    answers = ["共同的密码 2024", "不知道的密码"]
    monkeypatch.setattr("zhengzhou_desk.cli.passwords.has_keyboard", lambda: True)
    monkeypatch.setattr(getpass, "getpass", lambda _: answers.pop(0))
    parcels = [str(tmp_path / f"{region}.zdp") for region in ("410103", "410104", "410105")]
    capsys.readouterr()
    assert run(["merge", str(city), *parcels]) == 1
    assert not answers, "the second was opened by what was typed for the first"
    said = capsys.readouterr().out.splitlines()
    assert [("已读入" in line, "密码不对" in line) for line in said] == [(True, False), (True, False), (False, True)]


def test_a_key_is_not_replaced_by_accident(computer: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["key", "code"]) == 2
    assert "还没有签名密钥" in capsys.readouterr().err
    assert run(["key", "new", "--password-file", str(file)]) == 0
    before = (computer / signing_key.FILE).read_bytes()
    assert run(["key", "new", "--password-file", str(file)]) == 2
    assert "--replace" in capsys.readouterr().err
    assert (computer / signing_key.FILE).read_bytes() == before
    assert run(["key", "new", "--replace", "--password-file", str(file)]) == 0
    assert json.loads((computer / signing_key.FILE).read_bytes())["public"] != json.loads(before)["public"]


def test_signing_needs_the_key_and_its_password(
    file: Path, district: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    common = ["package", str(district), "--year", "2024", "--out", str(tmp_path / "a.zdp"), "--sign"]
    assert run(common) == 2
    assert "还没有签名密钥" in capsys.readouterr().err
    assert run(["key", "new", "--password-file", str(file)]) == 0
    (tmp_path / "错").write_text("不是这个密码", encoding="utf-8")
    assert run([*common, "--key-password-file", str(tmp_path / "错")]) == 2
    assert "签名密钥的密码不对" in capsys.readouterr().err
    assert not (tmp_path / "a.zdp").exists()


def test_a_code_needs_a_region(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["codes", str(city), "--remove"]) == 2
    assert "--region" in capsys.readouterr().err
