"""Asks every address as everybody, at every stage of a filing, and compares the answers with expected.tsv.

The last line is "N passed, N failed". With a part of an address as argument only such addresses are asked.
"""

import http.client
import io
import json
import re
import sqlite3
import sys
import urllib.parse
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "BrowserTests"))
from program import Program  # noqa: E402

TABLE = Path(__file__).with_name("expected.tsv")
STANDINGS = ["visitor", "handler", "reviewer", "lead", "fellow", "foreign", "bureau", "admin", "token"]
SCOPES = [
    "units:read", "people:read", "tasks:read", "tasks:write", "filings:read", "filings:write", "filings:move",
    "publications:write", "budget:write"]

# A subordinate unit and a lead unit whose filings are filled in, the stages on their paths, and who they are to whom.
UNITS = {
    "101002": {
        "stages": ["notStarted", "drafting", "unitReview", "departmentReview", "done"],
        "handler": ["jb101002"], "reviewer": ["sh101002"], "lead": ["jb101001", "sh101001"],
        "fellow": ["jb101003", "sh101003"], "foreign": ["jb201001", "sh201002"]},
    "201001": {
        "stages": ["notStarted", "drafting", "unitReview", "financeReview", "done"],
        "handler": ["jb201001"], "reviewer": ["sh201001"], "lead": [],
        "fellow": ["jb201002", "sh201002"], "foreign": ["jb101001", "sh101002"]}}
ANYWHERE = {"handler": ["jb101002"], "reviewer": ["sh101002"], "lead": ["jb101001", "sh101001"]}
EVERYWHERE = {"visitor": [None], "bureau": ["finance"], "admin": ["admin"], "token": ["token"]}


def read(path):
    """The rows as (method, address, stages, {standing: status}), patterns filled in."""
    patterns, rows = {}, []
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if line.startswith("@"):
            patterns[fields[0]] = fields[1:]
            continue
        method, address, stages, *answers = fields
        answers = patterns[answers[0]] if answers[0].startswith("@") else answers
        assert len(answers) == len(STANDINGS), f"line {number} has {len(answers)} answers"
        wanted = {standing: int(answer) for standing, answer in zip(STANDINGS, answers) if answer != "-"}
        rows.append((method, address, None if stages == "*" else set(stages.split(",")), wanted))
    return rows


def word_file():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")
    return buffer.getvalue()


class Asker:
    """One account, or nobody: the cookie, the token of its forms, and a token of the interface."""

    def __init__(self, program, account):
        self.program = program
        self.connection = http.client.HTTPConnection("127.0.0.1", program.port, timeout=60)
        self.cookie = self.csrf = ""
        self.token = self.other = None
        if account == "token":
            self.token = self.issue("finance", ["budget:write"])
            self.other = self.issue("finance", ["units:read"])
        elif account:
            session = program.session(account)
            self.cookie = "; ".join(f"{name}={value}" for name, value in session.cookies.items())
            self.csrf = session.csrf
            self.token = self.issue(account, SCOPES)

    def issue(self, account, scopes):
        return self.program.run("account", "token", "权限测试", "--account", account, "--scopes", *scopes).strip()

    def ask(self, method, address, body=None, headers=None):
        headers = dict(headers or {})
        if address.startswith("/api/v1/"):
            token = self.other if self.other and "budget-data" in address else self.token
            if token:
                headers["Authorization"] = f"Bearer {token}"
            headers["If-Match"] = '"0"'
        elif self.cookie:
            headers["Cookie"] = self.cookie
        elif self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        self.connection.request(method, address, body, headers)
        answer = self.connection.getresponse()
        content = answer.read()
        return answer.status, content


FORM = "application/x-www-form-urlencoded"
WITH_FILES = "multipart/form-data; boundary=b"


def multipart(fields, file=None):
    lines = []
    for name, value in fields.items():
        lines.append(f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode())
    if file:
        name, content = file
        head = f'--b\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
        lines.append(head.encode() + content + b"\r\n")
    return b"".join(lines) + b"--b--\r\n"


