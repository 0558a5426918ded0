#!/bin/sh
# Fuzzes each decoder for a slice of time, and goes on where the last slice ended: corpus and counts stay in
# .build/fuzz. A target that has had its executions is passed over.
#   Fuzz/run.sh [SECONDS a target, 600] [TARGET …]
set -eu
cd "$(dirname "$0")/.."
slice=${1:-600}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- text markdown charsets json html warc docx word boxes reader
home=.build/fuzz
mkdir -p "$home"
# The backtracer of Swift's run-time would wait for somebody to ask it.
export SWIFT_BACKTRACE=enable=no GOUJI_FUZZ=1
swift build -c release --product gouji-fuzz --scratch-path "$home/build"
fuzzer=$(swift build -c release --product gouji-fuzz --scratch-path "$home/build" --show-bin-path)/gouji-fuzz
python3 Fuzz/seed.py "$home"

status=0
for target in "$@"; do
    case $target in
    text | markdown | charsets | json) goal=10000000 ;;
    *) goal=1000000 ;;
    esac
    # Short inputs find what a decoder trips over, at many times the rate; the whole reader gets long ones.
    case $target in
    text | markdown | charsets) longest=2000 ;;
    json | html | warc) longest=4000 ;;
    *) longest=20000 ;;
    esac
    done=$(cat "$home/$target.count" 2>/dev/null || echo 0)
    if [ "$done" -ge "$goal" ]; then
        echo "$target: $done executions, done"
        continue
    fi
    mkdir -p "$home/$target" "$home/found"
    # One second and 200 MB are the most that an input may cost.
    result=0
    "$fuzzer" "$target" "$home/$target" "$home/$target.seeds" -max_total_time="$slice" -timeout=1 -rss_limit_mb=200 \
        -max_len="$longest" -dict="$home/words.dict" -print_final_stats=1 -artifact_prefix="$home/found/$target-" \
        >"$home/$target.log" 2>&1 || result=$?
    ran=$(sed -n 's/^stat::number_of_executed_units: *//p' "$home/$target.log")
    echo $((done + ${ran:-0})) >"$home/$target.count"
    echo "$target: $(cat "$home/$target.count") of $goal executions"
    if [ "$result" -ne 0 ]; then
        echo "$target: found something, see $home/$target.log and $home/found" >&2
        status=1
    fi
done
exit $status
