#!/bin/sh
# Checks the systemd files: they load, the sandbox is as tight as it should be, and user and folders can be made.
# Usage: check-units.sh EXECUTABLE
set -eu
cd "$(dirname "$0")/.."
executable=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# verify wants the executable to be there; the manual page is not installed yet.
sed "s|^ExecStart=/usr/bin/gouji|ExecStart=$executable|" systemd/gouji.service >"$folder/gouji.service"
systemd-analyze verify --man=no "$folder/gouji.service"

# The exposure in tenths; the worst that is accepted is 1.5.
systemd-analyze security --offline=true --threshold=15 "$folder/gouji.service" >"$folder/security" || {
    cat "$folder/security" >&2
    exit 1
}

# As root the user, the groups and the folders are really made, under a root of their own.
if [ "$(id -u)" = 0 ]; then
    mkdir -p "$folder/root/etc"
    systemd-sysusers --root="$folder/root" "$PWD/systemd/gouji.sysusers.conf" >"$folder/sysusers" 2>&1
    systemd-tmpfiles --root="$folder/root" --create "$PWD/systemd/gouji.tmpfiles.conf" >"$folder/tmpfiles" 2>&1
    mode=$(stat -c %a "$folder/root/var/lib/gouji") drop=$(stat -c %a "$folder/root/var/lib/gouji/drop")
    [ "$mode $drop" = "711 3770" ] || {
        echo "check-units.sh: the state directory has mode $mode, drop has $drop; 711 and 3770 are wanted" >&2
        exit 1
    }
fi
tail -n 1 "$folder/security"
