"""部门整体支出绩效自评表, the form of a whole department."""

import office
from projectform import ProjectForm
from sheet import WIDTH, Cell, spread

INCOME = ("generalBudget", "governmentFund", "specialAccount", "other")
SPENDING = ("basic", "project")


class DepartmentForm(ProjectForm):
    titles, sides = office.DEPARTMENT_TITLES, office.DEPARTMENT_SIDES
    has_footer = False

    def __init__(self, record, layout, random, sheet="self"):
        super().__init__(record, layout, random, sheet)
        if self.has("tree", "costFirst"):
            self.nodes, self.groups = office.COST_NODES, office.COST_GROUPS

    def head(self):
        label = self.label(office.UNIT_LABELS)
        if self.has("head", "twoUnits"):
            return [[Cell(label, 5), Cell(self.record.department, 9), Cell("单位负责人", 4), Cell(self.aside("石五"), 6)]]
        rows = [[Cell(label, 6), Cell(self.record.department, WIDTH - 6)]]
        return [[Cell("（2024年度）", WIDTH)]] + rows if self.has("head", "title") else rows

    def funds(self):
        total, width, lead = self.record.funds["total"], self.width, 6
        columns = ["initial", "budget", "executed", "points", "rate", "score"]
        if self.has("funds", "columnsOrder"):
            self.random.shuffle(columns)
        rows = [[Cell("", lead)] + spread([self.label(office.FUND_COLUMNS[column]) for column in columns], width - lead),
                [Cell(self.label(office.DEPARTMENT_TOTAL), lead)]
                + spread([self.put("total", column, total[column]) for column in columns], width - lead)]
        return rows + self.sources(width)

    def sources(self, width):
        how = self.layout.get("funds")
        if how == "noIncome":
            return []
        if how == "rowsBySource":
            return self.rows_by_source(width)
        income = [self.source("income", office.INCOME, column) for column in ("total",) + INCOME]
        spending = [self.source("spending", office.SPENDING, column) for column in ("total",) + SPENDING]
        left = width // 2
        if how == "stacked":
            return [[Cell(f"{label}：{text}", width)] for label, text in income + spending]
        if how == "stackedCells":
            return [[Cell(label, left), Cell(text, width - left)] for label, text in income + spending]
        spending += [("", "")] * (len(income) - len(spending))
        if how == "nextCell":
            widths = [left // 2, left - left // 2, (width - left) // 2, width - left - (width - left) // 2]
            return [[Cell(text, span) for text, span in zip(one + other, widths)] for one, other in zip(income, spending)]
        if how == "labelAbove":
            return [spread([label for label, _ in income], width), spread([text for _, text in income], width),
                    spread([label for label, _ in spending if label], width),
                    spread([text for label, text in spending if label], width)]

        def told(label, text):
            return f"{label}：{text}" if label else ""

        return [[Cell(told(*one), left), Cell(told(*other), width - left)] for one, other in zip(income, spending)]

    def source(self, row, words, column):
        return self.label(words[column]).rstrip("：:"), self.put(row, column, self.record.sources[column if column != "total"
                                                                                              else f"{row}Total"])

    def rows_by_source(self, width):
        """Each source with amounts of its own, for which the form has no cells."""
        rows = []
        for number, column in enumerate(INCOME):
            amounts = [self.aside(f"{7 + number}.{number}{part}") for part in (1, 3, 7)]
            rows.append([Cell(self.label(office.INCOME[column]), 6)] + spread(amounts + [""] * 3, width - 6))
        return rows
