"""Settings of this computer: the books opened last, the newest first."""

from __future__ import annotations

from pathlib import Path

from zhengzhou_desk.common.settings import MOST_RECENT, Settings


def test_the_book_opened_last_comes_first_and_none_twice(tmp_path: Path) -> None:
    books = [tmp_path / f"{number}.zzd" for number in range(MOST_RECENT + 2)]
    for book in books:
        book.touch()
    settings = Settings(tmp_path / "s.json")
    for book in (*books, books[5]):
        settings.opened(book)
    names = [path.name for path in Settings(tmp_path / "s.json").recent()]
    newest = [book.name for book in reversed(books)]
    assert names == [books[5].name, *(name for name in newest if name != books[5].name)][:MOST_RECENT]
    books[5].unlink()
    assert settings.recent()[0] == books[-1], "what is not there any more is not offered"
