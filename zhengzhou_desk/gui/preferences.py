"""What the window remembers on this computer from one time to the next: the names of its settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import LANGUAGES

if TYPE_CHECKING:
    from zhengzhou_desk.common.settings import Settings

LOOK, SIZE, LANGUAGE = "look", "size", "language"
# With the face of a document after it: the file of the font it is printed with.
FONT = "font."
# Whether the findings are open.
PANEL = "panel"
# Whether the tree of departments and the inspector are there.
TREE, INSPECTOR = "tree", "inspector"
# How high rows are, and how large tables are shown, in percent.
DENSITY, ZOOM = "density", "zoom"
COMPACT, NORMAL, ROOMY = "compact", "normal", "roomy"
GEOMETRY, STATE = "geometry", "state"


def language(settings: Settings, otherwise: str) -> str:
    """The language that a person has chosen."""
    chosen = settings.get(LANGUAGE, otherwise)
    return chosen if chosen in LANGUAGES else otherwise
