"""Settings of this computer: the books opened last, the newest first."""

from __future__ import annotations

import json
from pathlib import Path

from zhengzhou_desk.common.settings import MOST_RECENT, Settings


def test_the_book_opened_last_comes_first_and_none_twice(tmp_path: Path) -> None:
    books = [tmp_path / f"{number}.zzd" for number in range(MOST_RECENT + 2)]
    for book in books:
        book.touch()
    settings = Settings(tmp_path / "s.json")
    for book in (*books, books[5]):
        settings.opened(book)
    assert len(settings.recent()) == 8, "a menu, not a history"
    names = [path.name for path in Settings(tmp_path / "s.json").recent()]
    newest = [book.name for book in reversed(books)]
    assert names == [books[5].name, *(name for name in newest if name != books[5].name)][:MOST_RECENT]
    books[5].unlink()
    assert settings.recent()[0] == books[-1], "what is not there any more is not offered"


def written(path: Path, values: object) -> Settings:
    path.write_bytes(json.dumps(values).encode("ascii"))
    return Settings(path)


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    found = Settings(tmp_path)
    found.put("look", "dark")
    assert found.get("look", "") == "dark"


def test_right_values_are_kept(tmp_path: Path) -> None:
    found = written(
        tmp_path / "s.json",
        {
            "look": "dark",
            "panel": False,
            "hidden.unit": ["code", 5],
            "size": 3,
            "recent": [str(tmp_path / "s.json"), 5, None],
        },
    )
    assert (found.get("look", "light"), found.get("panel", True), found.get("size", "medium")) == (
        "dark",
        False,
        "medium",
    )
    assert found.texts("hidden.unit") == ["code"]
    assert found.recent() == [tmp_path / "s.json"]
