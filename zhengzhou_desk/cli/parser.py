"""The parser of the command line, with its help in the language asked for."""

from __future__ import annotations

import argparse
import datetime
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from zhengzhou_desk import __version__
from zhengzhou_desk.common.atomic_file import PDF, WORD, XLSX, refuse_ending, refuse_target
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import CHINESE, LANGUAGES, message
from zhengzhou_desk.common.protected_files import BOOK_ENDING, PACKAGE_ENDING
from zhengzhou_desk.policy.pack_file import PACK_ENDING
from zhengzhou_desk.records.kinds import Day, Year

if TYPE_CHECKING:
    from collections.abc import Sequence

    from _typeshed import SupportsWrite

COMMANDS = (
    "demo",
    "new",
    "import",
    "export",
    "check",
    "notices",
    "summary",
    "accounts",
    "bulletin",
    "assess",
    "package",
    "merge",
    "submissions",
    "verify",
    "backup",
    "restore",
    "key",
    "codes",
    "rescue",
    "upgrade",
    "diagnose",
    "copies",
    "compare",
    "open-year",
    "followups",
    "quotas",
    "policy",
    "manual",
    "forget",
    "journal",
    "open",
)


def language_of(given: Sequence[str]) -> str:
    """The language asked for anywhere in the arguments, before anything else is understood."""
    for place, word in enumerate(given):
        if word.startswith("--lang="):
            return word.removeprefix("--lang=") if word.removeprefix("--lang=") in LANGUAGES else CHINESE
        if word == "--lang" and place + 1 < len(given):
            return given[place + 1] if given[place + 1] in LANGUAGES else CHINESE
    return CHINESE


# What argparse says, in English whatever is asked for, and how we refuse instead.
_REFUSALS = (
    (r"the following arguments are required: (?P<what>.+)", message("缺少 {what}。用法见 {program} --help")),
    (r"unrecognized arguments: (?P<what>.+)", message("不认识 {what}。用法见 {program} --help")),
    (r"argument (?P<option>.+?): expected .*arguments?", message("{option} 后面缺少内容。用法见 {program} --help")),
    (r"argument (?P<option>.+?): invalid choice: (?P<what>.+) \(choose from (?P<choices>.+)\)",
     message("{option} 不能是 {what}，可用的有 {choices}。用法见 {program} --help")),
    (r"argument (?P<option>.+?): invalid .*value: (?P<what>.+)",
     message("{option} 不能是 {what}。用法见 {program} --help")),
    (r"argument (?P<option>.+?): ignored explicit argument (?P<what>.+)",
     message("{option} 后面不能带 {what}。用法见 {program} --help")),
    (r"ambiguous option: (?P<option>.+) could match (?P<choices>.+)",
     message("{option} 不止一种意思（{choices}），请写全。用法见 {program} --help")),
)  # fmt: skip


class Parser(argparse.ArgumentParser):
    """An ArgumentParser whose errors are refusals in one sentence."""

    def error(self, said: str) -> NoReturn:
        """Refuses a command line in our own sentences instead of argparse's."""
        for pattern, refusal in _REFUSALS:
            found = re.fullmatch(pattern, said, re.DOTALL)
            if found is not None:
                raise Refused(refusal.template, program=self.prog, **found.groupdict())
        raise Refused("命令写得不对。用法见 {program} --help", program=self.prog)

    def _print_message(self, text: str, file: SupportsWrite[str] | None = None) -> None:
        """Writes help, and raises where it cannot be written: argparse would ignore that."""
        if text:
            (file or sys.stderr).write(text)


