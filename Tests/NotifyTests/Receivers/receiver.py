"""A webhook receiver that behaves as it is told, and checks signatures by itself.

usage: receiver.py LOG SECRET ANSWER...
The answers are given in order, the last one again and again:
  200, 500, 410 ...   a status; 429:7 or 503:7 with Retry-After: 7; 302:URL with a Location
  hang                takes the request and says nothing
  reset               takes the request and resets the connection
  refuse              closes before it has read anything
  endless             200 with a body that does not end
RECEIVER_CERTIFICATE names a file with key and certificate: then it speaks TLS.
While LOG.down is there it is down: it closes every connection before it has read anything.
Every request is a line of JSON in LOG; the port is the first line of standard output.
"""
import base64, hashlib, hmac, json, os, socket, ssl, struct, sys, threading, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

log_path, secret, *answers = sys.argv[1:]
key = base64.b64decode(secret.removeprefix("whsec_")) if secret else None
lock = threading.Lock()
count = 0


def verified(headers, body):
    if key is None:
        return None
    text = headers["webhook-id"].encode() + b"." + headers["webhook-timestamp"].encode() + b"." + body
    wanted = base64.b64encode(hmac.new(key, text, hashlib.sha256).digest()).decode()
    return any(
        hmac.compare_digest(given, "v1," + wanted) for given in headers.get("webhook-signature", "").split(" ")
    )


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        global count
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with lock:
            answer = answers[min(count, len(answers) - 1)]
            count += 1
            with open(log_path, "a") as log:
                log.write(json.dumps({
                    "id": self.headers["webhook-id"],
                    "timestamp": self.headers["webhook-timestamp"],
                    "type": self.headers["Content-Type"],
                    "verified": verified(self.headers, body),
                    "hash": hashlib.sha256(body).hexdigest(),
                    "body": json.loads(body)["id"],
                    "bytes": len(body),
                    "path": self.path,
                    "answer": answer,
                }) + "\n")
        self.answer(answer)

    def answer(self, answer):
        status, _, detail = answer.partition(":")
        if answer == "hang":
            time.sleep(600)
        elif answer == "reset":
            # Linger of zero seconds: close sends a reset.
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True
            self.connection.close()
        elif answer == "endless":
            self.send_response(200)
            self.end_headers()
            self.close_connection = True
            try:
                while True:
                    self.wfile.write(b"x" * 65536)
            except OSError:
                pass
        else:
            text = ("told to answer " + answer + " at " + self.path).encode()
            self.send_response(int(status))
            if status == "302":
                self.send_header("Location", detail)
            elif detail:
                self.send_header("Retry-After", detail)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

    def handle(self):
        global count
        if os.path.exists(log_path + ".down"):
            return
        with lock:
            if answers[min(count, len(answers) - 1)] == "refuse":
                count += 1
                return
        super().handle()

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass


def end_with(parent):
    """Ends this process once the one that started it is gone, however that ended."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(0)


threading.Thread(target=end_with, args=[os.getppid()], daemon=True).start()
server = Server(("127.0.0.1", 0), Handler)
if certificate := os.environ.get("RECEIVER_CERTIFICATE"):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_address[1], flush=True)
server.serve_forever()
