"""A group robot, or a webhook receiver, that checks what it gets by itself and answers as it is told.

usage: robot.py LOG KIND SECRET ANSWER...
KIND is wecom, dingtalk, feishu, slack or webhook. The answers are given in order, the last one again and again:
  a number    the code in an answer of HTTP 200 (for slack and webhook: the status of HTTP)
  http:500    that status of HTTP, with Retry-After: 7 where it is http:500:7
  html        HTTP 200 with something that is no answer of a robot
A message whose signature or size will not do is refused as the robot would refuse it, whatever the answers say.
A webhook is checked by the package standardwebhooks where that is installed.
While a file LOG.down is there, connections are closed at once. ROBOT_CERTIFICATE names a file with key and
certificate: then it speaks TLS. ROBOT_DATE is sent as the date. Every request is a line of JSON in LOG; the port is
the first line of standard output.
"""
import base64, hashlib, hmac, json, os, ssl, sys, threading, time, urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

log_path, kind, secret, *answers = sys.argv[1:]
lock = threading.Lock()
count = 0
connections = 0
try:
    from standardwebhooks.webhooks import Webhook
except ImportError:
    Webhook = None


def code(key, text):
    return base64.b64encode(hmac.new(key.encode(), text.encode(), hashlib.sha256).digest()).decode()


def read_dingtalk(path, body):
    query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(path).query))
    content = body["markdown"]
    record = {"text": content["text"], "title": content["title"], "time": int(query.get("timestamp", "0")) / 1000}
    signed = query.get("sign") == code(secret, query.get("timestamp", "") + "\n" + secret) if secret else None
    refusal = 310000 if signed is False else 460101 if len(content["text"].encode()) > 20000 else None
    if body["at"]["isAtAll"]:
        refusal = 1
    return record, signed, refusal


def read_feishu(body, size):
    record = {"text": body["content"]["text"], "time": int(body.get("timestamp", "0"))}
    signed = body.get("sign") == code(body["timestamp"] + "\n" + secret, "") if secret else None
    return record, signed, 19021 if signed is False else 9499 if size > 20480 else None


def read_wecom(body):
    text = body["markdown"]["content"]
    return {"text": text}, None, 40058 if len(text.encode()) > 4096 else None


def read_webhook(headers, raw):
    record = {"text": headers["webhook-id"], "time": int(headers["webhook-timestamp"])}
    if Webhook is None or not secret:
        return record, None, None
    try:
        Webhook(secret).verify(raw, dict(headers))
    except Exception:
        return record, False, 401
    return record, True, None


def read(path, headers, raw):
    if kind == "webhook":
        return read_webhook(headers, raw)
    body = json.loads(raw)
    if kind == "dingtalk":
        return read_dingtalk(path, body)
    if kind == "feishu":
        return read_feishu(body, len(raw))
    if kind == "wecom":
        return read_wecom(body)
    return {"text": body["text"]}, None, None


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def setup(self):
        global connections
        with lock:
            connections += 1
        super().setup()

    def do_POST(self):
        global count
        raw = self.rfile.read(int(self.headers["Content-Length"]))
        record, signed, refusal = read(self.path, self.headers, raw)
        with lock:
            answer = str(refusal) if refusal else answers[min(count, len(answers) - 1)]
            count += 1
            record |= {"signed": signed, "bytes": len(raw), "answer": answer, "connections": connections,
                       "id": self.headers.get("webhook-id", ""), "hash": hashlib.sha256(raw).hexdigest()}
            with open(log_path, "a") as log:
                log.write(json.dumps(record) + "\n")
        self.answer(answer)

    def answer(self, answer):
        if answer.startswith("http:"):
            _, status, *wait = answer.split(":")
            self.reply(int(status), "told to", {"Retry-After": wait[0]} if wait else {})
        elif answer == "html":
            self.reply(200, "<html>a proxy says hello</html>", {})
        elif kind in ("slack", "webhook"):
            self.reply(int(answer), "ok" if answer == "200" else "invalid_payload", {})
        elif kind == "feishu":
            self.reply(200, json.dumps({"code": int(answer), "msg": "words " + self.path, "data": {}}), {})
        else:
            self.reply(200, json.dumps({"errcode": int(answer), "errmsg": "words " + self.path}), {})

    def reply(self, status, text, headers):
        self.send_response_only(status)
        self.send_header("Date", os.environ.get("ROBOT_DATE") or self.date_time_string())
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())

    def handle(self):
        if not os.path.exists(log_path + ".down"):
            super().handle()

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, *_):
        pass


def end_with(parent):
    """Ends this process once the one that started it is gone, however that ended."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(0)


if __name__ == "__main__":
    threading.Thread(target=end_with, args=[os.getppid()], daemon=True).start()
    server = Server(("127.0.0.1", 0), Handler)
    if certificate := os.environ.get("ROBOT_CERTIFICATE"):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    print(server.server_address[1], flush=True)
    server.serve_forever()
