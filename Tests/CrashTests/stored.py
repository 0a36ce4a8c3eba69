"""Reads the database directly, past the program that is under test."""

import contextlib
import csv
import hashlib
import io
import json
import sqlite3
import subprocess
import time


Unreadable = sqlite3.DatabaseError


class SQLiteStore:
    """The embedded database's file, opened for reading only where nothing else is said."""

    def __init__(self, path):
        self.path = path

    @contextlib.contextmanager
    def open(self, writable=False):
        """Answers a function from SQL to rows of texts."""
        mode = "rw" if writable else "ro"
        connection = sqlite3.connect(f"file:{self.path}?mode={mode}", uri=True, timeout=30)
        try:
            yield lambda sql: [
                ["" if value is None else str(value) for value in row] for row in connection.execute(sql)]
        finally:
            connection.close()

    def rows(self, sql):
        with self.open() as rows:
            return rows(sql)

    def settle(self):
        """Nothing goes on in a file that nobody has open."""


class PostgresStore:
    """A database of a PostgreSQL server, asked with psql."""

    def __init__(self, conninfo):
        self.conninfo = conninfo

    def rows(self, sql):
        command = ["psql", self.conninfo, "--no-psqlrc", "--quiet", "--csv", "--tuples-only", "--command", sql]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
        csv.field_size_limit(1 << 30)
        return list(csv.reader(io.StringIO(done.stdout)))

    def settle(self):
        """Waits until the killed program's last statements have ended on the server."""
        others = """SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"""
        for _ in range(600):
            if self.rows(others) == [["0"]]:
                return
            time.sleep(0.05)
        raise AssertionError("the killed program's connections did not end")


def filings(store):
    """Version, chain and stage by filing."""
    rows = store.rows("SELECT id, version, chain, stage FROM filing ORDER BY id")
    return {int(number): (int(version), chain, stage) for number, version, chain, stage in rows}


def history(store, filing, after):
    """Entries after a version: version, kind, person, time, the detail as kept, chain."""
    rows = store.rows(
        "SELECT version, kind, person_id, at, detail, chain FROM history"
        f" WHERE filing_id = {int(filing)} AND version > {int(after)} ORDER BY version"
    )
    return [(int(version), kind, person, at, detail, chain) for version, kind, person, at, detail, chain in rows]


def chains(store, filing, version):
    """How many entries there are up to a version, and the chain of the last of them."""
    rows = store.rows(
        f"SELECT count(*), (SELECT chain FROM history WHERE filing_id = {int(filing)} AND version = {int(version)})"
        f" FROM history WHERE filing_id = {int(filing)} AND version <= {int(version)}")
    return [(int(count), chain) for count, chain in rows]


def chained(before, filing, entry):
    """The chain of an entry of the history behind the one before."""
    version, kind, person, at, detail, _ = entry
    words = [before, str(filing), str(version), person, at, kind, detail]
    return hashlib.sha256("\n".join(words).encode()).hexdigest()


def cells(store, filing):
    """The texts of all cells by address."""
    texts = {}
    for sheet, content in store.rows(f"SELECT id, content FROM sheet WHERE filing_id = {int(filing)}"):
        for place, entry in json.loads(content)["cells"].items():
            texts[f"{sheet}/{place}"] = entry[0]
    return texts
