#!/bin/sh
# Runs one file of window tests in a process of its own. Qt's own crash at a moment that has nothing to do with what is
# tested is said aloud and the file is run again, twice at most; a failed test fails at once.
python=$1
file=$2
for try in 1 2 3; do
    status=0
    timeout 300 "$python" -m pytest -q "$file" || status=$?
    [ "$status" -eq 0 ] && exit 0
    [ "$status" -lt 124 ] && exit 1
    printf 'CRASHED (status %s, try %s): %s\n' "$status" "$try" "$file" >&2
done
exit 1
