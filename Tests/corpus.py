#!/usr/bin/env python3
"""Holds `gouji check` to reports whose truth is known, and prints a line for each.

usage: corpus.py GOUJI FOLDER
FOLDER holds, at any depth, reports and beside each one `<stem>.gold.json`: identity, sections, cells, the faults that
are there and those that a careless check would raise. Exit status 1 where a number is wrong, a stated cell is not read,
an identity or a section is missed, or an error is raised that is none.
"""
import json
import pathlib
import subprocess
import sys

# The rules of what stands in one report alone; the others come with the text's figures and with several years.
JUDGED = ("section.", "form.", "applications.", "disputes.", "proactive.", "statistics.", "annex.", "number.")


def check(gouji, path):
    run = subprocess.run([gouji, "check", "--format", "json", str(path)], capture_output=True, text=True)
    lines = run.stdout.strip().splitlines()
    return json.loads(lines[-1]) if lines else None


def plain(text):
    return "".join(text.split())


def compare_identity(gold, record, problems):
    for key in ("agency", "year", "form", "kind"):
        accepted = [gold.get(key)] + gold.get(key + "_accept", [])
        if record["identity"][key] not in accepted:
            problems.append(f"{key}: {record['identity'][key]} instead of {gold.get(key)}")


def compare_sections(gold, record, problems):
    found = [(s["id"], plain(s["heading"])) for s in record["sections"] if s["id"]]
    wanted = [(s["id"], plain(s["heading"])) for s in gold["sections"] if not s.get("optional")]
    known = {s["id"] for s in gold["sections"]}
    problems += [f"section {s} was not found" for s in wanted if s not in found]
    problems += [f"section {s} is none" for s in found if s[0] not in known]


def compare_cells(gold, record, problems):
    right = wrong = unread = 0
    accept, neutral = gold.get("accept", {}), set(gold.get("neutral", []))
    ambiguous = set(gold.get("ambiguous", []))
    for table, truth in gold["tables"].items():
        rows = record["tables"].get(table, {}).get("rows", {})
        for row, cells in truth.get("rows", {}).items():
            for column, value in cells.items():
                path = f"{table}.{row}.{column}"
                read = rows.get(row, {}).get("cells", {}).get(column)
                tolerated = accept.get(path)
                tolerated = tolerated if isinstance(tolerated, list) else [tolerated]
                if read == (None if path in ambiguous else value) or (read is not None and read in tolerated):
                    right += 1
                elif read is not None:
                    wrong += 1
                    problems.append(f"{path} is {read} instead of {'a doubt' if path in ambiguous else value}")
                elif path in neutral:
                    right += 1
                else:
                    unread += 1
                    problems.append(f"{path} was not read: {value}")
    return right, wrong, unread


def places(finding):
    paths = {place["path"] for place in finding["where"]}
    return paths | {path.split(".", 1)[1] for path in paths if path.startswith("sections.")}


def compare_findings(gold, record, problems):
    for fault in gold["must_find"]:
        if not fault["rule"].startswith(JUDGED):
            continue
        rules = [fault["rule"]] + fault.get("rule_accept", [])
        if not any(
            f["rule"] in rules and (not fault["where"] or places(f) & set(fault["where"])) for f in record["findings"]
        ):
            problems.append(f"{fault['rule']} at {fault['where']} was not found")
    arguable = {f["rule"] for f in gold["must_find"] + gold.get("may_find", [])}
    for finding in record["findings"]:
        if finding["severity"] == "error" and finding["rule"] not in arguable:
            problems.append(f"false {finding['rule']}: {finding['message']['en']}")


def main():
    gouji, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    totals, failed = [0, 0, 0], 0
    for path in sorted(folder.rglob("*.gold.json")):
        gold = json.loads(path.read_text())
        source = path.parent / gold["file"]
        record = check(gouji, source)
        problems, cells = [], (0, 0, 0)
        if record is None or record.get("verdict") == "unreadable":
            if gold["kind"] != "not-a-report" and "not-a-report" not in gold.get("kind_accept", []):
                problems.append("could not be read")
        else:
            compare_identity(gold, record, problems)
            compare_sections(gold, record, problems)
            cells = compare_cells(gold, record, problems)
            compare_findings(gold, record, problems)
        totals = [a + b for a, b in zip(totals, cells)]
        failed += bool(problems)
        print(f"{gold['file']:<36} cells right {cells[0]:4} wrong {cells[1]:2} unread {cells[2]:3}  "
              f"{'ok' if not problems else ''}")
        for problem in problems[:12]:
            print(f"    {problem}")
    print(f"cells: {totals[0]} right, {totals[1]} wrong, {totals[2]} unread; reports with a problem: {failed}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
