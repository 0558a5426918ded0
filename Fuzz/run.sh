#!/bin/sh
# Fuzzes each decoder for a slice of time, and goes on where the last slice ended: corpus and counts stay in
# .build/fuzz. A target that has had its executions is passed over.
#   Fuzz/run.sh [SECONDS a target, 600] [TARGET …]
set -eu
cd "$(dirname "$0")/.."
slice=${1:-600}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- text markdown charsets json html warc docx word boxes ruled narrative reader
home=.build/fuzz
mkdir -p "$home"
# The backtracer of Swift's run-time would wait for somebody to ask it.
export SWIFT_BACKTRACE=enable=no GOUJI_FUZZ=1
swift build -c release --product gouji-fuzz --scratch-path "$home/build"
fuzzer=$(swift build -c release --product gouji-fuzz --scratch-path "$home/build" --show-bin-path)/gouji-fuzz
python3 Fuzz/seed.py "$home"

# fuzz CORPUS LONGEST SECONDS: one second and 200 MB are the most that an input may cost.
fuzz() {
    mkdir -p "$home/$1"
    "$fuzzer" "$target" "$home/$1" "$home/$target.seeds" -max_total_time="$3" -timeout=1 -rss_limit_mb=200 \
        -max_len="$2" -dict="$home/words.dict" -print_final_stats=1 -artifact_prefix="$home/found/$target-" \
        >"$home/$1.log" 2>&1 || result=$?
    # The second is one of the wall's clock: on a busy machine an input may only have waited. It is tried again alone.
    for late in "$home/found/$target-timeout-"*; do
        [ -e "$late" ] || continue
        if "$fuzzer" "$target" "$late" -timeout=1 -rss_limit_mb=200 >/dev/null 2>&1; then
            rm "$late"
            result=0
        fi
    done
    ran=$(sed -n 's/^stat::number_of_executed_units: *//p' "$home/$1.log")
    done=$((done + ${ran:-0}))
    echo "$done" >"$home/$target.count"
}

status=0
for target in "$@"; do
    case $target in
    text | markdown | charsets | json) goal=10000000 ;;
    *) goal=1000000 ;;
    esac
    # Short inputs find what a decoder trips over, at many times the rate; tables and whole pages need long ones. Every
    # fourth part of a slice is for these.
    case $target in
    text | markdown | charsets | narrative) short=300 longest=2000 ;;
    json | html | warc) short=500 longest=4000 ;;
    *) short=2000 longest=20000 ;;
    esac
    done=$(cat "$home/$target.count" 2>/dev/null || echo 0)
    if [ "$done" -ge "$goal" ]; then
        echo "$target: $done executions, done"
        continue
    fi
    mkdir -p "$home/found"
    result=0
    fuzz "$target-short" "$short" $((slice * 3 / 4))
    [ "$result" -ne 0 ] || fuzz "$target" "$longest" $((slice - slice * 3 / 4))
    echo "$target: $(cat "$home/$target.count") of $goal executions"
    if [ "$result" -ne 0 ]; then
        echo "$target: found something, see $home/$target*.log and $home/found" >&2
        status=1
    fi
done
exit $status
