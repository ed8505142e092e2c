"""The process that reads packages from outside: started by `package_reading`, confined, killed if need be."""

from __future__ import annotations

import json
from pathlib import Path

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.gc_pause import gc_paused
from zhengzhou_desk.common.messages import LANGUAGES, Translatable, sentence
from zhengzhou_desk.exchange import package
from zhengzhou_desk.exchange.confined import confine

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
            with gc_paused():
                draft.write_text(_said(path), encoding="utf-8", errors="surrogatepass")
            draft.replace(path.with_suffix(ANSWER))
    return 0


def _sent(value: object) -> object:
    """A field of a refusal as it travels: what has words in each language keeps them."""
    if isinstance(value, Translatable):
        return {lang: value.text(lang) for lang in LANGUAGES}
    return value if isinstance(value, int) else str(value)


def _said(path: Path) -> str:
    """What is in a package as JSON: its manifest and its units as they stand there, which were looked at."""
    try:
        read = package.checked_package(path)
    except Refused as refused:
        fields = {name: _sent(value) for name, value in refused.message.fields}
        return json.dumps({"refused": refused.message.template, "fields": fields}, ensure_ascii=False)
    except MemoryError:
        return json.dumps({"refused": sentence("{path} 需要的内存太多，不予读取"), "fields": {}}, ensure_ascii=False)
    signature = None if read.signature is None else [read.signature.code, read.signature.is_right]
    beside = json.dumps({"digest": read.digest, "signature": signature}, ensure_ascii=False)
    manifest, units = _text(read.parts[package.MANIFEST]), _text(read.parts[package.UNITS])
    return f'{{"manifest": {manifest}, "units": {units}, "beside": {beside}}}'


def _text(content: bytes) -> str:
    """A part as the text that `json.loads` takes it for."""
    return content.decode(json.detect_encoding(content), "surrogatepass")
