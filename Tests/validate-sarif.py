#!/usr/bin/env python3
"""Checks a SARIF 2.1.0 log: its structure, and the official JSON schema where SCHEMA is given.

Usage: validate-sarif.py LOG [SCHEMA]

What the schema cannot say is checked here: that rules are referred to rightly, that a result which is no failure has no
level, that URIs are valid, that an edit deletes something. Each violation is one line on standard error; exit status 1
if there is any.
"""

import json
import pathlib
import re
import sys

import jsonschema

# RFC 3986, appendix A: what a URI reference may hold.
URI = re.compile(r"(?:[A-Za-z0-9._~/?#\[\]@!$&'()*+,;=:-]|%[0-9A-Fa-f]{2})+")
LEVELS = {"error", "warning", "note", "none"}


def unique_object(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) != len(keys):
        raise ValueError(f"a key stands twice: {keys}")
    return dict(pairs)


def locations(node):
    """Every object under `node` that names an artifact."""
    if isinstance(node, dict):
        if "artifactLocation" in node:
            yield node
        for value in node.values():
            yield from locations(value)
    elif isinstance(node, list):
        for value in node:
            yield from locations(value)


def of_result(result, rules):
    if result.get("level") not in LEVELS:
        yield f"level {result.get('level')!r}"
    if result.get("kind", "fail") != "fail" and result["level"] != "none":
        yield "a result that is no failure has a level"
    if "ruleIndex" in result and rules[result["ruleIndex"]]["id"] != result["ruleId"]:
        yield f"ruleIndex of {result['ruleId']} is another rule's"
    if not result["message"]["text"] or not result["locations"]:
        yield "no message or no location"
    if result.get("kind") != "open" and not result["partialFingerprints"]["goujiFinding/v1"]:
        yield "no fingerprint"
    for fix in result.get("fixes", []):
        for change in fix["artifactChanges"]:
            for edit in change["replacements"]:
                region = edit["deletedRegion"]
                if region["endColumn"] <= region["startColumn"]:
                    yield "an edit that deletes nothing"


def violations(log):
    if log["version"] != "2.1.0" or len(log["runs"]) != 1:
        yield "version or number of runs"
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    if len({rule["id"] for rule in rules}) != len(rules):
        yield "a rule stands twice"
    for number, result in enumerate(run["results"]):
        yield from (f"result {number}: {text}" for text in of_result(result, rules))
    for place in locations(run):
        uri = place["artifactLocation"]["uri"]
        if not URI.fullmatch(uri) or uri.count("#") > 1:
            yield f"no URI: {uri}"
        if place.get("region", {"startLine": 1})["startLine"] < 1:
            yield f"no line: {place}"


def main(names):
    if not names:
        print(__doc__, file=sys.stderr)
        return 2
    log = json.loads(pathlib.Path(names[0]).read_bytes().decode("utf-8"), object_pairs_hook=unique_object)
    found = list(violations(log))
    for name in names[1:]:
        schema = json.loads(pathlib.Path(name).read_text(encoding="utf-8"))
        validator = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())
        found += [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:300]}" for e in validator.iter_errors(log)]
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
