"""The arithmetic checks of the example policy as an engineer would write them by hand, for plain Python, numpy and
polars: tables.py python|numpy|polars FOLDER [SECONDS [TABLES]].

FOLDER has the columns and the names of the checks as `measure tables` left them. Every check is written once, as an
expression over columns; each engine gets it in its own spelling. Amounts and points are whole steps of 0.01. Tables
are filled in completely. Stops unless the same checks fail in the same tables.
"""

import functools
import json
import operator
import sys
import time
from pathlib import Path

YEARS = ["last", "budget", "final"]
LINES = range(1, 13)


class Checks:
    """Builds the expressions; `v(cell)` is a column and the rest are the engine's spellings."""

    def __init__(self, v, nonzero, larger, smaller, both, either, choose, absolute):
        self.v, self.nonzero, self.larger, self.smaller = v, nonzero, larger, smaller
        self.both, self.either, self.choose, self.absolute = both, either, choose, absolute

    def sum(self, terms):
        return functools.reduce(operator.add, terms)

    def amount(self, cell):
        """A cell and how many half steps it may be off."""
        return self.v(cell), self.nonzero(self.v(cell))

    def total(self, cell, parts):
        """The same of a cell that is the sum of rounded parts."""
        return self.v(cell), self.larger(self.nonzero(self.v(cell)), self.sum([part[1] for part in parts]))

    def added(self, parts):
        return self.sum([part[0] for part in parts]), self.sum([part[1] for part in parts])

    def unequal(self, a, b):
        gap = self.absolute(a[0] - b[0])
        return self.both(gap != 0, gap * 2 >= a[1] + b[1])

    def exceeds(self, a, b):
        gap = a[0] - b[0]
        return self.both(gap > 0, gap * 2 >= a[1] + b[1])

    def rate(self, rate, part, whole):
        """`rate` has two decimals; part and whole come with the half steps that they may be off."""
        low, high = part[0] * 2 - part[1], part[0] * 2 + part[1]
        most, least = whole[0] * 2 + whole[1], whole[0] * 2 - whole[1]
        r = self.v(rate) * 2
        wrong = self.either(
            (r + 1) * most < low * 20_000, self.both(least > 0, (r - 1) * least > high * 20_000))
        return self.both(self.both(whole[0] > 0, part[0] >= 0), wrong)

    def execution(self):
        """min(10, 10 × executed / budget) within the rounding of both."""
        part, whole = self.amount("self/total/executed"), self.amount("self/total/budget")

        def points(top, bottom):
            return self.smaller((top * 2000 + bottom) // (bottom * 2), 1000)
        right = points(part[0] * 2, whole[0] * 2)
        least = self.smaller(points(part[0] * 2 - part[1], whole[0] * 2 + whole[1]), right)
        most = self.larger(points(part[0] * 2 + part[1], self.larger(whole[0] * 2 - whole[1], 1)), right)
        score = self.v("self/total/score")
        wrong = self.either(score * 2 < least * 2 - 1, score * 2 > most * 2 + 1)
        return self.both(self.both(whole[0] > 0, score <= self.v("self/total/points")), wrong)

    def all(self):
        """Every check by rule and place."""
        v, found = self.v, {}
        count = (lambda cell: (v(cell), 0))
        found["A01", "base/staff/rate"] = self.rate(
            "base/staff/rate", count("base/staff/actual"), count("base/staff/posts"))
        for year in YEARS:
            at = (lambda row: f"base/{row}/{year}")  # noqa: B023
            one = (lambda row: self.amount(f"base/{row}/{year}"))  # noqa: B023
            vehicle_parts = [one("vehiclePurchase"), one("vehicleRunning")]
            vehicles = self.total(at("vehicles"), vehicle_parts)
            funds = [one(f"f{number}") for number in range(1, 6)]
            special = self.total(at("specialFunds"), funds)
            public = [vehicles, one("abroad"), one("reception")]
            projects = [one("businessWork"), one("maintenance"), special]
            found["A02", at("threePublic")] = self.unequal(one("threePublic"), self.added(public))
            found["A03", at("vehicles")] = self.unequal(one("vehicles"), self.added(vehicle_parts))
            found["A04", at("projectExpenditure")] = self.unequal(one("projectExpenditure"), self.added(projects))
            found["A05", at("specialFunds")] = self.unequal(one("specialFunds"), self.added(funds))
            found["A06", at("officeExpense")] = self.exceeds(
                self.added([one("officeExpense"), one("utilitiesAndTravel"), one("meetingsAndTraining")]),
                one("operatingExpense"))
        area = (lambda cell: (v(cell), self.nonzero(v(cell))))
        found["A07", "base/b1/areaRate"] = self.rate(
            "base/b1/areaRate", area("base/b1/actualArea"), area("base/b1/approvedArea"))
        found["A08", "base/b1/investmentRate"] = self.rate(
            "base/b1/investmentRate", self.amount("base/b1/actualInvestment"), self.amount("base/b1/budgetInvestment"))
        budget, executed = self.amount("self/total/budget"), self.amount("self/total/executed")
        found["A09", "self/total/rate"] = self.rate("self/total/rate", executed, budget)
        income = self.added([self.amount(f"self/income/{one}") for one in (
            "generalBudget", "governmentFund", "specialAccount", "other")])
        spending = self.added([self.amount("self/spending/basic"), self.amount("self/spending/project")])
        found["A10", "self/total/budget"] = self.unequal(budget, income)
        found["A10", "self/income/total"] = self.unequal(self.amount("self/income/total"), income)
        found["A11", "self/total/executed"] = self.unequal(executed, spending)
        found["A11", "self/spending/total"] = self.unequal(self.amount("self/spending/total"), spending)
        found["A14", "self/total/executed"] = self.exceeds(executed, budget)
        points = [v(f"self/r{line}/points") for line in LINES]
        scores = [v(f"self/r{line}/score") for line in LINES]
        for first, last, required in ((0, 6, 5000), (6, 10, 3000), (10, 12, 1000)):
            found["A16", f"self/r{first + 1}/points"] = self.sum(points[first:last]) != required
        total = self.sum(points) + v("self/total/points")
        found["A17", "self/sum/points"] = self.either(total != 10_000, v("self/sum/points") != total)
        gap = self.absolute(self.sum(scores) + v("self/total/score") - v("self/sum/score"))
        slack = self.sum([self.nonzero(one % 100) for one in scores + [v("self/total/score")]])
        found["A18", "self/sum/score"] = self.both(gap != 0, gap * 2 >= slack)
        for row in ["total"] + [f"r{line}" for line in LINES]:
            score = v(f"self/{row}/score")
            found["A20", f"self/{row}/score"] = self.either(score < 0, score > v(f"self/{row}/points"))
        found["B01", "self/total/score"] = self.execution()
        final = (lambda row: self.amount(f"base/{row}/final"))
        vehicles = self.total("base/vehicles/final", [final("vehiclePurchase"), final("vehicleRunning")])
        special = self.total("base/specialFunds/final", [final(f"f{number}") for number in range(1, 6)])
        project = self.total(
            "base/projectExpenditure/final", [final("businessWork"), final("maintenance"), special])
        public = self.total("base/threePublic/final", [vehicles, final("abroad"), final("reception")])
        found["C01", "self/spending/basic"] = self.unequal(
            self.amount("self/spending/basic"), final("basicExpenditure"))
        found["C02", "self/spending/project"] = self.unequal(self.amount("self/spending/project"), project)
        found["C08", "base/operatingExpense/final"] = self.exceeds(final("operatingExpense"), final("basicExpenditure"))
        found["C10", "base/threePublic/final"] = self.exceeds(
            public, self.added([final("operatingExpense"), project]))
        return found

    def wanted(self, names):
        """In the order of the names; the sign of every cell that A21 looks at."""
        found = self.all()
        return [self.v(place) < 0 if rule == "A21" else found[rule, place] for rule, place in names]


class Text(str):
    """An expression of plain Python in the making."""

    def _join(self, sign, other):
        return Text(f"({self} {sign} {other})")

    def __add__(self, other): return self._join("+", other)
    def __radd__(self, other): return Text(f"({other} + {self})")
    def __sub__(self, other): return self._join("-", other)
    def __mul__(self, other): return self._join("*", other)
    def __mod__(self, other): return self._join("%", other)
    def __floordiv__(self, other): return self._join("//", other)
    def __lt__(self, other): return self._join("<", other)
    def __le__(self, other): return self._join("<=", other)
    def __gt__(self, other): return self._join(">", other)
    def __ge__(self, other): return self._join(">=", other)
    def __ne__(self, other): return self._join("!=", other)
    __hash__ = str.__hash__


def python(folder, cells, names, count):
    import array
    values = array.array("q", (folder / "columns.i64").read_bytes())
    size = len(values) // len(cells)
    tables = list(zip(*(values[number * size:number * size + count].tolist() for number in range(len(cells)))))
    checks = Checks(
        lambda cell: Text(f"t[{cells[cell]}]"), lambda a: Text(f"({a} != 0)"),
        lambda a, b: Text(f"({a} if {a} > {b} else {b})"), lambda a, b: Text(f"({a} if {a} < {b} else {b})"),
        lambda a, b: Text(f"({a} and {b})"), lambda a, b: Text(f"({a} or {b})"), None, lambda a: Text(f"abs({a})"))
    body = "".join(f"\n if {one}: m |= {1 << bit}" for bit, one in enumerate(checks.wanted(names)))
    scope = {}
    exec(f"def check(t):\n m = 0{body}\n return m", scope)
    check = scope["check"]
    return lambda: [check(table) for table in tables]


def masks(words):
    """One number for each table from one number for each 64 checks."""
    return [sum(int(word[table]) << 64 * number for number, word in enumerate(words)) for table in range(len(words[0]))]


def numpy(folder, cells, names, count):
    import numpy as np
    values = np.fromfile(folder / "columns.i64", "<i8").reshape(len(cells), -1)[:, :count].copy()
    block = 8192
    # Where a budget is disturbed to zero, what is divided by it is not looked at.
    np.seterr(divide="ignore")

    def run():
        words = [np.zeros(count, np.uint64) for _ in range((len(names) + 63) // 64)]
        for start in range(0, count, block):
            part = values[:, start:start + block]
            checks = Checks(
                lambda cell: part[cells[cell]], lambda a: (a != 0).astype(np.int64), np.maximum, np.minimum,  # noqa: B023
                operator.and_, operator.or_, None, np.abs)
            for bit, one in enumerate(checks.wanted(names)):
                words[bit // 64][start:start + block] |= one.astype(np.uint64) << np.uint64(bit % 64)
        return words
    return run


def polars(folder, cells, names, count):
    import numpy as np
    import polars as pl
    values = np.fromfile(folder / "columns.i64", "<i8").reshape(len(cells), -1)[:, :count]
    frame = pl.DataFrame({cell: values[number] for cell, number in cells.items()})
    checks = Checks(
        pl.col, lambda a: (a != 0).cast(pl.Int64), lambda a, b: pl.max_horizontal(a, b),
        lambda a, b: pl.min_horizontal(a, b), operator.and_, operator.or_, None, lambda a: a.abs())
    wanted = checks.wanted(names)

    def word(number):
        part = wanted[number * 64:number * 64 + 64]
        return pl.sum_horizontal(
            [one.cast(pl.UInt64) * pl.lit(1 << bit, dtype=pl.UInt64) for bit, one in enumerate(part)]).alias(str(number))
    expressions = [word(number) for number in range((len(wanted) + 63) // 64)]
    return lambda: [column.to_numpy() for column in frame.lazy().select(expressions).collect()]


def main():
    kind, folder = sys.argv[1], Path(sys.argv[2])
    seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 1
    cells = {line.split()[0]: number for number, line in enumerate((folder / "columns.txt").read_text().splitlines())}
    names = [tuple(line.split()) for line in (folder / "checks.txt").read_text().splitlines()]
    size = (folder / "columns.i64").stat().st_size // 8 // len(cells)
    count = min(size, int(sys.argv[4])) if len(sys.argv) > 4 else size
    run = {"python": python, "numpy": numpy, "polars": polars}[kind](folder, cells, names, count)
    result = run()
    if kind != "python":
        result = masks(result)
    expected = dict(
        (int(table), sum(1 << int(bit) for bit in bits))
        for table, *bits in (line.split() for line in (folder / "failures.txt").read_text().splitlines()))
    for table, mask in enumerate(result):
        if mask != expected.get(table, 0):
            odd = [names[bit] for bit in range(len(names)) if (mask ^ expected.get(table, 0)) >> bit & 1]
            raise SystemExit(f"{kind}: table {table} differs at {odd}")
    del result
    rounds, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds or not rounds:
        run()
        rounds += 1
    print(json.dumps({"rounds": rounds, "seconds": time.perf_counter() - start, "tables": count, "checks": len(names)}))


if __name__ == "__main__":
    main()
