"""The command line: one command per task, plain sentences, exit status 0, 1 or 2."""

# Nothing is imported up here but what the interpreter has loaded already: see _trust_only_what_is_installed.
import os
import sys

READ_IN_CHILD = "--read-in-child"


def main(arguments: "list[str] | None" = None) -> int:
    """Runs one command; returns its exit status."""
    if arguments is None and not getattr(sys, "frozen", False):
        _trust_only_what_is_installed()
        _name_files_in_chinese()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == [READ_IN_CHILD]:
        # A frozen program has no other way to start the processes that read files from outside.
        from zhengzhou_desk.exchange import child

        return child.work(given[1:])
    from zhengzhou_desk.cli import run

    return run.run(given)


def _trust_only_what_is_installed() -> None:
    """Looks for modules no more in the current folder, where PYTHONPATH says or in the person's own site folder.

    Where the program itself stands in one of these it stays, as the last place looked at: a file
    that happens to be called csv.py beside it is then never taken for Python's own.
    """
    site = sys.modules.get("site")
    doubtful = {os.path.realpath(place) for place in ("", *os.environ.get("PYTHONPATH", "").split(os.pathsep))}
    if site is not None:
        doubtful.add(os.path.realpath(site.USER_SITE or ""))
        doubtful -= {os.path.realpath(place) for place in (*site.getsitepackages(), os.path.dirname(os.__file__))}
    places = [place for place in sys.path if place and os.path.realpath(place) not in doubtful]
    kept = [place for place in sys.path if place and os.path.realpath(place) in doubtful and _holds_us(place)]
    sys.path[:] = [*places, *kept]


def _holds_us(place: str) -> bool:
    """Whether the program is installed in a folder, itself or by a note that leads to it."""
    if os.path.realpath(place) == os.path.dirname(os.path.dirname(os.path.realpath(__file__))):
        return True
    names = (
        os.listdir(place)
        if os.path.basename(place) in ("site-packages", "dist-packages") and os.path.isdir(place)
        else []
    )
    return any(name.startswith("zhengzhou_desk-") and name.endswith(".dist-info") for name in names)


def _name_files_in_chinese() -> None:
    """Starts the program again in Python's UTF-8 mode where files could have no Chinese names: in a bare C locale.

    Names and arguments are handed on byte for byte. A GBK locale has its own names and stays as it is.
    """
    if os.name != "posix" or sys.flags.utf8_mode:
        return
    import codecs  # loaded by the interpreter already

    if codecs.lookup(sys.getfilesystemencoding()).name == "ascii":
        os.execv(sys.executable, [sys.orig_argv[0], "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 - ourselves


if __name__ == "__main__":
    sys.exit(main())
