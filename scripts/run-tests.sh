#!/bin/sh
# Runs the tests that are built, and says again at the end what failed: several hundred lines pass between.
#
#   scripts/run-tests.sh SWIFT
set -u
log=.build/tests.log
status=.build/tests.status
echo 1 >"$status"
{
    "$1" test --disable-xctest --skip-build 2>&1
    echo $? >"$status"
} | tee "$log"
[ "$(cat "$status")" = 0 ] && exit
echo
echo "what failed (everything is in $log):"
# A run that broke off has no issue; its last lines tell why.
grep -a -A 4 'recorded an issue' "$log" | grep -av '[✔◇]' | cut -c 1-2000 | grep . || tail -n 5 "$log"
exit 1
