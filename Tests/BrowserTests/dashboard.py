"""What 统计 shows, held against the sums of sums.py."""

from collections import Counter
from decimal import Decimal

import sums


def tables(desk):
    """Rows of cells by the title of their section, without separators between thousands."""
    read = desk.page.evaluate("""() => [...document.querySelectorAll('section.statistics')].map(section => [
      section.querySelector('h2').textContent,
      [...section.querySelectorAll('tbody tr')].map(row =>
        [...row.children].filter(cell => !cell.querySelector('svg')).map(cell => cell.textContent.trim()))])""")
    return {title: [[text.replace(",", "") for text in row] for row in rows] for title, rows in read}


def table(desk, words):
    found = [rows for title, rows in tables(desk).items() if words in title]
    assert len(found) == 1, (words, list(tables(desk)))
    return found[0]


def same(text, number):
    assert Decimal(text) == number, (text, number)


def check(rows, filings, units=False):
    """Budget and execution by department, or by unit."""
    parts = {}
    for filing in filings:
        if filing.execution()[0] is not None:
            parts.setdefault(filing.code if units else filing.code[:3], []).append(filing)
    assert len(rows) == len(parts)
    for row, (_, members) in zip(rows, sorted(parts.items())):
        initial, budget, executed, base = (
            sum(values.execution()[place] or 0 for values in members) for place in range(4))
        same(row[1], initial)
        same(row[2], budget)
        same(row[3], executed)
        assert row[4] == sums.rate(executed, base) and row[5] == str(len(members))


def check_dashboard(bureau, data, scope=""):
    """Every number of the page for a scope such as "&units=lead" is the independent sum over the stored documents."""
    assert bureau.go(f"/statistics?year=2024{scope}") == 200
    filings = [
        filing for filing in sums.stored(data)
        if not ("units=lead" in scope and not filing.code.endswith("001"))
        and not ("units=subordinate" in scope and filing.code.endswith("001"))
        and not ("done" in scope and filing.stage != "done")
        and not ("department" in scope and not filing.code.startswith("101"))]
    filled = [filing for filing in filings if filing.execution()[0] is not None]
    assert filled
    # One year, then its parts.
    year = table(bureau, "各年度预算执行")
    totals = [sum(filing.execution()[place] or 0 for filing in filled) for place in range(4)]
    assert year[0][0] == "2024年" and year[0][5] == str(len(filled))
    for text, total in zip(year[0][1:4], totals):
        same(text, total)
    assert year[0][4] == sums.rate(totals[2], totals[3])
    is_units = "department" in scope
    check(table(bureau, "各单位预算执行" if is_units else "各部门预算执行"), filings, is_units)
    # 三公.
    rows = table(bureau, "“三公”经费")
    assert [row[0] for row in rows] == list(sums.THREE_PUBLIC)
    for row in rows:
        parts = sums.THREE_PUBLIC[row[0]]
        expected = [sum(filing.three_public(parts, column) for filing in filings) for column in ("last", "budget", "final")]
        for text, number in zip(row[1:4], expected):
            same("0" if text == "—" else text, number)
        if expected[0] and row[4] != "—":
            assert row[4].lstrip("+") == sums.rate(expected[2] - expected[0], expected[0])
    # Grades and ranking.
    grades = Counter(sums.grade(filing.score()) for filing in filled if filing.score() is not None)
    shown = {row[0]: row for row in table(bureau, "得分等级")}
    blank = shown.pop("还没有得分", None)
    assert {name: int(row[1]) for name, row in shown.items()} == grades
    assert sum(map(int, (row[1] for row in shown.values()))) + int(blank[1] if blank else 0) == len(filings)
    for row in shown.values():
        assert row[2] == sums.rate(Decimal(row[1]), Decimal(len(filings)))
    rates = sorted(filing.execution()[2] / filing.execution()[3] for filing in filled)
    rates = [rate for rate in rates if rate < 1]
    lowest = table(bureau, "执行率最低的单位")
    assert [Decimal(row[3]) for row in lowest] == [
        Decimal(sums.rate(rate, Decimal(1))) for rate in rates[:len(lowest)]]
    assert len(lowest) == min(10, len(rates))
