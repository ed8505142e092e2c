"""Mutants: spreadsheets and packages changed byte by byte, part by part, tag by tag and value by value."""

from __future__ import annotations

import hashlib
import io
import json
import random
import re
import struct
import zipfile
from typing import TYPE_CHECKING, Any, TypeAlias

from zhengzhou_desk.common.protected_files import PACKAGE_PARTS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_MANY = (3, 50, 1_000, 30_000)
# A mutant is no larger than a program would read at all: it is made in the process whose memory is judged.
_LARGEST, _LARGEST_LIST = 5_000_000, 100_000
_TEXTS = (
    "", " ", "\0", "\x0b", "\ud800", "\ufeff", "\ufffe", "=1+1", "@x", "1e999", "-1e999", "nan", "1" * 400, "0.1" + "0" * 300 + "1", "٣", "１２",
    "2024-02-30", "9999-12-31", "0000-00-00", "<b>", "&#0;", "&x;", "&#x110000;", "额" * 40_000, "../../x", "\r\n", '"', "'", "true", "#REF!",
)  # fmt: skip


# -- bytes -------------------------------------------------------------------------------------------------


def bytes_changed(chance: random.Random, sound: bytes) -> bytes:
    """Some bytes other, missing, doubled, or the end cut off."""
    content = bytearray(sound)
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(content) or 1)
        kind = chance.random()
        if kind < 0.15:
            del content[place : place + chance.randint(1, 40)]
        elif kind < 0.25:
            content[place:place] = content[place : place + chance.randint(1, 200)]
        elif kind < 0.28:
            del content[place:]
        elif content:
            content[place % len(content)] = chance.randrange(256)
    return bytes(content)


# -- parts of a packed file --------------------------------------------------------------------------------


def parts_of(packed: bytes) -> dict[str, bytes]:
    """The parts of a packed file."""
    with zipfile.ZipFile(io.BytesIO(packed)) as file:
        return {name: file.read(name) for name in file.namelist()}