# What is sent to the interface: of the right shape, and without effect.
JSON_BODIES = {
    "/tasks": {"title": "任务", "year": 2024, "policies": ["none"], "deadline": "2025-03-31"},
    "/tasks/{task}/moves": {"move": "launch"},
    "/filings/{filing}/cells": {"changes": []},
    "/filings/{filing}/explanations": {"finding": "none", "text": "说明说明"},
    "/filings/{filing}/moves": {"move": "approve"},
    "/filings/{filing}/publications": {},
    "/filings/{filing}/publications/{number}/withdrawal": {"reason": "测试"},
    "/budget-data/{year}/{unit}": [{"place": "nowhere", "value": "1"}]}
UPLOADS = (
    "/filings/{filing}/audits", "/filings/{filing}/draft", "/filings/{filing}/workbook", "/checkup",
    "/admin/import/units", "/admin/import/people", "/admin/tasks/{task}/notice", "/admin/tasks/{task}/template",
    "/admin/policies/{policy}/edit")
# What a form says besides its token.
FIELDS = {
    "/filings/{filing}/waiver": {"action": "declare", "waiverReason": "本单位没有这类支出"},
    "/filings/{filing}/notes": {"kind": "remark"}, "/filings/{filing}/notes/{note}/settled": {"settled": "no"},
    "/filings/{filing}/workbook/confirm": {"rows": "0"}, "/filings/{filing}/explanations": {"key": "none"},
    "/set-up/{token}": {}}


def sent(method, address, asker, version):
    """The body and headers of a request."""
    if method == "GET":
        return None, {}
    if address.startswith("/api/v1/"):
        body = JSON_BODIES[address.removeprefix("/api/v1")]
        return json.dumps(body).encode(), {"Content-Type": "application/json"}
    if address == "/filings/{filing}/cells":
        return b'{"changes":[]}', {"Content-Type": "application/json", "X-CSRF-Token": asker.csrf}
    if address == "/filings/{filing}/files":
        fields = {"csrf": asker.csrf, "requirement": "none"}
        return multipart(fields, ("报告.docx", word_file())), {"Content-Type": WITH_FILES}
    if address in UPLOADS:
        return multipart({"csrf": asker.csrf}), {"Content-Type": WITH_FILES}
    fields = {"csrf": "none" if address == "/sign-out" else asker.csrf, "version": "0"} | FIELDS.get(address, {})
    if address == "/filings/{filing}/review":
        fields["version"] = str(version)
    return urllib.parse.urlencode(fields).encode(), {"Content-Type": FORM}


