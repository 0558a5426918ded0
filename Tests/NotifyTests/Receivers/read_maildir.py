"""Prints the mails of the Maildir given as an argument, as the standard library's mailbox and email modules see them."""
import email.policy, json, mailbox, sys
from email.parser import BytesParser

box = mailbox.Maildir(sys.argv[1], create=False)
mails = []
for key in box.keys():
    raw = box.get_bytes(key)
    mail = BytesParser(policy=email.policy.default).parsebytes(raw)
    mails.append({
        "subject": mail["Subject"],
        "from": str(mail["From"]),
        "to": [address.addr_spec for address in mail["To"].addresses],
        "date": mail["Date"].datetime.isoformat(),
        "id": mail["Message-ID"],
        "parent": mail["In-Reply-To"],
        "references": mail["References"],
        "auto": mail["Auto-Submitted"],
        "list": str(mail["List-Id"]),
        "type": mail.get_content_type(),
        "parts": [part.get_content_type() for part in mail.iter_parts()],
        "text": mail.get_body(("plain",)).get_content(),
        "html": mail.get_body(("html",)).get_content(),
        "defects": [str(defect) for part in mail.walk() for defect in part.defects],
        "longest": max(len(line) for line in raw.split(b"\n")),
        "ascii": raw.isascii(),
    })
print(json.dumps(mails))