def together(parts: dict[str, bytes], *more: tuple[str, bytes]) -> bytes:
    """A packed file of these parts; `more` may repeat a name."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in (*parts.items(), *more):
            file.NameToInfo.pop(name, None)  # a second one of a name is wanted here
            file.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def packing_changed(chance: random.Random, sound: bytes) -> bytes:
    """Parts exchanged, missing, doubled, many, packed once more, or with sizes and kinds that are not true."""
    parts = parts_of(sound)
    names = list(parts)
    one, other = chance.choice(names), chance.choice(names)
    kind = chance.choice(("swap", "drop", "double", "double other", "many", "nested", "names", "lies", "lies", "lies"))
    if kind == "swap":
        parts[one], parts[other] = parts[other], parts[one]
    elif kind == "drop":
        del parts[one]
    elif kind == "double":
        return together(parts, (one, parts[one]))
    elif kind == "double other":
        return together(parts, (chance.choice((one, one.upper(), f"/{one}", one.replace("/", "\\"))), parts[other]))
    elif kind == "many":
        parts |= {f"xl/media/{number}.xml": b"<x/>" for number in range(chance.choice((100, 2_500)))}
    elif kind == "nested":
        parts[one] = sound
    elif kind == "names":
        parts[chance.choice(("../../x", "/etc/x", "C:\\x", "x" * 60_000, "\0", "xl/worksheets/", "额"))] = parts.pop(
            one
        )
    else:
        return _lying(chance, together(parts))
    return together(parts)


def _lying(chance: random.Random, packed: bytes) -> bytes:
    """The list of parts says something else about one of them."""
    content = bytearray(packed)
    places = [found.start() for found in re.finditer(b"PK\x01\x02", packed)]
    # Flags, method, sum, packed size, size, place.
    field, size = chance.choice(((8, 2), (10, 2), (16, 4), (20, 4), (24, 4), (42, 4)))
    value = chance.choice((0, 1, 8, 12, 14, 99, 2**16 - 1, 2**31 - 1, 2**32 - 1, chance.randrange(2**16))) % 256**size
    at = chance.choice(places) + field
    content[at : at + size] = value.to_bytes(size, "little")
    return bytes(content)


def part_changed(
    chance: random.Random, sound: bytes, ending: str, change: Callable[[random.Random, str], str | bytes]
) -> bytes:
    """One of the parts with this ending, changed as a text."""
    parts = parts_of(sound)
    name = chance.choice([name for name in parts if name.endswith(ending)])
    changed = change(chance, parts[name].decode())
    parts[name] = changed.encode("utf-8", "surrogatepass") if isinstance(changed, str) else changed
    return together(parts)


# -- markup ------------------------------------------------------------------------------------------------


def markup_changed(chance: random.Random, text: str) -> str | bytes:
    """Tags unclosed, repeated, nested deeply; attributes and values of all sorts; entities; other encodings."""
    tags = [found.span() for found in re.finditer(r"<[^<>]+>", text)] or [(0, len(text))]
    return chance.choice(_MARKUP)(chance, text, *chance.choice(tags))


def _unclosed(chance: random.Random, text: str, start: int, end: int) -> str:
    return text[:start] + text[end:] if chance.random() < 0.7 else text[:start]


def _repeated(chance: random.Random, text: str, start: int, end: int) -> str:
    last = text.find(">", min(end + chance.randrange(2_000), len(text))) + 1
    piece = text[start : max(end, last)]
    return text[:start] + piece * min(chance.choice(_MANY), 2_000, _LARGEST // len(piece) + 1) + text[start:]


def _deep(chance: random.Random, text: str, start: int, end: int) -> str:
    return (
        text[:end] + chance.choice(("<a>", "<table>", "<row>", "<table><tr><td>")) * chance.choice(_MANY) + text[end:]
    )


def _attribute(chance: random.Random, text: str, start: int, end: int) -> str:
    value = chance.choice((*_TEXTS, "y" * 2_000_000, "1000000000", "-1"))
    name = chance.choice(
        ("r", "x", "t", "colspan", "rowspan", "s", "table:number-columns-repeated", "table:number-rows-repeated")
    )
    return f'{text[: end - 1]} {name}="{value}"{text[end - 1 :]}'


def _entities(chance: random.Random, text: str, start: int, end: int) -> str:
    ten = "".join(f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 10))
    kinds = (
        f'<!DOCTYPE x [<!ENTITY e0 "x">{ten}]>',
        '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
        "<!DOCTYPE x [" + "<!ENTITY a 'b'>" * 9_999,
    )
    return chance.choice(kinds) + text[:end] + "&e9;" + text[end:]


def _place(chance: random.Random, text: str, start: int, end: int) -> str:
    place = chance.choice(("XFD1048576", "A1048576", "A0", "A-1", "ZZZZ1", "", "1", "A99999999999999999999"))
    return re.sub(r'r="[A-Z]+\d+"', f'r="{place}"', text, count=chance.choice((1, 0)))


def _encoded(chance: random.Random, text: str, start: int, end: int) -> bytes:
    return text.encode(chance.choice(("utf-16", "gb18030", "utf-7", "utf-32")), "replace")


def _between(chance: random.Random, text: str, start: int, end: int) -> str:
    what = chance.choice(
        ("<!-- x -->", "<![CDATA[x]]>", "<?x y?>", "]]>", "\0", "&", "<", "<!--", "<script>", "<style>")
    )
    return text[:end] + what + text[end:]


def _many(chance: random.Random, text: str, start: int, end: int) -> str:
    what = chance.choice(
        ("<v/>", "<c/>", "<row/>", "<!---->", "<td>", "&amp;", "<x y='z'/>", "<tr>", "<", "&", "<table:table-row/>")
    )
    return text[:end] + what * chance.choice((1_000, 300_000)) + text[end:]


def _value_changed(chance: random.Random, text: str, *_: int) -> str:
    """What stands between two tags, or in quotes, is another."""
    places = [found.span(1) for found in re.finditer(r'>([^<>]+)<|="[^"]*"', text) if found.group(1)]
    places += [found.span(1) for found in re.finditer(r'="([^"]*)"', text)]
    if not places:
        return text
    start, end = chance.choice(places)
    return text[:start] + chance.choice(_TEXTS) + text[end:]


_Change: TypeAlias = "Callable[[random.Random, str, int, int], str | bytes]"
_MARKUP: tuple[_Change, ...] = (
    _value_changed, _value_changed, _value_changed, _unclosed, _repeated, _deep, _attribute, _attribute, _entities, _place, _encoded, _between,
    _many,
)  # fmt: skip


# -- plain text --------------------------------------------------------------------------------------------


def text_changed(chance: random.Random, text: str) -> str | bytes:
    """Cells and lines repeated, quotes left open, other separators, other encodings."""
    place = chance.randrange(len(text))
    kind = chance.choice(("value", "value", "quote", "separator", "repeat", "wide", "long", "encoding", "mixed"))
    if kind == "value":
        cells = re.split(r"([,\t\n])", text)
        cells[chance.randrange(len(cells))] = chance.choice(_TEXTS)
        return "".join(cells)
    if kind == "quote":
        return text[:place] + chance.choice(('"', '""', "'", '"\n')) + text[place:]
    if kind == "separator":
        return text.replace(",", chance.choice((";", "|", "，", "\t", " ", "\0", "\n", ",,")))
    if kind == "repeat":
        line = text[text.find("\n") :]
        return text + line * min(chance.choice(_MANY), _LARGEST // len(line))
    if kind == "wide":
        return text[:place] + "," * chance.choice((600, 200_000)) + text[place:]
    if kind == "long":
        return text[:place] + "x" * chance.choice((40_000, 3_000_000)) + text[place:]
    if kind == "mixed":
        return text.encode() + text.encode("gb18030") + text.encode("utf-16")
    return text.encode(chance.choice(("utf-16", "utf-16-be", "gb18030", "utf-32", "utf-7", "big5", "cp037")), "replace")


# -- packages ----------------------------------------------------------------------------------------------


def package_changed(chance: random.Random, sound: bytes) -> bytes:
    """A package with some value of another sort; mostly with digests that are right again."""
    parts = parts_of(sound)
    manifest, units, said = PACKAGE_PARTS
    name = chance.choice((manifest, manifest, units, units, said))
    values = {part: json.loads(parts[part]) for part in (manifest, units, said)}
    for _ in range(chance.choice((1, 1, 2, 5))):
        values[name] = _json_changed(chance, values[name])
    texts = {
        part: json.dumps(value, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")
        for part, value in values.items()
    }
    if chance.random() < 0.1:
        texts[name] = b"[" * chance.choice((10, 100_000)) + texts[name]
    if name != said and chance.random() < 0.8:
        if isinstance(values[manifest], dict):
            values[manifest]["units_sha256"] = hashlib.sha256(texts[units]).hexdigest()
            texts[manifest] = json.dumps(values[manifest]).encode()
        sums = {part: {"sha256": hashlib.sha256(texts[part]).hexdigest()} for part in (manifest, units)}
        texts[said] = json.dumps(sums).encode()
    return together(texts)


def _json_changed(chance: random.Random, value: Any) -> Any:
    """A value in which one thing, somewhere inside, is another."""
    if value and isinstance(value, dict | list) and chance.random() < 0.85:
        key: Any = chance.choice(list(value)) if isinstance(value, dict) else chance.randrange(len(value))
        kind = chance.random()
        if kind < 0.1:
            del value[key]
        elif kind < 0.15 and isinstance(value, list):
            value += (value[: chance.choice(_MANY)] * chance.choice((1, 50)))[:_LARGEST_LIST]
        elif kind < 0.2 and isinstance(value, dict):
            value[chance.choice(_TEXTS)] = value[key]
        else:
            value[key] = _json_changed(chance, value[key])
        return value
    deep: Any = 1
    for _ in range(500):
        deep = [deep]
    return chance.choice(
        (None, True, -1, 0, 2**63, 10**400, 1.5, float("nan"), float("inf"), 1e300, [], {}, deep, *_TEXTS, [value], {"x": value}, str(value))
    )  # fmt: skip


# -- a workbook of the binary sort -------------------------------------------------------------------------


def xlsb(rows: Sequence[Sequence[str | float]]) -> bytes:
    """A binary workbook of one sheet 填报 ([MS-XLSB]: records of a number, a length and that many bytes)."""

    def record(number: int, body: bytes = b"") -> bytes:
        kind = bytes([number]) if number < 128 else bytes([number & 0x7F | 0x80, number >> 7])
        length = len(body)
        return kind + (bytes([length]) if length < 128 else bytes([length & 0x7F | 0x80, length >> 7])) + body

    def words(text: str) -> bytes:
        return struct.pack("<I", len(text)) + text.encode("utf-16-le")

    cells = b""
    for number, row in enumerate(rows):
        cells += record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0))
        for column, value in enumerate(row):
            at = struct.pack("<II", column, 0)
            cells += (
                record(6, at + words(value)) if isinstance(value, str) else record(5, at + struct.pack("<d", value))
            )
    size = struct.pack("<IIII", 0, len(rows) - 1, 0, len(rows[0]) - 1)
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"

    def relations(kind: str, target: str) -> bytes:
        return f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type="{relation}/{kind}" Target="{target}"/></Relationships>'.encode()

    return together(
        {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>'.encode(),
            "_rels/.rels": relations("officeDocument", "xl/workbook.bin"),
            "xl/_rels/workbook.bin.rels": relations("worksheet", "worksheets/sheet1.bin"),
            "xl/workbook.bin": record(131)
            + record(143)
            + record(156, struct.pack("<II", 0, 1) + words("a") + words("填报"))
            + record(144)
            + record(132),
            "xl/worksheets/sheet1.bin": record(129)
            + record(148, size)
            + record(145)
            + cells
            + record(146)
            + record(130),
        }
    )
