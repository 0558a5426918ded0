#!/usr/bin/env python3
"""Makes the fuzzer's first inputs of the fixtures, and its dictionary of the words that the reader looks for."""
import glob
import gzip
import json
import os
import re
import subprocess
import sys
import zipfile

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


def shortened(document):
    """The first paragraphs of a document, and the first rows of its first table."""
    head, rest = re.split(rb"(?<=<w:body>)", document, maxsplit=1)
    text, table = rest.split(b"<w:tbl>", 1)
    text = b"".join(re.findall(rb"<w:p[ >].*?</w:p>", text, re.S)[:4])
    return head + text + b"<w:tbl>" + b"</w:tr>".join(table.split(b"</w:tr>")[:3]) + b"</w:tr></w:tbl></w:body></w:document>"


def pieces(text):
    """The title with the beginning of the text, and with the beginning of each table: short enough to be run often."""
    title = text.strip().split("\n", 1)[0][:80] + "\n"
    places = [text.find(word) for word in ("制发件数", "新制作数量", "自然人", "结果维持", "统计指标", "指标名称", "问题及改进")]
    return [text[:350]] + [title + text[max(0, place - 30):place + 320] for place in places if place >= 0]


phrases = ("其中", "分别为", "较上年增长", "占", "%", "同比下降", "受理", "办结", "未收到", "无", "政府信息公开申请", "予以公开", "不予公开",
           "行政复议", "行政诉讼", "自然人", "法人", "1件", "18件", "5条", "、", "，", "；", "。", "另有", "均", "全市", "我局", "上年结转",
           "共", "三十", "万余", "不含", "（", "）", "2022年", "截至", "以上")
words = set(phrases) | {"政府信息公开", "年度报告", "本年新收政府信息公开申请数量", "上年结转政府信息公开申请数量", "总计", "合计", "规章", "行政许可",
         "一、", "（一）", "其中", "件", "条", "|", "---", "\t", "\r", "\u3000", "<td>", "<tr>", "<table>", "rowspan=2",
         "colspan=7", "\ufffd", "WARC/1.0\r\n", "Content-Length: ", "\r\n\r\n", "HTTP/1.1 200 OK\r\n", "\"html\":\"",
         "{\"", "\\u4e00", "0\r\n", "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n",
         "<w:p>", "</w:p>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:t>", "</w:t>", "<w:vMerge/>",
         "<w:gridSpan w:val=\"2\"/>", "<w:pStyle w:val=\"1\"/>", "<w:numId w:val=\"1\"/>", "<w:ilvl w:val=\"1\"/>", "%1、",
         "<w:br/>", "<w:tab/>", "<w:vanish/>", "<w:del>", "word/document.xml", "PK\x03\x04", "PK\x01\x02", "PK\x05\x06",
         "1\t1\t0\t0\t0\t0\t0\t0\t595\t842\t-1\t###PAGE###\n", "5\t1\t0\t0\t0\t0\t60\t100\t40\t10\t100\t", "\t100\t规章\n"}
for path in fixtures:
    name = path.split("/")[2]
    data = open(path, "rb").read()
    kind = path.rsplit(".", 1)[1]
    text = data.decode("utf-8", "replace")
    for place, piece in enumerate(pieces(text)):
        put({"html": "html", "md": "markdown"}.get(kind, "text"), f"{name}.{place}", piece.encode())
    short = text[:400]
    for place, charset in enumerate(["utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be"]):
        put("charsets", f"{name}.{charset}", bytes([place]) + short.encode(charset, "replace"))
    line = json.dumps({"url": "http://a/", "title": short[:20], "html": short}, ensure_ascii=len(name) % 2 == 0)
    put("json", name, b"\x3c" + (line + "\n").encode() * 2)
    put("json", name + ".array", b"\x3c[" + line.encode() + b"," + line.encode() + b"]")
    put("warc", name, b"\x3c" + warc(short.encode()) * 2)
    put("warc", name + ".gz", b"\x3d" + gzip.compress(warc(short.encode()), mtime=0) * 2)
    for place, ending in enumerate(["", ".txt", ".md", ".html"]):
        if kind in ending:
            put("reader", name + ending, bytes([place]) + data)
    put("reader", name + ".jsonl", b"\x05" + (line + "\n").encode() * 2)
    put("reader", name + ".warc", b"\x06" + warc(short.encode()) * 2)


def drawing(path, page):
    """The lines of a page: letters are paths, too, of which there are far more."""
    sheet = ["-paperw", "2400", "-paperh", "2400", "-nocenter", "-noshrink"]
    command = ["pdftocairo", "-svg", "-f", page, "-l", page, *sheet, path, "-"]
    svg = subprocess.run(command, capture_output=True, check=True).stdout
    svg = re.sub(rb"<defs>.*?</defs>", b"", svg, flags=re.S)
    return b"\n".join(p for p in re.findall(rb"<path [^>]*>", svg) if b" C " not in p)


for path in sorted(glob.glob("Fixtures/sentences/set-*.jsonl")):
    for place, line in enumerate(open(path, encoding="utf-8")):
        put("narrative", f"{os.path.basename(path)}.{place}", json.loads(line)["text"].encode())
for path in sorted(glob.glob("Fixtures/documents/*/input.*")):
    name = path.split("/")[2]
    if path.endswith(".docx"):
        put("docx", name, open(path, "rb").read())
        put("reader", name, b"\x04" + open(path, "rb").read())
        with zipfile.ZipFile(path) as file:
            names = ["word/document.xml", "word/styles.xml", "word/numbering.xml", "docProps/core.xml"]
            parts = [file.read(n) if n in file.namelist() else b"" for n in names]
            put("word", name, b"\0".join([shortened(parts[0])] + parts[1:]))
    else:
        # The words of a page: whole documents are longer than what the fuzzer makes up.
        for page in "1", "2", "3":
            command = ["pdftotext", "-f", page, "-l", page, "-tsv", path, "-"]
            boxes = subprocess.run(command, capture_output=True, check=True).stdout
            put("boxes", name + page, boxes)
            put("ruled", name + page, boxes + b"\0" + drawing(path, page))
with open(f"{home}/words.dict", "w") as file:
    for word in sorted(words):
        file.write('"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"\n')
