#!/usr/bin/env python3
"""Holds `gouji check` to sentences of which it is known whether they agree with the tables beside them.

usage: sentences.py GOUJI SET.jsonl … [-v]
Each line of a set has a base (of bases.json beside it: a body, a year and its tables, all sound), a section, a text
that is right, and its faults: pairs of what stands in the text and what shall stand in its place, each of which makes
the text wrong. A sound text that is found fault with is a false alarm; a wrong one of which no more is said than of the
sound one is a miss. Prints the share of accused texts and of found faults for each set; with -v each text that is judged
wrongly. `held.json` beside the sets has what the program has reached in each (a set that it lacks is held to be without
a mistake): exit status 1 where more sound texts are accused or fewer faults are found.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

OUTCOMES = [
    ("granted", "（一）予以公开", ""), ("partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ""),
    ("secret", "（三）不予公开", "1.属于国家秘密"), ("forbidden", "", "2.其他法律行政法规禁止公开"),
    ("stability", "", "3.危及“三安全一稳定”"), ("third_party", "", "4.保护第三方合法权益"),
    ("internal", "", "5.属于三类内部事务信息"), ("process", "", "6.属于四类过程性信息"),
    ("enforcement", "", "7.属于行政执法案卷"), ("query", "", "8.属于行政查询事项"),
    ("not_held", "（四）无法提供", "1.本机关不掌握相关政府信息"), ("to_be_made", "", "2.没有现成信息需要另行制作"),
    ("unclear", "", "3.补正后申请内容仍不明确"), ("petition", "（五）不予处理", "1.信访举报投诉类申请"),
    ("repeat", "", "2.重复申请"), ("publication", "", "3.要求提供公开出版物"), ("mass", "", "4.无正当理由大量反复申请"),
    ("confirm", "", "5.要求行政机关确认或重新出具已获取信息"),
    ("uncorrected", "（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    ("unpaid", "", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"), ("other", "", "3.其他"),
]
APPLICANTS = ("natural", "company", "research", "welfare", "law", "other", "total")
SECTIONS = {"overview": 0, "proactive": 1, "applications": 2, "disputes": 3, "problems": 4, "other": 5}


def table(rows):
    width = max(map(len, rows))
    lines = ["| " + " | ".join(map(str, row + [""] * (width - len(row)))) + " |" for row in rows]
    lines.insert(1, "| --- " * width + "|")
    return "\n".join(lines)


def proactive(figures):
    issued = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
    made = ["信息内容", "本年处理决定数量"]
    rows = [["第二十条第（一）项"], issued] + [[name] + figures[name] for name in ("规章", "行政规范性文件")]
    rows += [["第二十条第（五）项"], made, ["行政许可", figures["行政许可"]], ["第二十条第（六）项"], made]
    rows += [[name, figures[name]] for name in ("行政处罚", "行政强制")]
    rows += [["第二十条第（八）项"], ["信息内容", "本年收费金额（单位：万元）"], ["行政事业性收费", figures["行政事业性收费"]]]
    return table(rows)


def applications(base):
    def row(figures):
        return [figures[name] for name in APPLICANTS]
    law = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
    rows = [[law, "", "", "申请人情况"], ["", "", "", "自然人", "法人或其他组织", "", "", "", "", "总计"],
            ["", "", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""],
            ["一、本年新收政府信息公开申请数量", "", ""] + row(base["received"]),
            ["二、上年结转政府信息公开申请数量", "", ""] + row(base["carried_in"])]
    for index, (name, group, label) in enumerate(OUTCOMES):
        rows.append(["" if index else "三、本年度办理结果", group, label] + row(base["outcomes"][name]))
    rows.append(["", "（七）总计", ""] + row(base["processed"]))
    rows.append(["四、结转下年度继续办理", "", ""] + row(base["carried_out"]))
    return table(rows)


def disputes(figures):
    results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    return table([
        ["行政复议"] + [""] * 4 + ["行政诉讼"],
        results + ["未经复议直接起诉"] + [""] * 4 + ["复议后起诉"],
        [""] * 5 + results * 2,
        figures["review"] + figures["direct"] + figures["after_review"],
    ])


def report(base, section, text):
    """The report of `base`, with `text` in its `section`."""
    told = ["工作按年初的安排进行。", "", "", "", "一些栏目更新还不够及时，下一步将加强检查。", "没有其他需要报告的事项。"]
    told[SECTIONS[section]] = text
    heads = ["总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况",
             "存在的主要问题及改进情况", "其他需要报告的事项"]
    tables = ["", proactive(base["proactive"]), applications(base), disputes(base["disputes"]), "", ""]
    parts = [f"# {base['agency']}{base['year']}年政府信息公开工作年度报告"]
    for number, head, prose, rows in zip("一二三四五六", heads, told, tables):
        parts += [f"## {number}、{head}", prose, rows]
    return "\n\n".join(part for part in parts + [base["agency"], f"{base['year'] + 1}年1月20日"] if part) + "\n"


def judge(gouji, texts):
    """What is found fault with in each report: the findings of level error or warning."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder, f"{index:06}.md") for index in range(len(texts))]
        for path, text in zip(paths, texts):
            path.write_text(text)
        command = [gouji, "check", "--format", "json"] + [str(path) for path in paths]
        run = subprocess.run(command, capture_output=True, text=True)
    lines = run.stdout.splitlines()
    if len(lines) != len(texts):
        sys.exit(f"sentences.py: {len(lines)} answers to {len(texts)} reports: {run.stderr[:500]}")
    return [faults(json.loads(line)) for line in lines]