def parser(lang: str) -> Parser:  # noqa: PLR0915 - one list of commands
    """The whole command line."""

    def say(template: str) -> str:
        return message(template).text(lang).replace("%", "%%")

    class Help(argparse.HelpFormatter):
        """Help whose headings are in the language asked for."""

        def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
            super().add_usage(usage, actions, groups, say("用法：") if prefix is None else prefix)

    top = Parser(
        prog="zhengzhou-desk",
        formatter_class=Help,
        description=say("郑采台账：脱贫地区农副产品采购预留份额台账"),
        add_help=False,
    )
    _common(top, say)
    top.add_argument("--version", action="version", version=f"zhengzhou-desk {__version__}", help=say("版本"))
    commands = top.add_subparsers(dest="command", metavar=say("命令"), parser_class=Parser)

    def command(name: str, about: str, *, book: bool = True) -> Parser:
        made = commands.add_parser(name, help=about, description=about, add_help=False, formatter_class=Help)
        _common(made, say)
        if book:
            made.add_argument("book", type=Path, metavar=say("账册"), help=say("账册文件，习惯上是 *.zzd"))
        return made

    demo = command("demo", say("在示例县上把主要工作做一遍，并打开窗口"), book=False)
    demo.add_argument("--out", type=Path, metavar=say("文件夹"), help=say("写到哪个文件夹"))
    demo.add_argument("--no-window", action="store_true", help=say("不打开窗口"))

    new = command("new", say("新建一本空账册"))
    new.add_argument("--region", required=True, metavar=say("代码"), help=say("行政区划代码，如 410105"))
    new.add_argument("--bureau", required=True, metavar=say("名称"), help=say("财政局名称"))
    _year(new, say, required=True)

    take = command("import", say("导入电子表格"))
    take.add_argument("files", type=Path, nargs="+", metavar=say("文件"))
    _year(take, say)
    take.add_argument("--dry-run", action="store_true", help=say("只看会怎样，不改账册"))
    take.add_argument(
        "--map", action="append", default=[], type=_mapped, metavar=say("表头=列名"),
        help=say("表格里的这个表头是哪一列，可以写几次；等号后空着的不读"),
    )  # fmt: skip
    take.add_argument("--skip-refused", action="store_true", help=say("有被拒绝的行时，其余的照样导入"))
    take.add_argument("--json", action="store_true", help=say("输出 JSON"))

    give = command("export", say("导出公开格式的工作簿"))
    _out(give, say, XLSX)
    _year(give, say)
    give.add_argument("--no-contacts", action="store_true", help=say("不写联系人、电话和地址"))

    check = command("check", say("列出某日的审核结果"))
    _year(check, say)
    _on(check, say)
    check.add_argument("--unit", metavar=say("单位编码"), help=say("只看一个单位"))
    answer = check.add_mutually_exclusive_group()
    answer.add_argument("--json", action="store_true", help=say("输出 JSON"))
    answer.add_argument(
        "--submission", action="store_true", help=say("上报前检查：未处理、未确认、不相符的和上次上报以后改了的")
    )
    check.add_argument("--report", type=Path, metavar=say("文件"), help=say("把审核清单按主管部门写成 *.xlsx"))

    notices = command("notices", say("为预留不达标的单位各写一份通知书（PDF）"))
    _year(notices, say, required=True)
    notices.add_argument("--out", type=Path, required=True, metavar=say("文件夹"), help=say("写到哪个文件夹"))
    notices.add_argument("--unit", action="append", metavar=say("单位编码"), help=say("只为这个单位，可以写多次"))
    notices.add_argument("--merged", type=_merged, metavar=say("文件"), help=say("另写一个合并的 PDF，供双面打印"))
    notices.add_argument("--reply-by", type=_day, metavar=say("年-月-日"), help=say("回复期限"))
    notices.add_argument(
        "--issue", action="store_true", help=say("正式发文：编号并记入通知书台账；已有没有办结的通知书的单位不再发")
    )
    notices.add_argument(
        "--again", action="store_true", help=say("再次督促：给通知书还没有办结的单位也再发，原来的改为已替代")
    )
    notices.add_argument("--word", action="store_true", help=say("每份另写一个可修改的 Word 文件，供公文系统流转"))
    notices.add_argument("--list", type=_list, metavar=say("文件"), help=say("另写邮件合并用的名单（*.xlsx）"))
    _on(notices, say)

    summary = command("summary", say("写出报市局的汇总工作簿"))
    _year(summary, say, required=True)
    _out(summary, say, XLSX)
    _on(summary, say)
    summary.add_argument(
        "--contacts", action="store_true", help=say("未填报及不达标清单带联系人和联系电话，供邮件合并")
    )

    summary.add_argument("--despite", metavar=say("理由"), help=say("有错误没有改正仍然上报的理由，写在封面上"))

    accounts = command("accounts", say("写出《采购人交易账号开通填报表》"))
    _out(accounts, say, XLSX)
    accounts.add_argument("--mark", action="store_true", help=say("并把表中的国有企业登记为已申请"))

    bulletin = command("bulletin", say("写出定期通报（PDF、docx 或 xlsx）"))
    _year(bulletin, say, required=True)
    _out(bulletin, say, PDF, WORD, XLSX)
    _on(bulletin, say)
    bulletin.add_argument("--keep", action="store_true", help=say("把本期数字存入账册，供下期对比"))

    assess = command("assess", say("写出考评表（xlsx 含得分依据，或 PDF、docx）"))
    _year(assess, say, required=True)
    _out(assess, say, XLSX, PDF, WORD)
    _on(assess, say)

    package = command("package", say("生成报市局的上报包"))
    _year(package, say, required=True)
    _out(package, say, PACKAGE_ENDING, ".zip")
    _on(package, say)
    package.add_argument("--contacts", action="store_true", help=say("包含各单位的联系人和电话"))
    package.add_argument("--despite", metavar=say("理由"), help=say("有错误没有改正仍然上报的理由，市局看得到"))
    package.add_argument("--record", action="store_true", help=say("在账册里记下这次上报，下次上报前检查时与它比较"))
    package.add_argument("--sign", action="store_true", help=say("用本局的签名密钥签名"))
    _password(package, say, "--key-password-file")
    _seal(package, say)

    merge = command("merge", say("把区县的上报包读入市级账册"))
    merge.add_argument("files", type=Path, nargs="+", metavar=say("文件"))
    merge.add_argument("--despite", metavar=say("理由"), help=say("来源不符的也读入，理由记入账册"))
    _password(merge, say)

    gather = command("submissions", say("把上报包写成供分析程序使用的数据集"), book=False)
    gather.add_argument("files", type=Path, nargs="+", metavar=say("文件"))
    gather.add_argument(
        "--parquet",
        type=Path,
        required=True,
        metavar=say("文件夹"),
        help=say("新文件夹，或以前写出的数据集（Parquet）"),
    )
    _password(gather, say)

    verify = command("verify", say("体检：检查账册是否完好"))
    verify.add_argument("--accept", action="store_true", help=say("看过在程序之外改动的地方后，确认账册的现有内容"))
    _password(verify, say)
    verify.add_argument("--head", metavar=say("链头"), help=say("核对印在文书、汇总封面或上报包中的账册校验"))
    backup = command("backup", say("做一份核对过的备份"))
    backup.add_argument("--out", type=Path, metavar=say("文件夹"), help=say("备份放在哪个文件夹"))
    _seal(backup, say)
    restore = command("restore", say("用备份恢复账册"))
    restore.add_argument("backup", type=Path, metavar=say("备份"), help=say("备份文件"))
    _password(restore, say)

    key = command("key", say("本局的签名密钥：生成，或显示核对码"), book=False)
    key.add_argument("job", choices=("new", "code"), metavar="new|code", help=say("new 生成，code 显示核对码"))
    key.add_argument("--replace", action="store_true", help=say("重新生成，原来的作废"))
    _password(key, say)

    codes = command("codes", say("市级账册：登记、删去或列出各区县的核对码"))
    codes.add_argument("--region", metavar=say("代码"), help=say("区县的行政区划代码"))
    codes.add_argument("--code", metavar=say("核对码"), help=say("对方在电话里念的 8 组数字"))
    codes.add_argument("--told-by", metavar=say("姓名"), help=say("谁告知的"))
    codes.add_argument("--remove", action="store_true", help=say("删去该区县的核对码"))
    rescue = command("rescue", say("把损坏的账册里还读得出的内容读进一本新账册"))
    rescue.add_argument(
        "--out", type=_new_book, required=True, metavar=say("新账册"), help=say("新账册放在哪里，不能是已有的文件")
    )
    command("upgrade", say("把旧格式的账册升级到本程序的格式，先留一份核对过的副本"))
    diagnose = command("diagnose", say("写出诊断信息（zip），交给帮您的人：没有账册里的内容和个人信息"), book=False)
    diagnose.add_argument("book", type=Path, nargs="?", metavar=say("账册"), help=say("不写就只有本程序的情况"))
    diagnose.add_argument(
        "--out", type=_target(".zip"), metavar=say("文件"), help=say("写到哪个文件（*.zip）；不写就在当前文件夹")
    )
    copies = command("copies", say("同一本账册的两份各自改过：比对，把另一份的步骤带过来"))
    copies.add_argument("other", type=Path, nargs="?", metavar=say("另一份"), help=say("不写就在账册旁边找"))
    copies.add_argument(
        "--take", type=_numbers, metavar=say("号"), help=say("带过来的步骤的号，如 12,13；all 是全部能带的")
    )
    beside = command("compare", say("名录比对：另一份单位名录（预算一体化、平台导出的）与账册比对"))
    beside.add_argument("file", type=Path, metavar=say("名录"), help=say("有单位名称和编码的电子表格，别的列不看"))
    beside.add_argument("--all", action="store_true", help=say("以前写明理由留下的差异也列出"))
    beside.add_argument("--json", action="store_true", help=say("输出 JSON"))
    begin = command("open-year", say("年度结转：开启新年度，说明带过来什么、上年还有什么没有了结"))
    _year(begin, say, required=True)
    _on(begin, say)
    begin.add_argument("--members", action="store_true", help=say("工会会员数也照上年带过来"))
    begin.add_argument("--dry-run", action="store_true", help=say("只看会怎样，不改账册"))
    follow = command("followups", say("督办台账：登记联系，列出逾期未兑现的承诺，写出电话名单"))
    _year(follow, say)
    _on(follow, say)
    follow.add_argument("--overdue", action="store_true", help=say("只列逾期未兑现的承诺"))
    follow.add_argument("--json", action="store_true", help=say("输出 JSON"))
    follow.add_argument("--note", nargs="+", metavar=say("单位编码"), help=say("登记与这些单位的一次联系"))
    follow.add_argument(
        "--by", metavar=say("方式"), help=say("call 电话（不写时）、visit 上门、message 微信短信、meeting 约谈")
    )
    follow.add_argument(
        "--result",
        metavar=say("结果"),
        help=say("promised 已承诺、informed 已告知、unreached 未联系上、disputed 有异议、settled 已改正"),
    )
    follow.add_argument("--whom", metavar=say("姓名"), help=say("联系的是谁"))
    follow.add_argument("--topic", metavar=say("事项"), help=say("为什么事"))
    follow.add_argument("--promised", metavar=say("日期"), help=say("单位承诺哪天完成"))
    follow.add_argument("--next", metavar=say("下一步"), help=say("接下来做什么"))
    follow.add_argument("--kept", nargs="+", metavar=say("单位编码"), help=say("登记这些单位的承诺已经兑现"))
    follow.add_argument("--call-list", type=Path, metavar=say("文件"), help=say("写出电话督办名单，*.xlsx"))
    follow.add_argument("--text", metavar=say("单位编码"), help=say("给这个单位的短信文字"))
    divide = command("quotas", say("任务分解：把下达的任务分到各单位，或列出完成情况"))
    _year(divide, say)
    _on(divide, say)
    divide.add_argument("--total", metavar=say("金额"), help=say("下达的任务，如 500万元；不写就列出完成情况"))
    divide.add_argument(
        "--by", default="reserve", choices=("reserve", "last_year", "total"),
        help=say("按什么分：reserve 本年预留（不写时）、last_year 上年预留、total 采购总额"),
    )  # fmt: skip
    divide.add_argument("--document", metavar=say("文号"), help=say("下达任务的文件"))
    divide.add_argument("--dry-run", action="store_true", help=say("只看会怎样，不改账册"))
    divide.add_argument("--out", type=Path, metavar=say("文件"), help=say("写出完成情况，*.xlsx"))
    law = command("policy", say("政策包：列出、查看、采用、停用，或把某年的政策数值写成一个文件"))
    law.add_argument(
        "job",
        choices=("list", "show", "take", "drop", "export"),
        metavar="list|show|take|drop|export",
        help=say("list 列出，show 看会改变什么，take 采用，drop 停用，export 写出"),
    )
    law.add_argument("file", type=Path, nargs="?", metavar=say("文件"), help=say("政策包，*.zdlaw；show 和 take 要写"))
    _year(law, say)
    law.add_argument("--yes", action="store_true", help=say("看过以后采用或停用；不写就只看会怎样"))
    law.add_argument(
        "--out", type=_target(PACK_ENDING), metavar=say("文件"), help=say("export 写到哪个文件（*.zdlaw）")
    )
    law.add_argument("--issuer", metavar=say("名称"), help=say("export：发出单位，不写就是本局"))
    law.add_argument(
        "--draft", type=Path, metavar=say("文件"), help=say("export：按这份草稿（*.toml）写，不按账册里现行的数值")
    )
    book = command("manual", say("使用手册写成一个 PDF，有目录、书签和图"), book=False)
    _out(book, say, PDF)
    forget = command("forget", say("删除过期的联系人、电话和地址"))
    forget.add_argument(
        "--before",
        type=_any_year,
        required=True,
        metavar=say("年度"),
        help=say("这一年以前撤销的单位、结束归属的国企，如 2020"),
    )
    forget.add_argument("--dry-run", action="store_true", help=say("只看会怎样，不改账册"))
    forget.add_argument(
        "--delete-backups", action="store_true", help=say("并删除还保存着已删除内容的备份，长期保留的除外")
    )
    forget.add_argument("--pinned-too", action="store_true", help=say("长期保留的备份和恢复前留下的账册也删除"))
    forget.add_argument("--sealed-too", action="store_true", help=say("加密的备份看不到里面，也删除"))
    journal = command("journal", say("导出日志供审计：谁、何时、改了什么、原来和现在、理由"))
    _out(journal, say, XLSX)
    _year(journal, say)
    command("open", say("打开窗口")).set_defaults(command="open")
    return top


