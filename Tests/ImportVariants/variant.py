"""One invented report as a Word file in a layout of its own, and what stands in it by the cells of the filing."""

import random
import unicodedata

import values
import words
from grid import Cell, Grid, split

TRAITS = ("renamed", "shuffled", "numbered", "blankRows", "repeated", "split", "nested", "wrapped", "fullWidth", "extraRows")


def wide(text):
    return "".join(chr(ord(sign) + 0xFEE0) if sign.isascii() and (sign.isdigit() or sign == ".") else sign
                   for sign in text)


class Variant:
    """`traits` is a set of TRAITS; the same seed and traits give the same file."""

    def __init__(self, seed, traits):
        self.random = random.Random(seed)
        self.traits = traits
        # {"sheet/row/column" or "sheet/under#number/column": text}
        self.cells = {}
        # {section: text}
        self.sections = {}
        self.unit = self.random.choice(values.UNITS)
        self.counts = {}

    # Words and figures

    def label(self, choices):
        text = self.random.choice(choices) if "renamed" in self.traits else choices[0]
        if "wrapped" in self.traits and "\n" not in text and len(text) > 3 and self.random.random() < 0.3:
            place = self.random.randrange(2, len(text) - 1)
            # People break a word, hardly ever a number or what stands in brackets.
            if not any(unicodedata.category(text[index])[0] in "NP" for index in (place - 1, place)):
                text = text[:place] + "\n" + text[place:]
        return text

    def amount(self, blank=0.15):
        if self.random.random() < blank:
            return ""
        text = f"{self.random.choice([0, 1, 3, 20, 400]) + self.random.random() * 20:.2f}".rstrip("0").rstrip(".")
        return self.figure(text)

    def figure(self, text):
        if "fullWidth" in self.traits and self.random.random() < 0.4:
            text = wide(text)
        return text if self.random.random() < 0.8 else self.random.choice(["　", " "]) + text

    def put(self, address, text):
        if text.strip():
            self.cells[address] = text
        return text

    def line(self, sheet, under):
        number = self.counts.get((sheet, under), 0)
        self.counts[sheet, under] = number + 1
        return f"{sheet}/{under}#{number}"

    def order(self, items):
        items = list(items)
        if "shuffled" in self.traits:
            self.random.shuffle(items)
        return items

    # The base-data table

    def base(self):
        grid = Grid(7)
        staffing = self.label(words.BASE_CAPTIONS["staffing"])
        names = self.order(words.STAFF)
        grid.add(Cell(staffing, 1, 2), *[Cell(self.label(words.STAFF[name]), 2) for name in names])
        texts = {"posts": "20", "actual": "18", "rate": "90%"}
        grid.add(*[Cell(self.put(f"base/staff/{name}", self.figure(texts[name])), 2) for name in names])
        columns = self.order(words.SPENDING_COLUMNS)
        grid.add(self.label(words.BASE_CAPTIONS["spending"]),
                 *[Cell(self.label(words.SPENDING_COLUMNS[column]), 2) for column in columns])
        for row, choices in words.SPENDING.items():
            self.spending_row(grid, f"base/{row}", self.label(choices), columns)
            if row == "specialFunds":
                for fund in self.random.sample(values.FUNDS, 2):
                    name = f"{fund}专项资金"
                    line = self.line("base", "specialFunds")
                    self.put(f"{line}/name", name)
                    self.spending_row(grid, line, name, columns, blank=0)
            if row == "specialFunds" and "extraRows" in self.traits:
                line = self.line("base", "projectExpenditure")
                self.put(f"{line}/name", "4、信息化建设")
                self.spending_row(grid, line, "4、信息化建设", columns, blank=0)
            if "blankRows" in self.traits and self.random.random() < 0.1:
                grid.add("", *[Cell("", 2) for _ in columns])
        grid.add(Cell(self.label(words.BASE_CAPTIONS["buildings"]), 1, 2), *words.BUILDING_COLUMNS)
        line = self.line("base", "buildings")
        keys = ("approvedArea", "actualArea", "areaRate", "budgetInvestment", "actualInvestment", "investmentRate")
        figures = ("1200", "1180", "98.33%", "360", "352.5", "97.92%")
        grid.add(*[self.put(f"{line}/{key}", self.figure(figure)) for key, figure in zip(keys, figures)])
        measures = self.random.choice(values.GOALS)
        grid.add(self.label(words.BASE_CAPTIONS["measures"]), Cell(self.put("base/economyMeasures/text", measures), 6))
        return grid

    def spending_row(self, grid, address, label, columns, blank=0.15):
        indent = self.random.choice(["", "  ", "　　"])
        grid.add(indent + label, *[Cell(self.put(f"{address}/{column}", self.amount(blank)), 2) for column in columns])

    # The self-evaluation tables

    def indicators(self, grid, sheet):
        """The rows of the tree, under a caption row, in columns behind the one of the side label."""
        columns = ["name"] + self.order(["target", "actual", "points", "score", "reason"])
        captions = {name: self.label(choices) for name, choices in words.INDICATOR_COLUMNS.items()}
        numbered = "numbered" in self.traits
        head = [captions["group"], captions["node"]] + (["序号"] if numbered else []) + [
            captions[column] for column in columns]
        rows = [head]
        heads = {0}
        number = 0
        marks = []
        for group, nodes in words.GROUPS:
            group_start = len(rows)
            for node in nodes:
                node_start = len(rows)
                for _ in range(self.random.choice([1, 1, 2, 3])):
                    if "repeated" in self.traits and len(rows) - max(heads) > 7 and len(rows) > node_start:
                        heads.add(len(rows))
                        rows.append(head)
                    number += 1
                    rows.append(self.indicator(sheet, node, columns, number, numbered))
                if "blankRows" in self.traits and self.random.random() < 0.2:
                    rows.append([None, None] + [""] * (len(head) - 2))
                marks.append((node_start, len(rows), 1, self.label(words.NODES[node])))
            marks.append((group_start, len(rows), 0, self.label(group)))
        self.lay(grid, rows, heads, marks)
        return columns

    def indicator(self, sheet, node, columns, number, numbered):
        target, actual = self.random.choice(values.VALUES)
        count = self.random.randrange(5, 90)
        texts = {
            "name": f"{self.random.choice(values.NAMES[node])}{number}",
            "target": target.format(n=count, m=count), "actual": actual.format(n=count, m=count + 3),
            "points": self.figure(str(self.random.choice([2, 3, 5, 10]))),
            "score": self.figure(self.random.choice(["1.5", "2", "4", "10"])), "reason": self.random.choice(values.REASONS),
        }
        line = self.line(sheet, node)
        for column, text in texts.items():
            self.put(f"{line}/{column}", text)
        return [None, None] + ([str(number)] if numbered else []) + [texts[column] for column in columns]

    def lay(self, grid, rows, heads, marks):
        """Puts the rows into a grid with group and node merged down; a repeated row of captions breaks both."""
        widths = [1] * len(rows[0])
        # What is left of the width goes to the name.
        name = 3 if "numbered" in self.traits else 2
        widths[name] += grid.width - 1 - sum(widths)
        side = self.label(words.SIDES["indicators"])
        covered = {}
        for begin, end, column, label in marks:
            breaks = sorted({begin, end} | {row for head in heads if begin < head < end for row in (head, head + 1)})
            for lower, upper in zip(breaks, breaks[1:]):
                if lower not in heads:
                    covered[lower, column] = Cell(label if lower == begin else "", widths[column], upper - lower)
        for number, row in enumerate(rows):
            cells = [Cell(side, 1, len(rows))] if number == 0 else []
            for column, text in enumerate(row):
                if number in heads or column > 1:
                    cells.append(Cell(text, widths[column]))
                elif (number, column) in covered:
                    cells.append(covered[number, column])
            index = grid.add(*cells)
            if number == 0:
                grid.headers.add(index) if "repeated" in self.traits else None

    def sum_row(self, grid, sheet, columns):
        """The label over all columns up to the first of the two sums, each of which stands in its own."""
        texts = {"points": self.put(f"{sheet}/sum/points", "100"), "score": self.put(f"{sheet}/sum/score", "95.5")}
        first = min(columns.index("points"), columns.index("score"))
        rest = [texts.get(column, "") for column in columns[first:]]
        grid.add(Cell(self.label(words.SUM), grid.width - len(rest)), *rest)

    def funds_head(self, columns, side, down, width):
        captions = [self.label(words.FUND_COLUMNS[column]) for column in columns]
        return [Cell(side, 1, down), Cell("", width - 1 - len(columns))] + captions

    def self_table(self):
        grid = Grid(10 if "numbered" in self.traits else 9)
        grid.add(Cell(self.label(words.UNIT), 2), Cell(self.unit, grid.width - 2))
        columns = self.order(words.FUND_COLUMNS)
        grid.add(*self.funds_head(columns, self.label(words.SIDES["funds"]), 7, grid.width))
        texts = {"initial": "320.5", "budget": "410.26", "executed": "402.1", "points": "10", "rate": "98.01%",
                 "score": "9.8"}
        grid.add(Cell(self.label(words.TOTAL), grid.width - 7),
                 *[self.put(f"self/total/{column}", self.figure(texts[column])) for column in columns])
        half = (grid.width - 1) // 2
        rest = grid.width - 1 - half
        self.splits(grid, half, rest)
        goals = self.order(words.GOALS)
        grid.add(Cell(self.label(words.SIDES["goals"]), 1, 2), Cell(self.label(words.GOALS[goals[0]]), half),
                 Cell(self.label(words.GOALS[goals[1]]), rest))
        said = {"goal/target": self.random.choice(values.GOALS), "goal/actual": self.random.choice(values.DONE)}
        for goal, text in said.items():
            self.put(f"self/{goal}", text)
        grid.add(Cell(said[goals[0]], half), Cell(said[goals[1]], rest))
        start = len(grid.rows)
        self.sum_row(grid, "self", self.indicators(grid, "self"))
        return grid, start

    def splits(self, grid, half, rest):
        by = [("按收入性质分：", "income/total", "410.26"), ("按支出性质分：", "spending/total", "402.1")]
        grid.add(*[Cell(label + self.put_part(f"self/{cell}", text), width)
                   for (label, cell, text), width in zip(by, (half, rest))])
        income, spent = list(words.INCOME.items()), list(words.SPENT.items())
        for number, (cell, choices) in enumerate(income):
            left = self.label(choices) + self.put_part(f"self/{cell}", self.amount().strip())
            right = ""
            if number < len(spent):
                right = self.label(spent[number][1]) + self.put_part(f"self/{spent[number][0]}", self.amount(0).strip())
            grid.add(Cell(left, half), Cell(right, rest))

    def put_part(self, address, text):
        """A text that stands in a cell behind its label."""
        return self.put(address, text)

    def project(self, number):
        sheet = f"project-{number}"
        grid = Grid(10 if "numbered" in self.traits else 9)
        name = self.random.choice(values.PROJECTS)
        grid.add(Cell(self.label(words.PROJECT_HEAD["project/name"]), 2),
                 Cell(self.put(f"{sheet}/project/name", name), grid.width - 2))
        grid.add(Cell(self.label(words.PROJECT_HEAD["project/department"]), 2),
                 Cell(self.put(f"{sheet}/project/department", self.unit), 2),
                 Cell(self.label(words.PROJECT_HEAD["project/implementer"]), 2),
                 Cell(self.put(f"{sheet}/project/implementer", "业务股"), grid.width - 6))
        columns = self.order(words.FUND_COLUMNS)
        grid.add(*self.funds_head(columns, self.label(words.SIDES["projectFunds"]), 5, grid.width))
        figures = {"initial": "80", "budget": "75.5", "executed": "70.25", "points": "10", "rate": "93.05%", "score": "9.3"}
        label = Cell(self.label(words.TOTAL), grid.width - 7)
        grid.add(label, *[self.put(f"{sheet}/total/{column}", self.figure(figures[column])) for column in columns])
        for row, choices in words.PROJECT_FUNDS.items():
            texts = {column: self.amount(0.2) if column in ("initial", "budget", "executed") else "" for column in columns}
            grid.add(Cell(self.label(choices), grid.width - 7),
                     *[self.put(f"{sheet}/{row}/{column}", texts[column]) for column in columns])
        half = (grid.width - 1) // 2
        grid.add(Cell(self.label(words.SIDES["goals"]), 1, 2), Cell(self.label(["预期目标", "年度预期目标"]), half),
                 Cell(self.label(["实际完成情况", "年度实际完成情况"]), grid.width - 1 - half))
        grid.add(Cell(self.put(f"{sheet}/goal/target", self.random.choice(values.GOALS)), half),
                 Cell(self.put(f"{sheet}/goal/actual", self.random.choice(values.DONE)), grid.width - 1 - half))
        start = len(grid.rows)
        self.sum_row(grid, sheet, self.indicators(grid, sheet))
        return grid, start

    # The document

    def prose(self, document):
        document.add_paragraph(f"2024年度{self.unit}部门整体支出绩效自评报告")
        for section, choices in words.HEADINGS:
            text = self.random.choice(choices) if "renamed" in self.traits else choices[0]
            document.add_paragraph(text)
            lines = self.random.sample(values.SENTENCES, self.random.choice([1, 2]))
            for line in lines:
                document.add_paragraph(line)
            self.sections[section] = "".join(lines)

    def write(self, path):
        from docx import Document

        document = Document()
        self.prose(document)
        self.annex(document, 1, "base", self.base(), None)
        self.annex(document, 2, "self", *self.self_table())
        for number in range(1, self.random.choice([2, 3])):
            self.annex(document, 2 + number, "project", *self.project(number))
        document.save(path)

    def annex(self, document, number, form, grid, start):
        document.add_paragraph(f"附件{number}")
        document.add_paragraph(self.label(words.TITLES[form]))
        style = self.random.choice(["Table Grid", None])
        parts = [grid]
        if "split" in self.traits and start is not None:
            first, rest = split(grid, start)
            parts = [first, rest]
            if self.random.random() < 0.5:
                # Somewhere between two indicators, with the captions once more or without them.
                parts[1:] = split(rest, self.random.randrange(4, len(rest.rows) - 2))
        for index, part in enumerate(parts):
            if index:
                document.add_paragraph(self.random.choice(["", "续表", "（续表）"]))
            part.write(document, style)
        fields = {"preparer": "李四", "date": "2025年3月20日", "phone": "0739-0000000", "head": "王五"}
        if form == "project":
            for column, text in fields.items():
                self.cells[f"project-{number - 2}/footer/{column}"] = text
            document.add_paragraph("　　".join(f"{words.FOOTER[column]}：{text}" for column, text in fields.items()))
