"""Counties with much in store, filled straight in the database, and pages that are asked for one after another."""

import hashlib
import http.client
import math
import random
import sqlite3
import time
import urllib.parse

import county
import servers

STAGES = ["drafting", "unitReview", "departmentReview", "financeReview", "done", "done", "done", "done"]


class County:
    """The demo county, and beside it as many units and years as are asked for: every unit has a filing each year."""

    def __init__(self, program, folder, units, years, leads_only=False):
        self.program, self.folder, self.data = program, folder, folder / "data"
        county.demo(program, self.data)
        self.database = sqlite3.connect(self.data / "jiheng.sqlite")
        self.chance = random.Random(7)
        self.cookie = self.signed_in("finance")
        share = 1 if leads_only else 5
        self.units = [f"{702 + number // share}{number % share + 1:03d}" for number in range(min(units, 298 * share))]
        self.units += [f"{100 + number // 900}{number % 900 + 100:03d}" for number in range(units - len(self.units))]
        self.database.executemany(
            "INSERT INTO unit (code, name) VALUES (?, ?)",
            [(code, f"测试县第{number:05d}单位") for number, code in enumerate(self.units)])
        self.tasks = [self.task(2_014 + year) for year in range(years)]
        self.filings = [row for task, year in self.tasks for row in self.filed(task, year)]

    def signed_in(self, account):
        person = self.database.execute("SELECT id FROM person WHERE account = ?", [account]).fetchone()[0]
        self.database.execute("UPDATE person SET is_one_time = 0 WHERE id = ?", [person])
        cookie, now = self.chance.randbytes(16).hex(), int(time.time())
        self.csrf = self.chance.randbytes(16).hex()
        self.database.execute(
            "INSERT INTO session (token_hash, person_id, csrf, began_at, seen_at, agent) VALUES (?, ?, ?, ?, ?, 'bench')",
            [hashlib.sha256(cookie.encode()).hexdigest(), person, self.csrf, now, now])
        return f"jiheng={cookie}"

    def task(self, year):
        """A task like the demo's, of another year."""
        made = self.database.execute(
            "INSERT INTO task (title, year, notice_title, notice_number, policies, deadline, created_at, created_by, phase,"
            " scope) SELECT ? || '年度部门整体支出绩效自评', ?, notice_title, notice_number, policies, ? || '-04-30', created_at,"
            " created_by, 'launched', '' FROM task WHERE id = 1", [str(year), year, str(year + 1)]).lastrowid
        return made, year

    def filed(self, task, year):
        """Answers id, task, year and unit of each new filing."""
        now, made = int(time.time()), []
        for code in self.units:
            stage = self.chance.choice(STAGES)
            identifier = self.database.execute(
                "INSERT INTO filing (task_id, unit_code, stage, version, chain, is_opened, errors, unexplained, score,"
                " updated_at, stage_since, sent_day) VALUES (?, ?, ?, 1, 'x', 0, 0, 0, '95', ?, ?, ?)",
                [task, code, stage, now, now, None if stage == "drafting" else 20_000]).lastrowid
            made.append((identifier, task, year, code))
        return made

    def sheets(self, of):
        """Gives every filing the sheets of a unit of the demo county."""
        kept = self.database.execute(
            "SELECT sheet.id, form, position, content FROM sheet JOIN filing ON filing.id = filing_id WHERE unit_code = ?",
            [of]).fetchall()
        self.database.executemany(
            "INSERT INTO sheet VALUES (?, ?, ?, ?, ?)",
            ((filing[0], *sheet) for filing in self.filings for sheet in kept))

    def figures(self, most=60):
        """Figures of as many items as are asked for, those of the dashboard among them, and findings and grades."""
        wanted = [f"base/{row}/{column}" for row in ("threePublic", "vehicles", "vehiclePurchase", "vehicleRunning", "abroad",
                                                     "reception") for column in ("last", "budget", "final")]
        wanted += ["self/total/initial", "self/total/budget", "self/total/executed"]
        others = [row[0] for row in self.database.execute("SELECT DISTINCT item FROM extract_figure ORDER BY item")]
        items = (wanted + [item for item in others if item not in wanted and not item.startswith("project")])[:most]
        chance = self.chance
        rules = [f"{letter}{number:02d}" for letter in "ABDQ" for number in range(1, 11)]
        for identifier, task, _, code in self.filings:
            values = {item: chance.randrange(10**9) for item in items}
            execution = [values[f"self/total/{column}"] for column in ("initial", "budget", "executed")]
            self.database.executemany(
                "INSERT INTO extract_figure VALUES (?, ?, ?, ?, ?, ?)",
                [(identifier, item, item, task, code, value) for item, value in values.items()])
            score = chance.randrange(60 * 10**6, 100 * 10**6)
            self.database.execute(
                "INSERT INTO extract VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?)",
                [identifier, task, code, "优秀" if score > 90 * 10**6 else "良好", score, *execution])
            self.database.executemany(
                "INSERT INTO extract_finding VALUES (?, ?, 'warning', ?, ?, ?)",
                [(identifier, rule, task, code, chance.randrange(1, 5)) for rule in chance.sample(rules, 12)])
        return items

    def serve(self):
        self.database.commit()
        self.database.execute("ANALYZE")
        self.database.commit()
        self.server = servers.ours(self.program, self.data, self.folder)
        with open(self.folder / "jiheng.log", "wb") as log:
            self.server.process = servers.subprocess.Popen(self.server.command, stdout=log, stderr=log)
        self.server.await_health()
        self.connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)

    def ask(self, path):
        """The page, and in how many milliseconds it was there."""
        began = time.perf_counter()
        self.connection.request("GET", path, headers={"Cookie": self.cookie})
        answer = self.connection.getresponse()
        content = answer.read()
        spent = (time.perf_counter() - began) * 1_000
        if answer.status != 200:
            raise SystemExit(f"{path} answered {answer.status}")
        return content.decode(), spent

    def send(self, path, fields):
        """Sends a form as the person who signed in last; answers where it leads to."""
        body = urllib.parse.urlencode({"csrf": self.csrf, **fields})
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        self.connection.request("POST", path, body, headers)
        answer = self.connection.getresponse()
        content = answer.read().decode()
        if answer.status != 303:
            raise SystemExit(f"{path} answered {answer.status}: {content[:500]}")
        return answer.getheader("Location")

    def stop(self):
        self.server.stop()
        self.database.close()


def share(times, part):
    """The time within which this part of them lies: 0.95 for p95."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, math.ceil(part * len(ordered)) - 1)]