def _common(made: argparse.ArgumentParser, say: _Say) -> None:
    made._positionals.title = say("位置参数")  # noqa: SLF001 - argparse has no other door to its headings
    made._optionals.title = say("选项")  # noqa: SLF001
    made.add_argument("-h", "--help", action="help", help=say("显示本说明"))
    made.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=say("语言：zh 中文，en 英文"))


def _year(made: argparse.ArgumentParser, say: _Say, *, required: bool = False) -> None:
    made.add_argument("--year", type=_year_number, required=required, metavar=say("年度"), help=say("年度，如 2024"))


def _on(made: argparse.ArgumentParser, say: _Say) -> None:
    made.add_argument("--on", type=_day, metavar=say("年-月-日"), help=say("以哪一天为准，如 2024-04-01；不写就是今天"))


def _password(made: argparse.ArgumentParser, say: _Say, name: str = "--password-file") -> None:
    made.add_argument(
        name, type=Path, metavar=say("文件"), help=say("从这个文件的第一行读密码；不写就在屏幕上问，不显示")
    )


def _seal(made: argparse.ArgumentParser, say: _Say) -> None:
    made.add_argument("--seal", action="store_true", help=say("用密码加密"))
    _password(made, say)


def _out(made: argparse.ArgumentParser, say: _Say, *endings: str) -> None:
    """Adds the option for the output file, which is checked before the long work begins."""
    about = say("写到哪个文件")
    made.add_argument(
        "--out", type=_target(*endings), required=True, metavar=say("文件"), help=f"{about} ({' '.join(endings)})"
    )


