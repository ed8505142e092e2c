"""Commands between district and city: writing a package, and taking packages into the city's book or a data set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.cli import keys, passwords
from zhengzhou_desk.cli.opening import opened
from zhengzhou_desk.cli.run import DONE, FOUND, now, user
from zhengzhou_desk.common.messages import counted, message
from zhengzhou_desk.common.sealing import wrong_password
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.records.submission import remarks_of
from zhengzhou_desk.services import data_set, submissions
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from zhengzhou_desk.cli.run import Console
    from zhengzhou_desk.common.errors import Refused
    from zhengzhou_desk.records import Submission


def package(arguments: argparse.Namespace, console: Console) -> int:
    """Writes the submission of a year as one file; signed and sealed where that is asked for."""
    private, password = _private(arguments, console), passwords.to_seal(arguments, console)
    with Desk.opened(
        arguments.book, clock=now, who=user(), writable=False, on=arguments.on, year=arguments.year
    ) as desk:
        made = submissions.report(
            desk, arguments.out, arguments.year, now=now(), contacts=arguments.contacts, private=private,
            password=password, despite=arguments.despite,
        )  # fmt: skip
    console.tell(
        counted("已生成 {year} 年度上报包 {path}：{count} 个单位"),
        year=arguments.year, path=arguments.out, count=made.units,
    )  # fmt: skip
    _say_open(made, console)
    if arguments.record:
        with opened(arguments.book, console) as desk:
            submissions.note(desk, made)
    return DONE


def _say_open(made: Submission, console: Console) -> None:
    """Says which errors the package tells the city of, and how to say why; it is made all the same."""
    said = remarks_of(made)
    if said is not None and said.errors and said.despite is None:
        console.tell(
            counted("注意：还有 {count} 条错误没有改正，市局会看到。可用 --despite 写明理由，与上报包一同上报"),
            count=said.errors,
        )


def _private(arguments: argparse.Namespace, console: Console) -> bytes | None:
    """The bureau's private key, where the package is to be signed."""
    if not arguments.sign:
        return None
    key, file = keys.own(Settings.of_user().folder), arguments.key_password_file
    question = message("签名密钥的密码（不显示）：")
    return key.opened(passwords.in_file(file) if file is not None else passwords.asked(question, console))


def merge(arguments: argparse.Namespace, console: Console) -> int:
    """Takes valid packages into the book, as one step; 1 where a file was older or refused."""
    unlocked = _unlocked(arguments, console)  # before the book is locked, since somebody types
    with opened(arguments.book, console) as desk:
        despite = dict.fromkeys(arguments.files, arguments.despite) if arguments.despite else None
        verdicts = submissions.examine(desk, arguments.files, unlocked=unlocked, despite=despite)
        submissions.apply(desk, verdicts)
    for verdict in verdicts:
        console.say(verdict.sentence())
        remark = verdict.remark()
        if remark is not None:
            console.say(remark)
    return FOUND if any(verdict.state in (submissions.OLDER, submissions.NOT_TAKEN) for verdict in verdicts) else DONE


def submissions_as_data(arguments: argparse.Namespace, console: Console) -> int:
    """Writes packages as a data set for analysis engines; 1 where a file was older or refused."""
    data_set.refuse_without_engine()  # before anybody types a password
    verdicts = data_set.write(
        arguments.files, arguments.parquet, now().date(), unlocked=_unlocked(arguments, console)
    )  # fmt: skip
    for verdict in verdicts:
        console.say(verdict.sentence())
    return FOUND if any(verdict.state in (data_set.OLDER, data_set.REFUSED) for verdict in verdicts) else DONE


def _unlocked(arguments: argparse.Namespace, console: Console) -> dict[Path, bytes | Refused]:
    """What comes out of sealed packages: by the password in the file, else by one typed for each that is left."""
    opened: dict[Path, bytes | Refused] = {}
    locked = submissions.sealed_files(arguments.files)
    for path in locked:
        if path in opened:
            continue
        password = passwords.to_open(path, arguments.password_file, console)
        if password is None:
            continue
        left = [other for other in locked if other not in opened]
        opened |= submissions.unlock(left, password)
        if path not in opened:
            opened[path] = wrong_password(path)
    return opened
