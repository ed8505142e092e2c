"""Makes app.ico, the icon of the Windows program, from the one drawing of it (run by build.cmd)."""

from __future__ import annotations

import os
import struct
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HOME = Path(__file__).resolve().parent
SIZES = (16, 24, 32, 48, 64, 256)


def drawn(renderer: QSvgRenderer, size: int) -> bytes:
    """The icon in one size, as PNG."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return held.data()


def main() -> None:
    """Writes app.ico: the program's picture in every size that Windows asks for."""
    _ = QGuiApplication([])
    renderer = QSvgRenderer(str(HOME.parent.parent / "resources" / "icons" / "app.svg"))
    pictures = [drawn(renderer, size) for size in SIZES]
    # An .ico is a header, an entry of 16 bytes per picture, then the pictures; 256 is written as 0.
    place = 6 + 16 * len(SIZES)
    entries = b""
    for size, picture in zip(SIZES, pictures, strict=True):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    (HOME / "app.ico").write_bytes(struct.pack("<HHH", 0, 1, len(SIZES)) + entries + b"".join(pictures))


if __name__ == "__main__":
    main()
