#!/bin/sh
# Checks the systemd files: they load, the sandbox is as tight as it should be, and user and folders can be made.
# Usage: check-units.sh EXECUTABLE
set -eu
cd "$(dirname "$0")/.."
executable=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# verify wants the executable to be there; the manual page is not installed yet.
for unit in gouji gouji-deliver; do
    sed "s|^ExecStart=/usr/bin/gouji|ExecStart=$executable|" "systemd/$unit.service" >"$folder/$unit.service"
done
systemd-analyze verify --man=no "$folder/gouji.service" "$folder/gouji-deliver.service"

# The exposure in tenths, and the worst that is accepted.
check() {
    systemd-analyze security --offline=true --threshold="$2" "$folder/$1" >"$folder/security" || {
        cat "$folder/security" >&2
        exit 1
    }
    tail -n 1 "$folder/security"
}
check gouji.service 15
check gouji-deliver.service 15

# The daemon without delivery: no network, and so next to nothing to attack.
install -D -m 0644 systemd/no-deliver.conf "$folder/gouji.service.d/no-deliver.conf"
sed -i "s|^ExecStart=/usr/bin/gouji|ExecStart=$executable|" "$folder/gouji.service.d/no-deliver.conf"
systemd-analyze verify --man=no "$folder/gouji.service"
# security reads no drop-ins offline: the settings of both files as one unit.
sed '1,/^\[Service\]/d; /^ExecStart/d' systemd/no-deliver.conf >"$folder/more"
sed "/^SystemCallErrorNumber/r $folder/more" "$folder/gouji.service" >"$folder/gouji-alone.service"
check gouji-alone.service 5

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
