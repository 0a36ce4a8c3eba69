"""r1 again with every amount multiplied by a random factor: what is worked out follows, on the page and on paper.

FACTOR_SEED repeats a run. The arithmetic here is decimal and exact, as the program's is said to be.
"""

import os
import random
import re
from decimal import ROUND_HALF_UP, Decimal

import paper
import pytest
from desk import Desk
from evaluation import Evaluation
from printed import bare
from protocol import Filling
from test_r1 import FUNDS, REASONS

SEED = int(os.environ.get("FACTOR_SEED") or random.randrange(1_000_000))
UNIT = "501001"


def plain(number):
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def rounded(number):
    return plain(number.quantize(Decimal("0.01"), ROUND_HALF_UP))


@pytest.fixture(scope="module")
def chance():
    return random.Random(SEED)


@pytest.fixture(scope="module")
def scaled(chance):
    """Multiplies an amount as printed; blanks stay blank, 万元 stays behind it."""
    factor = Decimal(chance.randint(101, 99_999)) / 100
    print(f"FACTOR_SEED={SEED}: {factor}")

    def multiply(text):
        number, unit = re.fullmatch(r"(≥?[\d.]*)(\D*)", bare(text)).groups()
        sign = number[:1] if number[:1] == "≥" else ""
        number = number.removeprefix("≥")
        return f"{sign}{plain(Decimal(number) * factor)}{unit}" if number else unit

    return multiply


@pytest.fixture(scope="module")
def evaluation():
    return Evaluation("r1")


@pytest.fixture(scope="module")
def filling(program, evaluation, scaled):
    """The filing with r1's texts and points, scaled amounts, and fund lines."""
    filling = Filling(program, f"jb{UNIT}", UNIT)
    filling.post("moves/start")
    people = ("base/staff/posts", "base/staff/actual", "base/economyMeasures/text", "self/goal/target",
              "self/goal/actual")
    cells = {cell: text if cell in people else scaled(text)
             for cell, text in (evaluation.typed_base() | evaluation.typed_self()).items()}
    cells["base/buildings/none"] = "是"
    for name, amount in FUNDS:
        line = filling.add_line("base", "specialFunds")
        cells |= {f"{line}/name": f"{name}专项资金", f"{line}/final": scaled(amount)}
    del cells["base/specialFunds/final"]
    for node, texts in evaluation.indicators():
        line = filling.add_line("self", node)
        texts = {**texts, "reason": REASONS.get(f"self/{bare(texts['name'])}/reason", "")}
        for column in ("target", "actual"):
            if texts[column].endswith("万元"):
                texts[column] = scaled(texts[column])
        cells |= {f"{line}/{column}": text for column, text in texts.items()}
    filling.save(cells)
    return filling


@pytest.fixture(scope="module")
def desk(browser, program, filling):
    desk = Desk(browser, program.base)
    program.sign_in(desk.page, f"jb{UNIT}")
    yield desk
    desk.close()
    assert desk.faults == []


def expected(evaluation, scaled):
    """{cell: text} of what is worked out from scaled amounts: sums scale, shares and points do not."""
    computed = evaluation.computed_base() | evaluation.computed_self()
    amounts = {cell: scaled(text) for cell, text in computed.items() if cell.startswith("base/") and "staff" not in cell}
    total = evaluation.funds[1]
    return computed | amounts | {
        "base/specialFunds/final": scaled("218"), "self/income/total": scaled(total[3]),
        "self/spending/total": scaled(total[4])}


def test_the_page_shows_the_sums_of_scaled_amounts_and_the_same_shares(desk, filling, evaluation, scaled):
    wanted = expected(evaluation, scaled)
    shown = {}
    for sheet in ("base", "self"):
        desk.open_sheet(filling.filing, sheet)
        shown |= {cell: desk.shown(cell) for cell in wanted if cell.startswith(sheet)}
    assert shown == wanted


def test_the_document_shows_every_scaled_amount(filling, evaluation, scaled, tmp_path):
    tables = paper.tables(filling.export(tmp_path / "scaled.docx"))
    base = [evaluation.staff[0], evaluation.staff[1], *evaluation.spending_heading]
    for label, *figures in evaluation.spending:
        if "××" not in label:
            base.append([label, *map(scaled, figures)])
        if "3、上级专项资金" in label:
            base += [[f"{name}专项资金", "", "", scaled(amount)] for name, amount in FUNDS]
    base += [evaluation.buildings[0], ["", "无"], *evaluation.measures]
    assert paper.differences(base, tables[0]) == []
    funds, split = evaluation.funds[1], [
        [re.sub(r"[\d.]+$", lambda amount: scaled(amount[0]), bare(cell)) for cell in row] for row in evaluation.splits]
    above = [*evaluation.head, evaluation.funds[0], [*funds[:2], *map(scaled, funds[2:5]), *funds[5:]], *split,
             *evaluation.goals]
    name = next(unit["name"] for code, unit in filling.program.units.items() if code == UNIT)
    assert paper.differences(above, tables[1]) == [("单位名称", evaluation.unit, name)]
    indicators = [[cell for cell in row] for row in evaluation.tree if bare(row[2] + row[3])] + evaluation.sum
    for row in indicators:
        row[4:6] = [scaled(cell) if cell.endswith("万元") else cell for cell in row[4:6]]
    assert paper.differences(indicators, tables[2]) == [
        ("成本指标", "", REASONS["self/基本支出/reason"]), ("社会效益指标", "", REASONS["self/政策知晓率/reason"])]


def test_a_share_left_unspent_lowers_rate_and_points_to_the_digit(desk, filling, evaluation, scaled, chance):
    budget = Decimal(scaled(evaluation.funds[1][3]))
    executed = (budget * chance.randint(5_000, 9_899) / 10_000).quantize(Decimal("0.01"))
    said = filling.save({"self/total/executed": plain(executed)})
    rate, points = rounded(100 * executed / budget), rounded(10 * executed / budget)
    wanted = {"self/total/rate": f"{rate}%", "self/total/score": points,
              "self/sum/score": plain(Decimal(points) + 86), "self/spending/total": plain(executed)}
    assert {cell: said["cells"][cell]["text"] for cell in wanted} == wanted
    desk.open_sheet(filling.filing, "self")
    assert {cell: desk.shown(cell) for cell in wanted} == wanted
    told = [(item["check"], item["cells"][0]) for item in said["findings"] if item["check"] in ("A11", "H20")]
    assert ("A11", "self/total/executed") in told and any(check == "H20" for check, _ in told)


def test_sums_follow_the_last_digit_of_one_fund(filling, scaled):
    line = filling.lines("base")[0]
    more = Decimal(scaled("77.7")) + Decimal("0.01")
    said = filling.save({f"{line}/final": plain(more)})["cells"]
    assert said["base/specialFunds/final"]["text"] == plain(Decimal(scaled("218")) + Decimal("0.01"))
    assert said["base/projectExpenditure/final"]["text"] == plain(Decimal(scaled("245")) + Decimal("0.01"))
