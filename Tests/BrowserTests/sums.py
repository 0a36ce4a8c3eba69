"""The sums that the statistics must show, worked out anew from the stored documents: plain SQL and decimals."""

import json
import sqlite3
from decimal import ROUND_HALF_UP, Decimal

PLACES = Decimal("0.01")
THREE_PUBLIC = {
    "三公经费": ["vehiclePurchase", "vehicleRunning", "abroad", "reception"],
    "公务用车购置和维护经费": ["vehiclePurchase", "vehicleRunning"], "公车购置": ["vehiclePurchase"],
    "公车运行维护": ["vehicleRunning"], "出国经费": ["abroad"], "公务接待": ["reception"],
}


def grade(score):
    """As the county's form prints them; 90 and 80 are 良好, 60 is 较差."""
    return "优秀" if score > 90 else "良好" if score >= 80 else "较差" if score >= 60 else "差"


class Stored:
    """One filing as the database keeps it."""

    def __init__(self, code, stage, sheets):
        self.code, self.stage, self.sheets = code, stage, sheets

    def number(self, sheet, cell):
        text = self.sheets.get(sheet, {}).get("cells", {}).get(cell, [""])[0]
        return Decimal(text) if text else None

    def execution(self):
        initial, budget, executed = (self.number("self", f"total/{name}") for name in ("initial", "budget", "executed"))
        return initial, budget, executed, budget if budget is not None else initial

    def three_public(self, rows, column):
        return sum(self.number("base", f"{row}/{column}") or 0 for row in rows)

    def score(self):
        """Points of execution, cut to ten, and of every line."""
        _, _, executed, base = self.execution()
        if executed is None or not base:
            return None
        points = min(Decimal(10), (10 * executed / base).quantize(PLACES, ROUND_HALF_UP))
        lines = {row[0] for row in self.sheets["self"]["rows"]}
        return points + sum(self.number("self", f"{line}/score") or 0 for line in lines)


def stored(data):
    """Every filing that was begun."""
    database = sqlite3.connect(f"file:{data}/jiheng.sqlite?mode=ro", uri=True)
    filings = database.execute(
        "SELECT id, unit_code, stage FROM filing WHERE version > 0 AND waiver <> 'accepted'").fetchall()
    made = []
    for identifier, code, stage in filings:
        sheets = database.execute("SELECT id, content FROM sheet WHERE filing_id = ?", (identifier,)).fetchall()
        made.append(Stored(code, stage, {name: json.loads(content) for name, content in sheets}))
    database.close()
    return made


def stages(data):
    database = sqlite3.connect(f"file:{data}/jiheng.sqlite?mode=ro", uri=True)
    counts = dict(database.execute("SELECT stage, count(*) FROM filing GROUP BY stage"))
    sent = database.execute("SELECT count(*) FROM filing WHERE sent_day IS NOT NULL").fetchone()[0]
    database.close()
    return counts, sent


def rate(part, whole):
    return str((100 * part / whole).quantize(PLACES, ROUND_HALF_UP)) if whole else "—"
