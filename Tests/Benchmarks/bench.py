#!/usr/bin/env python3
"""Measures gouji and, in the same run, something to compare it with. Usage: bench.py GOUJI GOUJI-RATES

Figures of one machine and one moment: read the ratios. Sizes can be set by BENCH_FILES (reports for check and for the
daemon, 10000) and BENCH_IDLE (seconds of idling, 10) and BENCH_MESSAGES (queued messages, 10000).
"""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import reading
from delivery import delivery_figures

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FILES = int(os.environ.get("BENCH_FILES", "10000"))
IDLE = float(os.environ.get("BENCH_IDLE", "10"))
ARGUMENTS = 500


def inputs():
    """One text report of each form and flattening; different bytes come of a line added at the end."""
    found = sorted(ROOT.glob("Fixtures/reports/00*/input.txt"))
    if not found:
        sys.exit("bench.py: no text reports in Fixtures/reports")
    return [path.read_bytes() for path in found]


def variants(count):
    texts = inputs()
    for number in range(count):
        yield texts[number % len(texts)] + f"\n{number}\n".encode()


def seconds(command, names):
    """CPU and wall seconds of `command` over all names, in as few processes as the command line allows."""
    before, start = os.times(), time.monotonic()
    for first in range(0, len(names), ARGUMENTS):
        subprocess.run(command + names[first : first + ARGUMENTS], stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, check=False)
    after = os.times()
    cpu = after.children_user - before.children_user + after.children_system - before.children_system
    return cpu, time.monotonic() - start


def status(pid, *keys):
    fields = dict(line.split(":", 1) for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines())
    return [int(fields[key].split()[0]) for key in keys]


def wakeups(pid):
    """Voluntary context switches of all threads: each is a sleep that ended."""
    total = 0
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        for line in (task / "status").read_text().splitlines():
            if line.startswith("voluntary_ctxt_switches"):
                total += int(line.split()[1])
    return total


def wait_for(condition, limit, what):
    end = time.monotonic() + limit
    while not condition():
        if time.monotonic() > end:
            sys.exit(f"bench.py: waited {limit} s in vain for {what}")
        time.sleep(0.0005)


def check_rates(gouji, folder):
    names = []
    for number, text in enumerate(variants(FILES)):
        path = folder / f"{number}.txt"
        path.write_bytes(text)
        names.append(str(path))
    size = sum(os.path.getsize(name) for name in names)
    baseline, _ = seconds(["sha256sum", "--"], names)
    cpu, wall = seconds([gouji, "check", "--format", "json", "-j", "1", "--"], names)
    return [
        ("text reports", f"{FILES}, {size / FILES / 1000:.1f} kB each"),
        ("check -j 1, reports a CPU second", f"{FILES / cpu:.0f}"),
        ("check -j 1, reports a second", f"{FILES / wall:.0f}"),
        ("check -j 1, CPU against sha256sum", f"{cpu / baseline:.1f} x"),
    ]


def latencies(state, count):
    """Seconds from the rename into drop/ to the record's name in the archive, one file after the other."""
    found = []
    archive = state / "archive"
    known = len(list(archive.rglob("*.source.*")))
    for number, text in enumerate(variants(count)):
        hidden = state / "drop" / ".bench.tmp"
        hidden.write_bytes(text + b"latency\n")
        claimed = state / "drop" / f"latency-{number}.txt"
        start = time.monotonic()
        hidden.rename(claimed)
        # The claim is removed when the record is durable: both folders empty is the end of the file's way.
        wait_for(lambda: not claimed.exists() and not any((state / "claim").iterdir()), 10, str(claimed))
        found.append(time.monotonic() - start)
        time.sleep(0.01)
    if len(list(archive.rglob("*.source.*"))) != known + count:
        sys.exit("bench.py: not every file was archived")
    return sorted(found)


def daemon_figures(gouji, folder):
    state = folder / "state"
    log = (folder / "log").open("w")
    daemon = subprocess.Popen([gouji, "watch", "--state", str(state)], stdout=log, stderr=log)
    try:
        wait_for(lambda: (folder / "log").read_text().count("watching "), 20, "the daemon")
        delays = latencies(state, 200)
        start = time.monotonic()
        for number, text in enumerate(variants(FILES)):
            hidden = state / "drop" / ".bench.tmp"
            hidden.write_bytes(text)
            hidden.rename(state / "drop" / f"{number}.txt")
        settled = lambda: not any(state.glob("drop/*.txt")) and not any((state / "claim").iterdir())
        wait_for(settled, 600, "the burst")
        burst = time.monotonic() - start
        resident, peak = status(daemon.pid, "VmRSS", "VmHWM")
        time.sleep(3)
        before = wakeups(daemon.pid)
        time.sleep(IDLE)
        idle = wakeups(daemon.pid) - before
    finally:
        daemon.send_signal(signal.SIGTERM)
        daemon.wait(10)
        log.close()
    return [
        ("renamed in to archived, p50", f"{delays[len(delays) // 2] * 1000:.1f} ms"),
        ("renamed in to archived, p99", f"{delays[len(delays) * 99 // 100] * 1000:.1f} ms"),
        ("burst, reports a second", f"{FILES / burst:.0f}"),
        (f"resident after {FILES} reports", f"{resident / 1024:.1f} MiB (peak {peak / 1024:.1f})"),
        (f"wake-ups in {IDLE:.0f} s idle", str(idle)),
    ]


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder = pathlib.Path(tempfile.mkdtemp(prefix="gouji-bench-"))
    try:
        (folder / "in").mkdir()
        (folder / "reading").mkdir()
        rows = reading.figures(arguments[1], folder / "reading")
        rows += check_rates(arguments[0], folder / "in") + daemon_figures(arguments[0], folder)
        rows += delivery_figures(arguments[0], folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    width = max(len(name) for name, _ in rows)
    for name, value in rows:
        print(f"{name:{width}}  {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
