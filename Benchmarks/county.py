"""The data that all contenders serve: units with one handler each, signed in, each with a form of about 120 cells."""

import hashlib
import json
import random
import re
import sqlite3
import subprocess
import time
import urllib.parse
import urllib.request

PROTOTYPE = "601001"
SECRET = "Benchmark-only-7"
LINES = 20


class Session(urllib.request.HTTPRedirectHandler):
    """A signed-in person on our server, for making the prototype."""

    def __init__(self, port):
        self.base = f"http://127.0.0.1:{port}"
        self.cookie = ""
        self.token = ""
        self.opener = urllib.request.build_opener(self)

    def redirect_request(self, *_):
        return None

    def ask(self, path, fields=None, changes=None):
        headers = {"Cookie": self.cookie}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode({"csrf": self.token, **fields}).encode()
        if changes is not None:
            body = json.dumps({"changes": changes}).encode()
            headers |= {"Content-Type": "application/json", "X-CSRF-Token": self.token}
        request = urllib.request.Request(self.base + path, body, headers)
        try:
            answer = self.opener.open(request, timeout=60)
        except urllib.error.HTTPError as error:
            if error.code != 303:
                raise
            answer = error
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            if cookie.startswith("jiheng="):
                self.cookie = cookie.split(";")[0]
        return answer.read().decode()

    def sign_in(self, account, one_time):
        self.ask("/sign-in", {"name": account, "secret": one_time})
        self.token = token(self.ask("/account"))
        self.ask("/account", {"secret": SECRET, "repeated": SECRET})
        self.token = token(self.ask("/account"))


def token(page):
    return re.search(r'name="csrf" value="(\w+)"', page)[1]


def demo(program, data):
    """Makes the demo county and answers what the program says of it."""
    command = [program, "demo", "--data", str(data), "--format", "json", "--unpublished"]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def fill_prototype(port, made):
    """Gives the prototype unit as many fund lines as make its form about 120 cells. Answers its filing."""
    secrets = {account["account"]: account["secret"] for account in made["accounts"]}
    filing = next(unit["filing"] for unit in made["units"] if unit["code"] == PROTOTYPE)
    session = Session(port)
    session.sign_in(f"jb{PROTOTYPE}", secrets[f"jb{PROTOTYPE}"])
    path = f"/filings/{filing}/sheets/base"
    for _ in range(LINES):
        session.ask(path, {"action": "add:specialFunds"})
    changes = []
    for number, line in enumerate(re.findall(r'name="base/(r\d+)/name"', session.ask(path)), 1):
        texts = {"name": f"农村公共服务专项资金{number}", "last": f"{number}.25", "budget": f"{number}.5", "final": "0"}
        changes += [{"cell": f"base/{line}/{column}", "text": text} for column, text in texts.items()]
    session.ask(f"/filings/{filing}/cells", changes=changes)
    return filing


def clone(path, prototype, count):
    """Copies the prototype to as many units straight in the database. Answers what the load needs of each."""
    database = sqlite3.connect(path)
    chance = random.Random(7)
    now = int(time.time())
    task, stage, score = database.execute("SELECT task_id, stage, score FROM filing WHERE id = ?", [prototype]).fetchone()
    sheets = database.execute("SELECT id, form, position, content FROM sheet WHERE filing_id = ?", [prototype]).fetchall()
    entries = database.execute(
        "SELECT version, kind, detail FROM history WHERE filing_id = ? ORDER BY version", [prototype]).fetchall()
    made = []
    for number in range(count):
        code, name, person_name = f"{700 + number // 900}{number % 900 + 2:03d}", f"测试县第{number:03d}单位", f"经办{number}"
        database.execute("INSERT INTO unit (code, name) VALUES (?, ?)", [code, name])
        person = database.execute(
            "INSERT INTO person (account, name, is_one_time) VALUES (?, ?, 0)", [f"bench{number}", person_name]).lastrowid
        database.execute("INSERT INTO post (person_id, kind, unit_code) VALUES (?, 'handler', ?)", [person, code])
        cookie, csrf = chance.randbytes(16).hex(), chance.randbytes(16).hex()
        digest = hashlib.sha256(cookie.encode()).hexdigest()
        database.execute(
            "INSERT INTO session (token_hash, person_id, csrf, began_at, seen_at, agent) VALUES (?, ?, ?, ?, ?, 'bench')",
            [digest, person, csrf, now, now])
        filing = database.execute(
            "INSERT INTO filing (task_id, unit_code, stage, version, chain, is_opened, errors, unexplained, score, updated_at)"
            " VALUES (?, ?, ?, 0, '', 0, 0, 0, ?, ?)", [task, code, stage, score, now]).lastrowid
        chain = ""
        contents = {}
        edits = []
        for sheet, form, position, content in sheets:
            content = json.loads(content)
            if sheet == "base":
                # The same amounts in another order: sums, and so what is found, are every unit's.
                places = [place for place in content["cells"] if re.fullmatch(r"r\d+/last", place)]
                amounts = [content["cells"][place][0] for place in places]
                for place, amount in zip(places, chance.sample(amounts, len(amounts))):
                    edits.append(["text", f"base/{place}", content["cells"][place][0], amount])
                    content["cells"][place] = [amount]
                contents = content
            database.execute("INSERT INTO sheet VALUES (?, ?, ?, ?, ?)", [filing, sheet, form, position, compact(content)])
        kept = [*entries, (len(entries) + 1, "edit", compact({"changes": edits}))]
        for version, kind, detail in kept:
            words = "\n".join([chain, str(filing), str(version), str(person), str(now), kind, detail])
            chain = hashlib.sha256(words.encode()).hexdigest()
            database.execute(
                "INSERT INTO history (filing_id, version, kind, person_id, at, detail, chain) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [filing, version, kind, person, now, detail, chain])
        database.execute("UPDATE filing SET version = ?, chain = ? WHERE id = ?", [len(kept), chain, filing])
        made.append({
            "filing": filing, "person": person, "code": code, "unit": name, "name": person_name, "cookie": cookie,
            "csrf": csrf, "version": len(kept), "updated": now, "content": contents,
        })
    database.commit()
    database.close()
    return made


def compact(value):
    """JSON as the program keeps it."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
