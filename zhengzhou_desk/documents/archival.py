"""What PDF/A-2u wants beside the pages: metadata as XMP, a colour profile as output intent, the title on show."""

from __future__ import annotations

import functools
import zlib
from html import escape
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.common.paths import ICC

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

# The language of every paper.
LANGUAGE = "zh-CN"
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>U</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{time}</xmp:CreateDate>
<xmp:ModifyDate>{time}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""


def make_archival(canvas: Canvas) -> None:
    """Adds to a document what an archive asks for. Called when its title, author and subject are set."""
    document: Any = canvas._doc  # noqa: SLF001 - reportlab has no way to say these things
    catalog = document.Catalog
    # An attribute that the class does not list is not written.
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.Metadata = _metadata(document)
    catalog.OutputIntents = _output_intents(document)
    canvas.setViewerPreference("DisplayDocTitle", "true")


def _metadata(document: Any) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFName, PDFStream

    info, stamp = document.info, document._timeStamp  # noqa: SLF001
    year, month, day, hour, minute, second = stamp.YMDhms
    zone = f"{stamp.dhh:+03d}:{abs(stamp.dmm):02d}"
    packet = _PACKET.format(
        title=escape(info.title), author=escape(info.author), subject=escape(info.subject), language=LANGUAGE,
        creator=escape(info.creator), producer=escape(info.producer),
        time=f"{year:04d}-{month:02d}-{day:02d}T{hour:02d}:{minute:02d}:{second:02d}{zone}",
    )  # fmt: skip
    # An archive reads it without unpacking: no filter.
    stream = PDFStream(content=packet.encode("utf-8"))
    stream.dictionary["Type"], stream.dictionary["Subtype"] = PDFName("Metadata"), PDFName("XML")
    return stream


def _output_intents(document: Any) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

    profile = PDFStream(content=_profile())
    profile.dictionary["Filter"] = PDFName("FlateDecode")
    profile.dictionary["N"] = 3
    intent = PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": document.Reference(profile),
        }
    )
    return PDFArray([intent])


@functools.cache
def _profile() -> bytes:
    """The colours' profile, packed once for all documents."""
    return zlib.compress((ICC / "srgb.icc").read_bytes())
