#!/bin/sh
# Tries gouji out: a daemon on a state directory of its own and a webhook receiver on loopback. Drops sample reports,
# shows the messages and the archive, stops. Usage: demo.sh EXECUTABLE
set -eu
cd "$(dirname "$0")/.."
gouji=$1
folder=$(mktemp -d)
sink='' watch=''
cleanup() {
    for process in $watch $sink; do kill "$process" 2>/dev/null || true; done
    wait
    rm -rf "$folder"
}
trap cleanup EXIT
trap 'exit 1' INT TERM

# Waits until the rest of the arguments succeed, at most $1 seconds.
eventually() {
    left=$(($1 * 10))
    shift
    until "$@" >/dev/null 2>&1; do
        left=$((left - 1))
        [ "$left" -gt 0 ] || { echo "demo.sh: waited in vain for: $*" >&2; cat "$folder"/*.log >&2; exit 1; }
        sleep 0.1
    done
}

# The secret is made for this run: 32 random bytes.
(umask 077 && printf "whsec_%s\n" "$(head -c 32 /dev/urandom | base64)" >"$folder/secret")
"$gouji" sink --port 0 --fail 1 --secret-file "$folder/secret" >"$folder/sink.log" 2>&1 &
sink=$!
eventually 10 grep -q 'listening on' "$folder/sink.log"
url=$(sed -n 's/^listening on //p' "$folder/sink.log")

cat >"$folder/gouji.toml" <<EOF
state = "$folder/state"
[intake]
settle = 0.2
[delivery]
retry = [0, 1, 2, 5]
[message]
language = "both"
[[endpoint]]
name = "demo"
url = "$url"
secret_file = "$folder/secret"
EOF
"$gouji" watch --config "$folder/gouji.toml" >"$folder/watch.log" 2>&1 &
watch=$!
eventually 10 grep -q '^watching' "$folder/watch.log"

count=0
for name in 0037 0038 0048 0201; do
    for file in Fixtures/reports/"$name"-*/input.*; do
        # Renamed into place from an ignored name, as a good scraper does it: taken at once.
        target=$folder/state/drop/$(basename "$(dirname "$file")").${file##*.}
        cp "$file" "$folder/state/drop/.demo.tmp"
        mv "$folder/state/drop/.demo.tmp" "$target"
        count=$((count + 1))
    done
done
echo "dropped $count files"
eventually 30 sh -c "! find '$folder/state/drop' '$folder/state/claim' -type f ! -name '.*' | grep -q ."
eventually 30 sh -c "'$gouji' messages --config '$folder/gouji.toml' | grep -q '^sent'"
eventually 30 sh -c "! '$gouji' messages --only pending --config '$folder/gouji.toml' | grep -q ."

echo; echo '== the daemon said'; cat "$folder/watch.log"
echo; echo '== the receiver got (it refused the first request)'; sed -n '1,40p' "$folder/sink.log"
for command in status list messages verify; do
    echo; echo "== gouji $command"
    "$gouji" "$command" --config "$folder/gouji.toml"
done
