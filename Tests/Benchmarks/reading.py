"""What reading costs, in one process, without starting one and without writing: rates and memory, each against
something that is measured in the same run. `gouji-rates` does the measuring; this makes its inputs and words its figures.
"""

import json
import pathlib
import random
import re
import shutil
import subprocess
import zipfile

# How many reports the search for texts that are nearly alike has behind it.
RESEMBLANCES = (1_000, 20_000, 200_000)

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent

# Paragraphs of our own, as a real report has them around its tables: reports of 10 kB are two thirds prose.
PROSE = [
    "一年来，我们把公开贯穿于起草、审核、印发和办理的各个环节，先列出群众常问的事，再对照清单逐项核对，缺什么补什么，"
    "能用一张图说清楚的不写三页纸，能在窗口当场答复的不让群众再跑一趟。",
    "在依申请办理方面，登记、补正、征求意见、答复和送达都有专人经手，时限从收到之日起算，到期前三日由系统提醒，"
    "疑难件由法制人员会商，答复书写明依据和救济途径，全年没有因逾期引起的争议。",
    "在平台建设方面，网站重新梳理了栏目，旧链接逐条核对，检索可以按年份、文号和主题进行，移动端与网站同步更新，"
    "无障碍阅读和长者模式运行平稳，访问量比上一年有所上升。",
    "在监督保障方面，每季度开展一次自查，对发布不及时、链接打不开、附件缺页的情况列出台账，限期整改并回头看，"
    "年底对各科室进行考核，组织业务培训，听取人大代表和群众的意见。",
]


def report(form):
    """The text of a sound report of the fixtures."""
    return next(iter(sorted(ROOT.glob(f"Fixtures/reports/00*-{form}-sound/input.*")))).read_text()


def with_prose(text, size):
    """The report with paragraphs before its second part, until it has `size` bytes."""
    head, mark, tail = text.partition("二、")
    parts, length, index = [], len(text.encode()), 0
    while length < size:
        parts.append(PROSE[index % len(PROSE)])
        length += len(parts[-1].encode()) + 1
        index += 1
    return head + "\n".join(parts) + "\n" + mark + tail


def glued(form):
    """A sound report of `form` without its line ends and noughts, as pages that lost their tables' cells leave it: each
    row's digits have to be cut into its cells."""
    lines = (line.strip() for line in report(f"{form}-cell-lines").splitlines())
    return "".join(line for line in lines if line != "0")


def page(size):
    """A page of `size` bytes as content systems make it: each paragraph and each run of it in elements of their own."""
    text = (ROOT / "Fixtures/reports/0047-2021-html-sound/input.html").read_text()
    head, mark, tail = text.partition("<p><strong>二、")
    span = '<p class="MsoNormal" style="text-indent:32pt;line-height:28pt"><span style="font-family:仿宋">{}</span></p>\n'
    parts, length, index = [], len(text.encode()), 0
    while length < size:
        sentence = PROSE[index % len(PROSE)]
        half = sentence.index("，") + 1
        parts.append(span.format(sentence[:half] + "</span><span lang=\"ZH-CN\">" + sentence[half:]))
        length += len(parts[-1].encode())
        index += 1
    return head + "".join(parts) + mark + tail


def document(path, size):
    """A Word document whose text has `size` bytes of XML."""
    paragraph = "<w:p><w:pPr><w:spacing w:line=\"560\"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>"
    lines = [line for line in report("2021-cell-lines").splitlines() if line.strip()]
    body, length, index = [], 0, 0
    for line in lines[:2]:
        body.append(paragraph.format(line))
    while length < size:
        body.append(paragraph.format(PROSE[index % len(PROSE)] + str(index)))
        length += len(body[-1].encode())
        index += 1
    body += [paragraph.format(line) for line in lines[2:]]
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{name}"><w:body>{"".join(body)}</w:body></w:document>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", xml)
    return len(xml.encode())


