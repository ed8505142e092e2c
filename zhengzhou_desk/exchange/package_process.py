"""The process that reads packages from outside: started by `package_reading`, confined, killed if need be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import LANGUAGES, Translatable, sentence
from zhengzhou_desk.exchange import package
from zhengzhou_desk.exchange.confined import confine
from zhengzhou_desk.records.submission import as_rows

# What an answer is called: its package's name and this ending; it is whole when it has the name.
ANSWER, UNFINISHED = ".json", ".part"


def main(arguments: list[str]) -> int:
    """Reads the packages in the folder named first, in the order of their names from the second one on.

    Beside each it writes what is in it, or the reason why not. The third is how many seconds that may take in all.
    """
    folder, first, seconds = Path(arguments[0]), arguments[1], float(arguments[2])
    confine(folder, seconds)
    for path in sorted(folder.iterdir()):
        if not path.suffix and path.name >= first:
            draft = path.with_suffix(UNFINISHED)
            draft.write_text(json.dumps(_said(path), ensure_ascii=False), encoding="utf-8", errors="surrogatepass")
            draft.replace(path.with_suffix(ANSWER))
    return 0


def _sent(value: object) -> object:
    """A field of a refusal as it travels: what has words in each language keeps them."""
    if isinstance(value, Translatable):
        return {lang: value.text(lang) for lang in LANGUAGES}
    return value if isinstance(value, int) else str(value)


def _said(path: Path) -> dict[str, Any]:
    try:
        read = package.read_package(path)
    except Refused as refused:
        return {
            "refused": refused.message.template,
            "fields": {name: _sent(value) for name, value in refused.message.fields},
        }
    except MemoryError:
        return {"refused": sentence("{path} 需要的内存太多，不予读取"), "fields": {}}
    signature = None if read.signature is None else [read.signature.code, read.signature.is_right]
    return {"manifest": read.manifest, "units": as_rows(read.units), "digest": read.digest, "signature": signature}
