"""Tags: which part of the text each stroke of a page belongs to, so that a paper can be read aloud and reflowed.

Titles, paragraphs, rows of tables and charts, in the order of reading; a row is one part, its cells are not told apart.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

TITLE, HEADING, TEXT, FIGURE = "H1", "H2", "P", "Figure"


@dataclass(eq=False, slots=True)
class Tag:
    """One part of the text. Blocks that share it are one part, on one page or over two; each tag is itself alone."""

    kind: str = TEXT
    alt: str = ""


# What is no part of the text: rules, page numbers, heads of tables that are repeated.
ARTIFACT = Tag("Artifact")


@dataclass(slots=True)
class Tags:
    """The parts of one document as it is drawn; a document that is only printed has none."""

    # The marks of each tag: page from 1, number of the mark on its page.
    parts: dict[Tag, list[tuple[int, int]]] = field(default_factory=dict)
    # The tags of the marks of each page, by page.
    pages: dict[int, list[Tag]] = field(default_factory=dict)


def begin(canvas: Any) -> None:
    """From now on what is drawn on the canvas is tagged."""
    canvas.tags = Tags()


@contextlib.contextmanager
def marked(canvas: Any, tag: Tag) -> Iterator[None]:
    """What is drawn meanwhile belongs to a part."""
    tags: Tags | None = getattr(canvas, "tags", None)
    if tags is None:
        yield
        return
    code = canvas._code  # noqa: SLF001 - reportlab has no marks of its own
    if tag is ARTIFACT:
        code.append("/Artifact BMC")
    else:
        page = canvas.getPageNumber()
        on_page = tags.pages.setdefault(page, [])
        code.append(f"/{tag.kind} <</MCID {len(on_page)}>> BDC")
        tags.parts.setdefault(tag, []).append((page, len(on_page)))
        on_page.append(tag)
    yield
    code.append("EMC")


def finish(canvas: Any) -> None:
    """Writes the tree of the parts into the document. Called when all pages are drawn."""
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString

    tags: Tags = canvas.tags
    document = canvas._doc  # noqa: SLF001
    root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    root_reference = document.Reference(root)
    whole = PDFDictionary({"S": PDFName("Document"), "P": root_reference})
    whole_reference = document.Reference(whole)
    made: dict[Tag, Any] = {}
    for tag, marks in tags.parts.items():
        first = marks[0][0]
        kids = [
            number
            if page == first
            else PDFDictionary({"Type": PDFName("MCR"), "Pg": PDFObjectReference(f"Page{page}"), "MCID": number})
            for page, number in marks
        ]
        element = {
            "S": PDFName(tag.kind), "P": whole_reference, "Pg": PDFObjectReference(f"Page{first}"), "K": PDFArray(kids),
        }  # fmt: skip
        if tag.alt:
            element["Alt"] = PDFString(tag.alt)
        made[tag] = document.Reference(PDFDictionary(element))
    whole["K"] = PDFArray(list(made.values()))
    numbers: list[Any] = []
    for page, on_page in sorted(tags.pages.items()):
        numbers += [page - 1, PDFArray([made[tag] for tag in on_page])]
        drawn = document.idToObject[f"Page{page}"]
        drawn.__NoDefault__ = [*drawn.__NoDefault__, "StructParents", "Tabs"]
        drawn.StructParents, drawn.Tabs = page - 1, PDFName("S")
    root["K"] = PDFArray([whole_reference])
    root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
    root["ParentTreeNextKey"] = max(tags.pages, default=0)
    document.Catalog.StructTreeRoot = root_reference
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
