"""The one expected error: a request that cannot be carried out, said in one clear sentence."""

from __future__ import annotations

from zhengzhou_desk.language import CHINESE, Message


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not a defect
    """A request the program declines: what is wrong, where, and what to do.

    Everything else that is raised is a defect of the program and reaches the crash page.
    """

    def __init__(self, template: str, /, **fields: object) -> None:
        self.message = Message(template, tuple(fields.items()))
        super().__init__(template)

    def text(self, lang: str = CHINESE) -> str:
        return self.message.text(lang)

    def __str__(self) -> str:
        return self.text()
