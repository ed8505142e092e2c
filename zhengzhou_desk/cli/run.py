"""Running a command: parsing its arguments, printing a refusal in one sentence, its exit status."""

from __future__ import annotations

import argparse
import codecs
import datetime
import importlib
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from zhengzhou_desk.cli import parser
from zhengzhou_desk.common.errors import Refused, system_words
from zhengzhou_desk.common.messages import localized, message
from zhengzhou_desk.common.settings import user

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zhengzhou_desk.common.messages import Translatable

DONE, FOUND, REFUSED = 0, 1, 2
SELFTEST = "--selftest"
# The encodings in which a console can show Chinese.
_CHINESE_CODES = ("utf-8", "gbk", "gb18030", "gb2312")
__all__ = ["DONE", "FOUND", "REFUSED", "Console", "now", "run", "user"]

# Where each command's work is done; loaded only when it is asked for.
_FUNCTIONS = {
    "demo": ("demo", "demo"),
    "new": ("books", "new"),
    "import": ("workbooks", "import_files"),
    "export": ("workbooks", "export_book"),
    "check": ("check", "check"),
    "notices": ("documents", "notices"),
    "summary": ("workbooks", "summary"),
    "accounts": ("workbooks", "accounts"),
    "bulletin": ("documents", "bulletin"),
    "assess": ("documents", "assess"),
    "package": ("submissions", "package"),
    "merge": ("submissions", "merge"),
    "submissions": ("submissions", "submissions_as_data"),
    "verify": ("books", "verify"),
    "backup": ("books", "backup"),
    "restore": ("books", "restore"),
    "key": ("keys", "key"),
    "codes": ("keys", "codes"),
    "rescue": ("books", "rescue"),
    "upgrade": ("books", "upgrade"),
    "diagnose": ("books", "diagnose"),
    "copies": ("copies", "copies"),
    "compare": ("compare", "compare"),
    "open-year": ("years", "open_year"),
    "followups": ("followups", "followups"),
    "quotas": ("quotas", "quotas"),
    "policy": ("policy", "policy"),
    "manual": ("manual", "manual"),
    "forget": ("personal", "forget"),
    "journal": ("books", "journal"),
    "open": ("window", "window"),
}


class Console:
    """Prints sentences at the command line, in the language asked for."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def say(self, sentence: Translatable) -> None:
        """Prints a sentence in the language asked for."""
        print(sentence.text(self.lang))

    def tell(self, template: str, /, **fields: object) -> None:
        """A sentence from a literal template."""
        self.say(message(template, **fields))

    def remark(self, sentence: Translatable) -> None:
        """Says on standard error what is no part of the command's answer."""
        with suppress(OSError):
            print(sentence.text(self.lang), file=sys.stderr, flush=True)

    def words(self, value: object) -> str:
        """A value or sentence as words in the language asked for."""
        return str(localized(value, self.lang))


def run(given: Sequence[str]) -> int:
    """Runs one command; returns 0 done, 1 found errors or refused rows, 2 cannot be carried out."""
    lang = parser.language_of(given)
    _use_utf8()
    try:
        status = _done(given, lang)
        if sys.stdout is not None:
            sys.stdout.flush()  # here, where it can still be said that the output did not get out
        return status  # noqa: TRY300 - what goes wrong with the flush is answered below
    except Refused as refused:
        return _refused(refused, lang)
    except KeyboardInterrupt:
        return _refused(message("已中断，没有写完的不算数"), lang)
    except BrokenPipeError:
        # The reader of our output has gone, e.g. `| head`: nothing is wrong with the work.
        _discard_output()
        return DONE
    except OSError as error:
        # System errors that no other place has turned into a refusal: the disk, the temporary folder, the output
        # itself.
        _discard_output()
        return _refused(message("系统没有让这一步做完：{reason}", reason=system_words(error)), lang)
    except UnicodeEncodeError:
        return _refused(
            message("这里的语言环境写不了这样的文件名。请把语言环境设为 UTF-8（如 LC_ALL=C.UTF-8）再试"), lang
        )
    except MemoryError:
        return _refused(message("内存不足，这一步没有做完。请关闭一些程序后再试"), lang)


def _done(given: Sequence[str], lang: str) -> int:
    if list(given[:1]) == [SELFTEST]:  # for whoever builds a package; no command of a clerk
        return _called("selftest", "selftest")(argparse.Namespace(), Console(lang))
    try:
        arguments = parser.parser(lang).parse_args(_with_command(given))
    except SystemExit as told:  # help and version, which argparse prints itself
        return DONE if not told.code else REFUSED
    return _command(arguments.command)(arguments, Console(lang))


def _refused(why: Translatable, lang: str) -> int:
    """Says in one line why not, whatever line breaks stand in a heading or a name that it tells."""
    with suppress(OSError):
        print(" ".join(why.text(lang).splitlines()), file=sys.stderr, flush=True)
    return REFUSED


def _discard_output() -> None:
    """Discards buffered output, about which Python would complain at exit."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def now() -> datetime.datetime:
    """The computer's clock."""
    return datetime.datetime.now()  # noqa: DTZ005 - a clerk's book keeps the clerk's own time


def _with_command(given: Sequence[str]) -> list[str]:
    """`BOOK` alone means: open the window on it."""
    words = list(given)
    for place, word in enumerate(words):
        if word.startswith("-") or (place and words[place - 1] == "--lang"):
            continue
        return words if word in parser.COMMANDS else [*words[:place], "open", *words[place:]]
    if any(word in ("-h", "--help", "--version") for word in words):
        return words
    return [*words, "open", ""]


def _command(name: str) -> Callable[[argparse.Namespace, Console], int]:
    return _called(*_FUNCTIONS[name])


def _called(module: str, function: str) -> Callable[[argparse.Namespace, Console], int]:
    found = importlib.import_module(f"zhengzhou_desk.cli.{module}")
    command: Callable[[argparse.Namespace, Console], int] = getattr(found, function)
    return command


def _use_utf8() -> None:
    """Makes Chinese text printable on any console: a character that it lacks must not end the program."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, TypeError, ValueError, LookupError):
            if codecs.lookup(stream.encoding).name not in _CHINESE_CODES:
                stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
            stream.reconfigure(errors=_ALIKE)  # type: ignore[union-attr]


def _replaced_for_gbk(error: UnicodeError) -> tuple[str, int]:
    """An encoding error handler: a similar character for one that a GBK console lacks."""
    assert isinstance(error, UnicodeEncodeError)
    return "".join(_MARKS.get(character, "?") for character in error.object[error.start : error.end]), error.end


# The marks of `verify`: as question marks, sound and damaged would look the same.
_ALIKE, _MARKS = "zhengzhou_desk.alike", {"✓": "√", "✗": "×"}
codecs.register_error(_ALIKE, _replaced_for_gbk)