def _list(text: str) -> Path:
    """The list for a mail merge, which may go into the same folder."""
    refuse_ending(text, XLSX)
    return Path(text)


def _merged(text: str) -> Path:
    """The merged PDF, which may go into the folder of the others: that is only made before they are written."""
    refuse_ending(text, PDF)
    return Path(text)


def _new_book(text: str) -> Path:
    """The book that is made, which must not look like something else to the person and to other commands."""
    refuse_ending(text, BOOK_ENDING)
    return Path(text)


def _target(*endings: str) -> Callable[[str], Path]:
    def place(text: str) -> Path:
        refuse_target(text, *endings)
        return Path(text)

    return place


def _numbers(text: str) -> tuple[int, ...]:
    """Numbers of steps with commas between; none at all stands for every step that can be taken."""
    if text.strip().lower() == "all":
        return ()
    try:
        found = tuple(int(part) for part in text.replace("，", ",").split(",") if part.strip())
    except ValueError:
        found = ()
    if not found:
        raise Refused("--take 后面写步骤的号，如 12,13，或写 all")
    return found


# Whose days are asked for: beyond them no calendar reckons working days or the same day of last year.
_DAYS = range(2000, 2100)


def _day(text: str) -> datetime.date:
    try:
        given = Day().parse(text)
    except Refused as refused:
        raise Refused("日期不对：{reason}", reason=refused.message) from None
    if not isinstance(given, datetime.date):
        raise Refused("日期不能空着")
    if given.year not in _DAYS:
        raise Refused(
            "日期不对：{day} 不在 {first} 年到 {last} 年之间", day=given, first=_DAYS.start, last=_DAYS.stop - 1
        )
    return given


def _mapped(text: str) -> tuple[str, str]:
    """A heading of a sheet, and the column that it is ("": not to be read)."""
    heading, sign, name = text.rpartition("=")
    if not sign or not heading.strip():
        raise Refused("--map 要写成 表头=列名，如 采购额=预留份额")
    return heading.strip(), name.strip()


def _any_year(text: str) -> int:
    """A year of before there were reserves: units ended then too."""
    return _year_number(text, Year(least=1949))


def _year_number(text: str, kind: Year | None = None) -> int:
    try:
        given = (kind or Year()).parse(text)
    except Refused as refused:
        raise Refused("年度不对：{reason}", reason=refused.message) from None
    if not isinstance(given, int):
        raise Refused("年度不能空着")
    return given


if TYPE_CHECKING:
    from collections.abc import Callable

    _Say = Callable[[str], str]
