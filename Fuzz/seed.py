#!/usr/bin/env python3
"""Makes the fuzzer's first inputs of the fixtures, and its dictionary of the words that the reader looks for."""
import glob
import gzip
import json
import os
import sys

home = sys.argv[1]
fixtures = sorted(glob.glob("Fixtures/reports/*/input.*"))


def put(target, name, data):
    folder = f"{home}/{target}.seeds"
    os.makedirs(folder, exist_ok=True)
    with open(f"{folder}/{name}", "wb") as file:
        file.write(data)


def warc(page):
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2024-01-01T00:00:00Z\r\nContent-Length: {len(http)}\r\n\r\n"
    return head.encode() + http + b"\r\n\r\n"


words = {"政府信息公开", "年度报告", "本年新收政府信息公开申请数量", "上年结转政府信息公开申请数量", "总计", "合计", "规章", "行政许可",
         "一、", "（一）", "其中", "件", "条", "|", "---", "\t", "\r", "\u3000", "<td>", "<tr>", "<table>", "rowspan=2",
         "colspan=7", "\ufffd", "WARC/1.0\r\n", "Content-Length: ", "\r\n\r\n", "HTTP/1.1 200 OK\r\n", "\"html\":\"",
         "{\"", "\\u4e00", "0\r\n", "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n"}
for path in fixtures:
    name = path.split("/")[2]
    data = open(path, "rb").read()
    kind = path.rsplit(".", 1)[1]
    put({"html": "html", "md": "markdown"}.get(kind, "text"), name, data)
    text = data.decode("utf-8", "replace")
    short = text[:400]
    for place, charset in enumerate(["utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be"]):
        put("charsets", f"{name}.{charset}", bytes([place]) + short.encode(charset, "replace"))
    line = json.dumps({"url": "http://a/", "title": short[:20], "html": short}, ensure_ascii=len(name) % 2 == 0)
    put("json", name, b"\x3c" + (line + "\n").encode() * 2)
    put("json", name + ".array", b"\x3c[" + line.encode() + b"," + line.encode() + b"]")
    put("warc", name, b"\x3c" + warc(short.encode()) * 2)
    put("warc", name + ".gz", b"\x3d" + gzip.compress(warc(short.encode()), mtime=0) * 2)
with open(f"{home}/words.dict", "w") as file:
    for word in sorted(words):
        file.write('"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"\n')
