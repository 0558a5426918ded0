"""How fast queued messages go out, and what they cost: the outbox is filled, then the daemon is started.

Used by bench.py. The receiver is as fast as one in Python can be: it answers each request with a fixed 200 on a
connection that stays open.
"""

import asyncio
import json
import os
import pathlib
import signal
import subprocess
import threading
import time

MESSAGES = int(os.environ.get("BENCH_MESSAGES", "10000"))
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"


class Receiver:
    """Counts requests and connections on a thread of its own."""

    def __init__(self):
        self.requests = self.connections = 0
        self.last = 0.0
        ready = threading.Event()
        threading.Thread(target=lambda: asyncio.run(self.serve(ready)), daemon=True).start()
        ready.wait()

    async def serve(self, ready):
        server = await asyncio.start_server(self.answer, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        await server.serve_forever()

    async def answer(self, reader, writer):
        self.connections += 1
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                for line in head.split(b"\r\n"):
                    if line.lower().startswith(b"content-length:"):
                        await reader.readexactly(int(line.split(b":")[1]))
                writer.write(ANSWER)
                self.requests += 1
                self.last = time.monotonic()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()


def configure(folder, port, name="office"):
    file = folder / "delivery.toml"
    file.write_text(f'[[endpoint]]\nname = "{name}"\nurl = "http://127.0.0.1:{port}/hook"\nburst = 0\n')
    return file


def start(gouji, state, config, log):
    return subprocess.Popen([gouji, "watch", "--state", str(state), "--config", str(config)], stdout=log, stderr=log)


def wait_for(condition, limit, what):
    end = time.monotonic() + limit
    while not condition():
        if time.monotonic() > end:
            raise SystemExit(f"delivery.py: waited {limit} s in vain for {what}")
        time.sleep(0.002)


def template(gouji, state, config, log):
    """A message as the daemon queues it: that of a file which is no report."""
    daemon = start(gouji, state, config, log)
    pending = state / "outbox" / "office" / "pending"
    try:
        wait_for(lambda: (state / "drop").is_dir() and pending.is_dir(), 20, "the daemon")
        hidden = state / "drop" / ".bench.tmp"
        hidden.write_text("no report\n")
        hidden.rename(state / "drop" / "no-report.txt")
        wait_for(lambda: any(pending.glob("msg_*.json")), 20, "a message")
        time.sleep(0.5)
    finally:
        daemon.send_signal(signal.SIGTERM)
        daemon.wait(10)
    return json.loads(next(pending.glob("msg_*.json")).read_text())


def fill(state, message):
    """As many messages as are wanted, each with an identifier of its own."""
    folder = state / "outbox" / "office"
    for path in folder.glob("*/*.json"):
        path.unlink()
    (folder / ".down").unlink(missing_ok=True)
    now = time.time()
    for number in range(MESSAGES):
        identifier = f"msg_unreadable_{number:032x}"
        clone = message | {"id": identifier, "attempts": 0, "refusals": 0, "next": now, "last_error": None}
        clone["body"] = message["body"].replace(message["id"], identifier)
        (folder / "pending" / f"{identifier}.json").write_text(json.dumps(clone, ensure_ascii=False))


def memory(pid, key):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(key + ":"):
            return int(line.split()[1]) / 1024
    return 0


def delivery_figures(gouji, folder):
    state = folder / "delivery"
    log = (folder / "delivery.log").open("w")
    # Nobody listens on the discard port: what is queued stays.
    message = template(gouji, state, configure(folder, 9), log)
    fill(state, message)
    receiver = Receiver()
    daemon = start(gouji, state, configure(folder, receiver.port), log)
    begin = time.monotonic()
    try:
        wait_for(lambda: receiver.requests > 0, 60, "the first message")
        first = time.monotonic()
        wait_for(lambda: receiver.requests >= MESSAGES, 300, "the last message")
        pending = state / "outbox" / "office" / "pending"
        wait_for(lambda: not any(pending.glob("msg_*.json")), 60, "the last rename")
        peak = memory(daemon.pid, "VmHWM")
    finally:
        daemon.send_signal(signal.SIGTERM)
        daemon.wait(10)
        log.close()
    return [
        (f"{MESSAGES} queued messages, from start to the first", f"{first - begin:.2f} s"),
        ("delivered a second", f"{MESSAGES / (receiver.last - first):.0f}"),
        ("connections for them", str(receiver.connections)),
        ("peak resident meanwhile", f"{peak:.1f} MiB"),
    ]


if __name__ == "__main__":
    import sys
    import tempfile

    with tempfile.TemporaryDirectory(prefix="gouji-bench-") as scratch:
        for name, value in delivery_figures(sys.argv[1], pathlib.Path(scratch)):
            print(f"{name:50}  {value}")