def faults(record):
    return [f"{finding['rule']}: {finding['message']['zh']}"
            for finding in record["findings"] if finding["severity"] in ("error", "warning")]


def read(path):
    cases = [json.loads(line) for line in path.read_text().splitlines() if line]
    for case in cases:
        for old, _ in case["faults"]:
            if case["text"].count(old) != 1:
                sys.exit(f"{path}: {case['id']}: “{old}” stands {case['text'].count(old)} times in the text")
    return cases


def hold(gouji, path, talks):
    """Judges a set, and says whether the program does as well as `held.json` has it."""
    bases = json.loads((path.parent / "bases.json").read_text())
    cases = read(path)
    wrong = [(case, old, new) for case in cases for old, new in case["faults"]]
    texts = [(case, case["text"]) for case in cases]
    texts += [(case, case["text"].replace(old, new)) for case, old, new in wrong]
    said = judge(gouji, [report(bases[case["base"]], case["section"], text) for case, text in texts])
    of_sound = {case["id"]: words for case, words in zip(cases, said)}
    accused = [case for case in cases if of_sound[case["id"]]]
    # What is said of the sound text, too, finds no fault.
    missed = [fault for fault, words in zip(wrong, said[len(cases):]) if set(words) <= set(of_sound[fault[0]["id"]])]
    found = len(wrong) - len(missed)
    if talks:
        for case in accused:
            print("accused", case["id"], case["section"], case["text"], *of_sound[case["id"]], sep="\n    ")
        for case, old, new in missed:
            print("missed", case["id"], case["section"], f"{old} → {new}: {case['text']}", sep="\n    ")
    print(f"{path.name}: of {len(cases)} sound texts {len(accused)} accused ({len(accused) / len(cases):.1%}); "
          f"of {len(wrong)} faults {found} found ({found / max(1, len(wrong)):.1%})")
    held = json.loads((path.parent / "held.json").read_text()).get(path.name, {"accused": 0, "found": len(wrong)})
    if len(accused) > held["accused"] or found < held["found"]:
        print(f"{path.name}: held to {held['accused']} accused and {held['found']} found")
        return False
    return True


def main():
    names = [name for name in sys.argv[2:] if name != "-v"]
    if not names:
        sys.exit(__doc__)
    results = [hold(sys.argv[1], pathlib.Path(name), "-v" in sys.argv) for name in names]
    sys.exit(0 if all(results) else 1)


main()
