"""Commands for signing keys: the bureau's own on this computer, and the districts' codes in the city's book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.cli import passwords
from zhengzhou_desk.cli.run import DONE, now, user
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.records import DistrictCode
from zhengzhou_desk.services import district_codes, signing_key
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from zhengzhou_desk.cli.run import Console


def key(arguments: argparse.Namespace, console: Console) -> int:
    """Makes the bureau's key, or says its code."""
    folder = Settings.of_user().folder
    if arguments.job == "new":
        if signing_key.is_there(folder) and not arguments.replace:
            raise Refused("这台电脑上已经有签名密钥。要重新生成请加 --replace：原来的作废，要把新的核对码告诉市局")
        made = signing_key.make(
            folder, passwords.new(arguments.password_file, console), now(), replace=arguments.replace
        )
        console.tell("已生成签名密钥，保存在 {path}", path=made.path)
    else:
        made = own(folder)
    console.tell("核对码：{code}", code=made.code)
    return DONE


def own(folder: Path) -> signing_key.SigningKey:
    """The key of this computer. Refuses where there is none."""
    found = signing_key.kept(folder)
    if found is None:
        raise Refused("这台电脑上还没有签名密钥。请先用 key new 生成，或在“账册”→“签名密钥…”里生成")
    return found


def codes(arguments: argparse.Namespace, console: Console) -> int:
    """Registers the code of a district in the city's book, takes one out, or lists what is kept."""
    changes = arguments.code is not None or arguments.remove
    if changes and arguments.region is None:
        raise Refused("请用 --region 写明是哪个区县")
    with Desk.opened(arguments.book, clock=now, who=user(), writable=changes) as desk:
        district_codes.refuse_no_city(desk)
        if arguments.remove:
            district_codes.forget(desk, arguments.region)
        elif changes:
            district_codes.register(desk, arguments.region, arguments.code, told_by=arguments.told_by or "")
        rows = sorted(desk.tables.all(DistrictCode), key=lambda row: row.region)
        for row in rows:
            console.tell(
                "{region} {name}  {code}  {day} 登记",
                region=row.region, name=district_codes.name_of(desk, row.region), code=row.code, day=row.since,
            )  # fmt: skip
    if not rows:
        console.tell("还没有登记区县的核对码")
    return DONE
