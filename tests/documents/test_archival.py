"""A paper as an archive wants it (PDF/A-2u), read from the file itself; by qpdf too where it is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest

from tests.documents.samples import bulletin, notice
from zhengzhou_desk.documents import pdf

PAPERS = {
    "notice": pdf.as_pdf(notice()),
    "bulletin": pdf.as_pdf(bulletin()),
    "many": pdf.merged_pdf([notice(), notice()], "通知书") or b"",
}
OBJECT = re.compile(rb"(\d+) 0 obj\s*(.*?)endobj", re.DOTALL)


def objects(made: bytes) -> dict[int, bytes]:
    """Every object of a file by its number."""
    return {int(number): body for number, body in OBJECT.findall(made)}


def stream(body: bytes) -> bytes:
    """The content of a stream, unpacked."""
    begin = re.search(rb"stream\r?\n", body)
    assert begin is not None
    content = body[begin.end() : body.rindex(b"endstream")]
    return zlib.decompress(content) if b"/FlateDecode" in body[: begin.start()] else content


def referred(made: bytes, holder: bytes, name: bytes) -> bytes:
    found = re.search(rb"/" + name + rb"\s*\[?\s*(\d+) 0 R", holder)
    assert found is not None, name
    return objects(made)[int(found[1])]


def catalog(made: bytes) -> bytes:
    return next(body for body in objects(made).values() if b"/Type /Catalog" in body)


@pytest.mark.parametrize("paper", PAPERS)
def test_it_says_what_it_is(paper: str) -> None:
    made = PAPERS[paper]
    metadata = referred(made, catalog(made), b"Metadata")
    assert b"/Subtype /XML" in metadata and b"/Filter" not in metadata.partition(b"stream")[0]
    packet = stream(metadata).decode("utf-8")
    named = re.findall(r"<\w+:(\w+)>(.*?)</\w+:\1>", packet)
    said = {name: re.sub("<[^>]*>", "", inner).strip() for name, inner in named}
    assert (said["part"], said["conformance"], said["language"]) == ("2", "U", "zh-CN")
    assert said["title"] == ("通知书" if paper == "many" else {"notice": notice(), "bulletin": bulletin()}[paper].title)
    assert said["creator"] == "郑州市中原区财政局" and said["CreatorTool"] == "郑采台账"
    assert re.search(rb"/ID\s*\[\s*<", made) and b"/Encrypt" not in made
    assert b"/Lang (zh-CN)" in catalog(made)
    assert b"/DisplayDocTitle true" in made


@pytest.mark.parametrize("paper", PAPERS)
def test_its_colours_are_described(paper: str) -> None:
    made = PAPERS[paper]
    intent = catalog(made).partition(b"/OutputIntents")[2]
    if b"/GTS_PDFA1" not in intent:
        intent = referred(made, catalog(made), b"OutputIntents")
    assert b"/GTS_PDFA1" in intent
    profile = stream(referred(made, intent, b"DestOutputProfile"))
    assert profile[36:40] == b"acsp" and profile[16:20] == b"RGB " and profile[8] < 5
    assert not re.search(rb"/SMask|/CA |/ca |/JavaScript|/AA ", made), "nothing transparent, nothing that acts"


@pytest.mark.parametrize("paper", PAPERS)
def test_every_font_is_embedded_and_every_character_can_be_read(paper: str) -> None:
    made = PAPERS[paper]
    fonts = [body for body in objects(made).values() if b"/Type /Font\n" in body or b"/Type /Font " in body]
    assert fonts
    for font in fonts:
        assert b"/Subtype /TrueType" in font and b"/Encoding" not in font, "a symbolic font has no encoding"
        program = stream(referred(made, referred(made, font, b"FontDescriptor"), b"FontFile2"))
        tables = {program[12 + 16 * place : 16 + 16 * place] for place in range(int.from_bytes(program[4:6], "big"))}
        assert tables == {b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp"}
        words = stream(referred(made, font, b"ToUnicode"))
        codes = re.findall(rb"<(\w\w)> <(\w+)>", words)
        assert codes and not {b"0000", b"FEFF", b"FFFE"} & {code for _, code in codes}


def test_a_single_notice_is_small() -> None:
    assert len(PAPERS["notice"]) < 85_000


@pytest.mark.parametrize("paper", PAPERS)
def test_qpdf_finds_no_fault(paper: str, tmp_path: Path) -> None:
    qpdf = shutil.which("qpdf")
    if qpdf is None:
        pytest.skip("qpdf is not installed")
    path = tmp_path / "x.pdf"
    path.write_bytes(PAPERS[paper])
    done = subprocess.run([qpdf, "--check", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
