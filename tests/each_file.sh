#!/bin/sh
# Runs one file of window tests in a process of its own (a worker of xdist's, so that what Qt does while the interpreter
# ends is no failure). A crash of Qt or a stand-still at a moment that has nothing to do with what is tested is said
# aloud and the file is run again, twice at most; a failed test fails at once.
python=$1
file=$2
said=$(mktemp)
trap 'rm -f "$said"' EXIT
for try in 1 2 3; do
    status=0
    timeout 300 "$python" -m pytest -q -n 1 "$file" >"$said" 2>&1 || status=$?
    tail -n 40 "$said"
    [ "$status" -eq 0 ] && exit 0
    if [ "$status" -lt 124 ] && ! grep -q 'crashed while running' "$said"; then exit 1; fi
    printf 'CRASHED (status %s, try %s): %s\n' "$status" "$try" "$file" >&2
done
exit 1
