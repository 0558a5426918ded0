#!/usr/bin/env python3
"""Checks records of schema gouji/report/1 against the JSON Schema of this repository.

Usage: validate-records.py FILE...    (- is standard input)

A file holds one record, or one record a line. Each violation is one line on standard error:
FILE[:NUMBER]: place in the record: what is wrong. Exit status 1 if there is any, 2 for wrong use.
"""

import json
import pathlib
import sys

import jsonschema

SCHEMA = pathlib.Path(__file__).resolve().parent.parent / "Schemas" / "gouji-report-1.schema.json"


def refuse_constant(name):
    raise ValueError(f"{name} is no JSON")


def unique_object(pairs):
    keys = [key for key, _ in pairs]
    if keys != sorted(keys):
        raise ValueError(f"the keys are not in order: {keys}")
    if len(set(keys)) != len(keys):
        raise ValueError(f"a key stands twice: {keys}")
    return dict(pairs)


def parse(text):
    return json.loads(text, object_pairs_hook=unique_object, parse_constant=refuse_constant)


def records(name):
    """The records of a file, each with the place that messages give."""
    data = sys.stdin.buffer.read() if name == "-" else pathlib.Path(name).read_bytes()
    text = data.decode("utf-8")
    lines = [line for line in text.split("\n") if line]
    # A record of one line begins and ends on it; a pretty one begins with a lone brace.
    if lines and all(line.startswith("{") and line.endswith("}") for line in lines):
        return [(f"{name}:{number}", parse(line)) for number, line in enumerate(lines, 1)]
    return [(name, parse(text))]


def violations(validator, name):
    try:
        found = records(name)
    except (OSError, ValueError) as error:
        return [f"{name}: {error}"]
    if not found:
        return [f"{name}: no record"]
    return [
        f"{place}: {'/'.join(map(str, error.absolute_path)) or '(top)'}: {error.message[:300]}"
        for place, record in found
        for error in validator.iter_errors(record)
    ]


def main(names):
    if not names:
        print(__doc__, file=sys.stderr)
        return 2
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    found = [line for name in names for line in violations(validator, name)]
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
