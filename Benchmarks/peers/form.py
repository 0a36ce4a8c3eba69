"""What both peers share: the form, its validation and its totals. No framework."""

import datetime
import json
import os
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

HERE = os.environ["PEER_DATA"]
with open(os.path.join(HERE, "form.json"), encoding="utf-8") as file:
    ROWS = json.load(file)
COLUMNS = ("last", "budget", "final")
SUMS = {
    "vehicles": ("vehiclePurchase", "vehicleRunning"),
    "threePublic": ("vehicles", "abroad", "reception"),
    "projectExpenditure": ("businessWork", "maintenance", "specialFunds"),
}
LIMIT = Decimal("1e12")
CHINA = datetime.timezone(datetime.timedelta(hours=8))


def rows(cells, lines):
    """The form's rows with the values of one filing."""
    shown = []
    for row in ROWS:
        if "pattern" not in row:
            fields = [{**field, "value": cells.get(field["address"], "")} if "address" in field else field
                      for field in row["fields"]]
            shown.append({"css": row["css"], "fields": fields})
            continue
        for line in lines:
            name = cells.get(f"base/{line}/name", "")
            fields = []
            for field in row["fields"]:
                address = field["address"].replace("{line}", line)
                fields.append({**field, "address": address, "id": address.replace("/", "_"),
                               "label": field["label"].replace("{name}", name), "value": cells.get(address, "")})
            shown.append({"css": row["css"], "line": line, "under": row["under"], "name": name, "fields": fields})
    return shown


def _typed(lines):
    """Address and kind of every cell that is typed in."""
    for row in ROWS:
        for field in row["fields"]:
            if field.get("control", "output") == "output" or "readonly" in field:
                continue
            kind = "number" if field.get("inputmode") == "decimal" else "text"
            for line in lines if "pattern" in row else [""]:
                yield field["address"].replace("{line}", line), kind


def validate(posted, before, lines):
    """The new cells with all totals, or what is wrong by cell."""
    cells, numbers, problems = dict(before), {}, {}
    for address, kind in _typed(lines):
        text = posted.get(address, before.get(address, "")).strip()
        if kind == "text":
            if len(text) > 5000:
                problems[address] = "文字太长"
            cells[address] = text
            continue
        try:
            number = Decimal(text.replace(",", "") or "0")
            if not number.is_finite() or abs(number) > LIMIT or number.as_tuple().exponent < -6:
                problems[address] = "超出范围"
        except InvalidOperation:
            problems[address] = "不是数字，请只填数字，如 4.64"
            continue
        numbers[address] = number
        cells[address] = text
    if not problems:
        total(cells, numbers, lines)
    return cells, problems


def total(cells, numbers, lines):
    """Works out every computed cell."""
    for column in COLUMNS:
        numbers[f"base/specialFunds/{column}"] = sum(
            (numbers[f"base/{line}/{column}"] for line in lines), Decimal(0))
        for row, parts in SUMS.items():
            numbers[f"base/{row}/{column}"] = sum((numbers[f"base/{part}/{column}"] for part in parts), Decimal(0))
        for row in ("specialFunds", *SUMS):
            cells[f"base/{row}/{column}"] = written(numbers[f"base/{row}/{column}"])
    posts = numbers["base/staff/posts"]
    if posts:
        rate = (100 * numbers["base/staff/actual"] / posts).quantize(Decimal("0.01"), ROUND_HALF_UP)
        cells["base/staff/rate"] = written(rate) + "%"


def written(number):
    return format(number.normalize(), "f") if number else "0"


def changed(before, after):
    return {cell: [before.get(cell, ""), text] for cell, text in after.items() if before.get(cell, "") != text}


def clock(seconds):
    return datetime.datetime.fromtimestamp(seconds, CHINA).strftime("%H:%M:%S")
