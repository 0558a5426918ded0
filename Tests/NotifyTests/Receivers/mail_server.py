"""A real SMTP server (aiosmtpd) that keeps what it gets in a Maildir and says what it saw of the sender.

usage: mail_server.py LOG MAILDIR CERTIFICATE [ACCOUNT PASSWORD]
CERTIFICATE is a file with key and certificate, or empty for a server without STARTTLS. With an account, mail is taken
only after a login. Recipients named gone@ are refused for good (550), later@ for now (451); a mail for big@ is refused
after its data (552). Every mail is a line of JSON in LOG; the port is the first line of standard output, which is
empty where aiosmtpd is not installed.
"""
import asyncio, email, email.policy, json, mailbox, os, ssl, sys, threading, time

try:
    from aiosmtpd.controller import Controller
    from aiosmtpd.smtp import SMTP, AuthResult
except ImportError:
    print("", flush=True)
    sys.exit(0)

log_path, maildir, certificate, *account = sys.argv[1:]
box = mailbox.Maildir(maildir)


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("gone@"):
            return "550 5.1.1 no such user here"
        if address.startswith("later@"):
            return "451 4.7.1 greylisted, try again"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if any(address.startswith("big@") for address in envelope.rcpt_tos):
            return "552 5.3.4 message too big"
        raw = envelope.content
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        box.add(raw.replace(b"\r\n", b"\n"))
        record = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "encrypted": session.ssl is not None,
            "login": bool(session.authenticated),
            "subject": str(mail["Subject"]),
            "header_from": str(mail["From"]),
            "header_to": str(mail["To"]),
            "id": mail["Message-ID"],
            "parent": mail["In-Reply-To"],
            "references": mail["References"],
            "auto": mail["Auto-Submitted"],
            "list": str(mail["List-Id"]),
            "names": sorted(mail.keys()),
            "parts": [part.get_content_type() for part in mail.iter_parts()],
            "text": mail.get_body(("plain",)).get_content(),
            "html": mail.get_body(("html",)).get_content(),
            "defects": [str(defect) for part in mail.walk() for defect in part.defects],
            "ascii": raw.isascii(),
            "bare": raw.replace(b"\r\n", b"").count(b"\n") + raw.replace(b"\r\n", b"").count(b"\r"),
        }
        with open(log_path, "a") as log:
            log.write(json.dumps(record) + "\n")
        return "250 OK queued"


def authenticate(server, session, envelope, mechanism, data):
    is_right = [data.login.decode(), data.password.decode()] == account
    return AuthResult(success=is_right, handled=is_right)


class Server(Controller):
    def factory(self):
        context = None
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
        return SMTP(
            self.handler,
            tls_context=context,
            require_starttls=context is not None,
            authenticator=authenticate if account else None,
            auth_required=bool(account),
            auth_require_tls=context is not None,
            enable_SMTPUTF8=True,
            loop=self.loop,
        )


def end_with(parent):
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(0)


threading.Thread(target=end_with, args=[os.getppid()], daemon=True).start()
controller = Server(Handler(), hostname="127.0.0.1", port=0)
# Port 0 is chosen by the system, and the controller's own first connection must know it.
import socket

probe = socket.socket()
probe.bind(("127.0.0.1", 0))
controller.port = probe.getsockname()[1]
probe.close()
controller.start()
print(controller.port, flush=True)
threading.Event().wait()