class County:
    def __init__(self):
        self.program = Program.demo("--api-rate", "60000")
        self.database = sqlite3.connect(Path(self.program.data) / "jiheng.sqlite", timeout=30)
        self.askers = {}
        self.task = self.value("SELECT max(id) FROM task")
        self.policy = self.value("SELECT hash FROM policy_version WHERE policy = 'hunan-2024-department'")
        self.people = dict(self.database.execute("SELECT account, id FROM person"))
        self.asset = re.search(r'href="(/assets/[^"]+site\.css)"', self.asker(None).ask("GET", "/help")[1].decode())
        self.notes = {unit: self.note(unit) for unit in UNITS}
        self.place("101002", "drafting")
        self.post("jb101002", f"/filings/{self.program.filing('101002')}/projects")

    def value(self, statement, *values):
        return self.database.execute(statement, values).fetchone()[0]

    def asker(self, account):
        if account not in self.askers:
            self.askers[account] = Asker(self.program, account)
        return self.askers[account]

    def note(self, unit):
        """A remark of the bureau on a unit's filing."""
        self.post("finance", f"/filings/{self.program.filing(unit)}/notes", kind="remark", text="请核对")
        return self.value("SELECT max(id) FROM review_note")

    def post(self, account, address, **fields):
        asker = self.asker(account)
        body = urllib.parse.urlencode({"csrf": asker.csrf, **fields})
        status, _ = asker.ask("POST", address, body, {"Content-Type": FORM})
        assert status == 303, f"{address}: {status}"

    def call_off(self, is_off):
        """The task, or launches it again."""
        self.database.execute("UPDATE task SET phase = ?", ("cancelled" if is_off else "launched",))
        self.database.commit()

    def place(self, unit, stage):
        """Puts a filing into a stage, as if its handler had sent it."""
        sender = self.people["jb" + unit] if stage.endswith("Review") else None
        self.database.execute(
            "UPDATE filing SET stage = ?, sender = ?, is_opened = 0, sent_day = 20000, waiver = 'none' WHERE id = ?",
            (stage, sender, self.program.filing(unit)))
        self.database.commit()

    def filled(self, address, unit):
        """The address with what is there in place of its names."""
        if address == "/assets/{stamp}/{name}":
            return self.asset.group(1)
        filing = self.program.filing(unit or "101002")
        names = {
            "filing": filing, "sheet": "base", "task": self.task, "note": self.notes.get(unit, 0), "file": 999999,
            "audit": 999999, "other": 999999, "number": 999, "person": 999999, "token": 999999, "run": "none", "day": "2099-01-01",
            "part": 1, "draw": 999999, "code": "A01", "year": 2024, "unit": "101002", "format": "docx"}
        if address == "/query/ledger/{format}":
            names["format"] = "csv"
        names["deputyship"] = 999999
        names["name"] = "none"
        names["policy"] = names["hash"] = self.policy
        if "/{person}" in address and not address.endswith("/reset"):
            names["person"] = self.people["sh202001"]
        return re.sub(r"\{(\w+)(?:=(\w+))?\}", lambda found: found[2] or str(names[found[1]]), address)

    def version(self, unit):
        return self.value("SELECT version FROM filing WHERE id = ?", self.program.filing(unit)) if unit else 0

    def close(self):
        self.database.close()
        self.program.end()


def compared(county, row, unit, stage, people):
    """What differs, and how many answers were compared."""
    method, address, _, wanted = row
    differences, count = [], 0
    for standing, status in wanted.items():
        for account in {**people, **EVERYWHERE}.get(standing, []):
            asker = county.asker(account)
            body, headers = sent(method, re.sub(r"=\w+", "", address), asker, county.version(unit))
            answer, _ = asker.ask(method, county.filled(address, unit), body, headers)
            count += 1
            if answer != status:
                place = f"{unit} {stage}" if unit else "no filing"
                differences.append(f"FAILED {method} {address} by {account} ({standing}, {place}): "
                                   f"{answer} where {status} is expected")
    return differences, count


def main():
    rows = [row for row in read(TABLE) if all(part in row[1] for part in sys.argv[1:])]
    county = County()
    differences, count = [], 0

    def check(row, *where):
        nonlocal count
        found, asked = compared(county, row, *where)
        differences.extend(found)
        count += asked

    def concerns(row):
        return "/filings/{filing}" in row[1]

    try:
        for row in rows:
            if not concerns(row) and row[2] is None:
                check(row, None, None, ANYWHERE)
        county.call_off(True)
        for row in rows:
            if "cancelled" in (row[2] or ()):
                for unit, people in UNITS.items() if concerns(row) else [(None, ANYWHERE)]:
                    if unit:
                        county.place(unit, "drafting")
                    check(row, unit, "cancelled", people)
        county.call_off(False)
        for unit, people in UNITS.items():
            for stage in people["stages"]:
                # A row that names the stage goes before the one for the others.
                named = {row[:2] for row in rows if row[2] and stage in row[2]}
                for row in rows:
                    if not concerns(row) or (row[2] is None and row[:2] in named) or (row[2] and stage not in row[2]):
                        continue
                    county.place(unit, stage)
                    check(row, unit, stage, people)
    finally:
        county.close()
    print("\n".join(differences))
    print(f"{count - len(differences)} passed, {len(differences)} failed")
    return 1 if differences or not count else 0


if __name__ == "__main__":
    sys.exit(main())
