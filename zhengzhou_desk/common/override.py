"""@override: a method that takes the place of its base class's; the type checker finds one that does not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

__all__ = ["override"]

if TYPE_CHECKING:
    from typing_extensions import override
elif sys.version_info >= (3, 12):
    from typing import override
else:

    def override(method: object) -> object:
        """Gives the method back as it is: `typing` has it from Python 3.12 on."""
        return method
