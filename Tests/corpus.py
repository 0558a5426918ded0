#!/usr/bin/env python3
"""Holds `gouji check` to reports whose truth is known, and prints a line for each.

usage: corpus.py GOUJI FOLDER [-v]
FOLDER holds, at any depth, reports and beside each one `<stem>.gold.json`: identity, sections, cells, the faults that
are there and those that a careless check would raise. Exit status 1 where a number is wrong, a stated cell is not read,
an identity or a section is missed, or an error is raised that is none. With -v the figures of the text that were not
read are printed, too. All reports go through a daemon of their own, the later years first, and what the years say
of each other is compared with `history_find`.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

# The rules of what stands in one report alone; the others come with several years.
JUDGED = ("section.", "form.", "applications.", "disputes.", "proactive.", "statistics.", "annex.", "number.",
          "identity.", "text.", "fee.", "deadline.", "claim.")
SIBLING = "claim.contradicts-sibling"
# What part of the figures of the text must be among the claims.
CLAIMS = 0.97


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


def touches(finding, where):
    """Whether a place of the finding is one of these, or lies in it: a cell in a row, a row in a group, a table."""
    return any(path == place or path.startswith(place + ".") for path in places(finding) for place in where)


def states(finding, fault):
    """Whether a finding says what the gold says: what would fit, what stands there, and one of the words quoted."""
    for key in ("expected", "actual"):
        wanted, told = fault.get(key), finding[key]
        if isinstance(wanted, (int, float)) and isinstance(told, (int, float)) and wanted != told:
            return False
    texts = [finding["message"]["zh"], str(finding["expected"]), str(finding["actual"])]
    texts += [place["text"] for place in finding["where"]]
    quotes = fault.get("quote")
    return not quotes or any(plain(quote) in plain(text) for quote in quotes for text in texts)


def compare_findings(gold, record, problems):
    for fault in gold["must_find"]:
        if not fault["rule"].startswith(JUDGED) or fault["rule"] == SIBLING:
            continue
        rules = [fault["rule"]] + fault.get("rule_accept", [])
        found = [
            f for f in record["findings"]
            if f["rule"] in rules and (not fault["where"] or touches(f, fault["where"]))
        ]
        if not found:
            problems.append(f"{fault['rule']} at {fault['where']} was not found")
        elif not any(states(f, fault) for f in found):
            problems.append(f"{fault['rule']} at {fault['where']} says other numbers: {found[0]['message']['en']}")
    wanted = [f for f in gold["must_find"] + gold.get("may_find", []) if f["rule"].startswith("claim.")]
    for fault in gold.get("must_not_find", []):
        for finding in record["findings"]:
            if finding["rule"] != fault["rule"] or not fault["rule"].startswith("claim."):
                continue
            if any(f["rule"] == finding["rule"] and (not f.get("where") or touches(finding, f["where"])) for f in wanted):
                continue
            if not fault.get("where") or touches(finding, fault["where"]):
                problems.append(f"false {finding['rule']} ({fault['why']}): {finding['message']['en']}")
    for trap in gold.get("must_not_find", []):
        if not trap["rule"].startswith(JUDGED) or trap["rule"].startswith("claim."):
            continue
        for finding in record["findings"]:
            where = set(trap.get("where") or [])
            if finding["rule"] == trap["rule"] and (not where or places(finding) & where):
                problems.append(f"raised wrongly: {finding['rule']}: {finding['message']['en']} ({trap['why']})")
    arguable = {f["rule"] for f in gold["must_find"] + gold.get("may_find", [])}
    for finding in record["findings"]:
        if finding["severity"] == "error" and finding["rule"] not in arguable:
            problems.append(f"false {finding['rule']}: {finding['message']['en']}")


def compare_claims(gold, record, problems):
    """How many of the figures that a reader finds in the text are among the claims."""
    found = 0
    for truth in gold.get("claims", []):
        words = "".join(c for c in plain(truth["text"]) if c.isalnum())
        for claim in record["claims"]:
            text = "".join(c for c in plain(claim["text"]) if c.isalnum())
            numbers = [claim[k] for k in ("value", "low", "high") if claim[k] is not None]
            # 110.18万 is 1101800 in the record.
            same = any(abs(abs(n) - truth["value"] * p) < 1e-6 * max(1, abs(n)) for n in numbers for p in (1, 1e4))
            if same and (text[-6:] in words or words[-6:] in text or words in text or text in words):
                found += 1
                break
        else:
            problems.append(f"claim {truth['value']} was not read: {plain(truth['text'])}")
    return found, len(gold.get("claims", []))


def archive(gouji, sources):
    """The records that a daemon makes of the reports, by the name of the source."""
    with tempfile.TemporaryDirectory() as state:
        drop = pathlib.Path(state, "drop")
        drop.mkdir()
        # Later years first: each earlier one has its successor judged again.
        for number, source in enumerate(reversed(sources)):
            shutil.copy(source, drop / f".{number:04}-{source.name}")
            (drop / f".{number:04}-{source.name}").rename(drop / f"{number:04}-{source.name}")
        daemon = subprocess.Popen([gouji, "watch", "--state", state], stderr=subprocess.DEVNULL)
        try:
            waiting = [drop, pathlib.Path(state, "claim")]
            while not pathlib.Path(state, "archive").is_dir() or any(
                not entry.name.startswith(".") for folder in waiting for entry in folder.iterdir()
            ):
                if daemon.poll() is not None:
                    sys.exit("the daemon ended before the reports were archived")
                time.sleep(0.1)
        finally:
            daemon.terminate()
            daemon.wait()
        records = [json.loads(path.read_text()) for path in pathlib.Path(state, "archive").rglob("*-*.json")]
        return {record["source"]["name"].split("-", 1)[1]: record for record in records}


def compare_history(gold, record, problems):
    found = [f for f in record["findings"] if f["rule"].startswith("history.") and f["severity"] != "info"]
    for fault in gold.get("history_find", []):
        if not any(
            f["rule"] == fault["rule"] and places(f) & set(fault["where"]) and f["severity"] == fault["severity"]
            and f["expected"] == fault["expected"] and f["actual"] == fault["actual"] for f in found
        ):
            problems.append(f"beside the year before: {fault['rule']} at {fault['where']} was not found")
    known = {f["rule"] for f in gold.get("history_find", []) + gold.get("may_find", [])}
    problems += [f"beside the year before: false {f['rule']}: {f['message']['en']}"
                 for f in found if f["rule"] not in known]


def main():
    gouji, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    totals, failed = [0, 0, 0, 0, 0], 0
    golds = [(path, json.loads(path.read_text())) for path in sorted(folder.rglob("*.gold.json"))]
    archived = archive(gouji, [path.parent / gold["file"] for path, gold in golds])
    for path, gold in golds:
        source = path.parent / gold["file"]
        record = check(gouji, source)
        problems, cells, claims = [], (0, 0, 0), (0, 0)
        if record is None or record.get("verdict") == "unreadable":
            if gold["kind"] != "not-a-report" and "not-a-report" not in gold.get("kind_accept", []):
                problems.append("could not be read")
        else:
            compare_identity(gold, record, problems)
            compare_sections(gold, record, problems)
            cells = compare_cells(gold, record, problems)
            compare_findings(gold, record, problems)
            if gold["file"] in archived:
                compare_history(gold, archived[gold["file"]], problems)
            unread = []
            claims = compare_claims(gold, record, unread)
            if "-v" in sys.argv:
                print("\n".join("    " + line for line in unread))
        totals = [a + b for a, b in zip(totals, cells + claims)]
        failed += bool(problems)
        print(f"{gold['file']:<36} cells right {cells[0]:4} wrong {cells[1]:2} unread {cells[2]:3}  "
              f"claims {claims[0]:3} of {claims[1]:3}  {'ok' if not problems else ''}")
        for problem in problems[:12]:
            print(f"    {problem}")
    print(f"cells: {totals[0]} right, {totals[1]} wrong, {totals[2]} unread; claims: {totals[3]} of {totals[4]}; "
          f"reports with a problem: {failed}")
    if totals[3] < CLAIMS * totals[4]:
        print(f"fewer than {CLAIMS:.0%} of the claims were read")
        failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
