"""The command of policy packs: lists them, says what one would change, takes, drops or writes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.cli.opening import opened
from zhengzhou_desk.cli.run import DONE
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import counted, translated
from zhengzhou_desk.policy.pack_file import grouped
from zhengzhou_desk.policy.taken_packs import taken
from zhengzhou_desk.services import policy_packs

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from zhengzhou_desk.cli.run import Console
    from zhengzhou_desk.policy.pack_file import PolicyPack
    from zhengzhou_desk.services.desk import Desk
    from zhengzhou_desk.services.policy_packs import Preview


def policy(arguments: argparse.Namespace, console: Console) -> int:
    """Does one job about policy packs; nothing is changed before --yes is given."""
    job, changes = arguments.job, arguments.job in ("take", "drop") and arguments.yes
    with opened(arguments.book, console, writable=changes) as desk:
        if job == "list":
            _list(desk, console)
        elif job == "export":
            _export(desk, arguments, console)
        else:
            seen = _seen(desk, job, arguments)
            _say(seen, console)
            if changes:
                policy_packs.take(desk, seen)
                _done(job, seen.pack, console)
            else:
                console.tell("这是试看，账册没有改动")
    return DONE


def _seen(desk: Desk, job: str, arguments: argparse.Namespace) -> Preview:
    if job == "drop":
        return policy_packs.preview_drop(desk, _the_taken(desk, arguments.year))
    return policy_packs.preview(desk, policy_packs.read(_given(arguments.file)))


def _given(path: Path | None) -> Path:
    if path is None:
        raise Refused("请写明政策包文件")
    return path


def _the_taken(desk: Desk, year: int | None) -> PolicyPack:
    found = [pack for _, pack in taken(desk.tables) if year in (None, pack.year)]
    if not found:
        raise Refused("账册没有采用政策包")
    if len(found) > 1:
        raise Refused("账册采用了几个政策包，请用 --year 写明停用哪一年的；同一年有几个的在窗口里停用")
    return found[0]


def _list(desk: Desk, console: Console) -> None:
    for each in policy_packs.in_force(desk):
        if each.pack is None:
            console.tell(
                "随程序  {name}  {digest}", name=translated(each.name, console.lang), digest=grouped(each.digest)
            )
        else:
            console.tell(
                "已采用  {name} 从 {year} 年度起，{issuer} {day} 发出  {digest}",
                name=each.pack.region_name, year=each.pack.year, issuer=each.pack.issuer, day=each.pack.issued,
                digest=grouped(each.digest),
            )  # fmt: skip


def _export(desk: Desk, arguments: argparse.Namespace, console: Console) -> None:
    if arguments.out is None:
        raise Refused("请用 --out 写明写到哪个文件")
    if arguments.draft is not None:
        pack = policy_packs.from_draft(arguments.draft)
    else:
        pack = policy_packs.made(desk, arguments.year or desk.year, arguments.issuer or "")
    policy_packs.write(pack, arguments.out)
    console.tell(
        counted("已写出 {path}：{region} 从 {year} 年度起，{count} 个数值"),
        path=arguments.out, region=pack.region_name, year=pack.year, count=len(pack.values),
    )  # fmt: skip
    console.tell("摘要：{digest}", digest=grouped(pack.digest))


def _say(seen: Preview, console: Console) -> None:
    """What it is, and what would change in which year."""
    pack, lang = seen.pack, console.lang
    console.tell(
        "政策包：{region} 从 {year} 年度起，{issuer} {day} 发出",
        region=pack.region_name, year=pack.year, issuer=pack.issuer, day=pack.issued,
    )  # fmt: skip
    console.tell("摘要：{digest}", digest=grouped(pack.digest))
    for source in pack.sources:
        console.tell("出处：{source}", source=source)
    for year in seen.years:
        rows = [row for row in seen.values if row.year == year]
        console.tell(counted("{year} 年度：{count} 个数值不同"), year=year, count=len(rows))
        for row in rows:
            console.tell(
                "  {name}：{before} → {after}（{ground}）",
                name=policy_packs.label(row.name, lang),
                before=policy_packs.shown(row.name, row.before, lang),
                after=policy_packs.shown(row.name, row.after, lang),
                ground=policy_packs.stated_by(seen.packs_after, row.after, lang) or "—",
            )
        impact = seen.impact.get(year)
        if impact is not None:
            console.tell(
                counted("  审核结果：多出 {count} 条，消失 {gone} 条"),
                count=len(impact.appearing), gone=len(impact.vanishing),
            )  # fmt: skip
    for name in seen.own:
        console.tell("本局另有规定、不随政策包改变：{name}", name=policy_packs.label(name, lang))


def _done(job: str, pack: PolicyPack, console: Console) -> None:
    if job == "drop":
        console.tell("已停用 {region} 从 {year} 年度起的政策包", region=pack.region_name, year=pack.year)
    else:
        console.tell("已采用，从 {year} 年度起按它判断", year=pack.year)