def faulty(seed):
    """A sound report in which one to four of its cells, and one figure of its text, became other numbers."""
    draw = random.Random(seed)
    form = draw.choice(("2019", "2021", "2021", "2014"))
    lines = with_prose(report(f"{form}-cell-lines"), 10_000).splitlines()
    cells = [index for index, line in enumerate(lines) if line.strip().isdigit()]
    for index in draw.sample(cells, draw.randint(1, 4)):
        number = int(lines[index])
        lines[index] = lines[index].replace(lines[index].strip(), str(draw.choice((number + 1, number * 10 + 3, number // 2, number + 27))))
    text = "\n".join(lines) + "\n"
    figures = list(re.finditer(r"[0-9]+(?=件)", text))
    if figures and seed % 2:
        figure = draw.choice(figures)
        text = text[: figure.start()] + str(int(figure.group()) + 7) + text[figure.end() :]
    return text


def judging(rates, folder):
    """Judging alone, sound reports and faulty ones, and the search for texts that are nearly alike."""
    layouts = ["cell-lines", "bars-at-end", "bars-before", "markdown", "tabs"]
    reports = [f"{form}-{layout}" for form in ("2008", "2014", "2019", "2021") for layout in layouts]
    sound = [write(folder / f"sound-{name}.txt", with_prose(report(name), 10_000)) for name in reports]
    wrong = [write(folder / f"faulty-{seed}.txt", faulty(seed)) for seed in range(400)]
    rows = []
    for name, paths in (("a sound report of 10 kB", sound), ("a faulty report", wrong)):
        times = measure(rates, "judge", paths)["microseconds"]
        middle, late = times[len(times) // 2], times[min(len(times) - 1, len(times) * 99 // 100)]
        rows.append((f"judging, {name}", f"p50 {middle:.0f} µs, p99 {late:.0f} µs, worst {times[-1]:.0f} µs"))
    for count in RESEMBLANCES:
        store = folder / f"resemblance-{count}"
        run = subprocess.run([rates, "resemble", str(store), str(count), str(sound[0])], capture_output=True, text=True, check=True)
        found = json.loads(run.stdout)
        rows.append((f"texts nearly alike, among {count:,}", f"{found['search']:.0f} µs a search, {found['add']:.0f} µs to add, {found['memory'] / 1e6:.1f} MB more"))
        shutil.rmtree(store)
    return rows


def measure(rates, command, paths):
    run = subprocess.run([rates, command, *map(str, paths)], capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def rate(found):
    return f"{found['bytes'] / found['read'] / 1e6:.1f} MB/s, {found['read'] / found['sha256']:.0f} x sha256"


def write(path, text):
    path.write_text(text)
    return path


def figures(rates, folder):
    layouts = ["cell-lines", "bars-at-end", "bars-before", "markdown", "tabs"]
    reports = [f"{form}-{layout}" for form in ("2008", "2014", "2019", "2021") for layout in layouts]
    small = [write(folder / f"{name}.txt", with_prose(report(name), 10_000)) for name in reports]
    run_together = [write(folder / f"{form}-glued.txt", glued(form)) for form in ("2014", "2019", "2021")]
    large = write(folder / "large.txt", with_prose(report("2021-cell-lines"), 6_000_000))
    pages = sorted(ROOT.glob("Fixtures/reports/*/input.html"))
    big = write(folder / "big.html", page(110_000))
    huge = write(folder / "huge.html", page(4_000_000))
    docx = folder / "big.docx"
    unpacked = document(docx, 2_000_000)
    rows = [
        ("reading, reports of 10 kB", rate(measure(rates, "text", small))),
        ("reading, reports of run-together digits", rate(measure(rates, "text", run_together))),
        ("reading, a text of 6 MB", rate(measure(rates, "text", [large]))),
    ]
    for name, paths in (("pages of the fixtures", pages), ("a page of 110 kB", [big])):
        found = measure(rates, "html", paths)
        alone, whole = found["extract"] / found["gumbo"], found["read"] / found["gumbo"]
        rows.append((f"reading, {name}", f"{alone:.2f} x gumbo's parse, {whole:.2f} x with judging and the record; {rate(found)}"))
    for name, path, size in (("a text of 6 MB", large, 0), ("a page of 4 MB", huge, 0), ("a DOCX", docx, unpacked)):
        found = measure(rates, "once", [path])
        value = f"{found['peak'] / (size or found['bytes']):.1f} x its bytes"
        if size:
            value += f" unpacked, {found['peak'] / found['bytes']:.1f} x packed"
        rows.append((f"memory, {name}", value))
    return rows + judging(rates, folder)
