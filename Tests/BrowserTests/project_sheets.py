"""What r3 prints in its four project tables, by cell of a project's sheet."""

import re

from evaluation import INDICATOR, NODES, filled
from printed import Printed, Rows, bare

FUNDS = ("total", "fiscal", "carryOver", "otherFunds")
FOOTER = {"填表人": "preparer", "填报日期": "date", "联系电话": "phone", "单位负责人签字": "head"}


class ProjectSheet:
    """One printed table with its footer."""

    def __init__(self, report, number):
        rows = Rows(report.table("2022年度预算支出绩效自评表", "填表人", number))
        self.head = rows.take(2) + rows.take(4)
        self.funds = rows.take(8, 5)
        self.goals = rows.take(3, 2)
        self.tree = rows.take_until(9, "总分")
        self.sum = rows.take(4)
        ending = re.findall(r"^填表人：.*$", report.text, re.MULTILINE)[number]
        self.footer = dict(re.findall(r"(\w+)：(\S+)", ending))

    @property
    def rows(self):
        """All rows but those of the tree that print nothing at all."""
        return (self.head + self.funds + self.goals
                + [row for row in self.tree if any(bare(cell) for cell in row)] + self.sum)

    def typed(self):
        """{place on the sheet: printed text} without the indicators."""
        cells = {
            "project/name": self.head[0][1], "project/department": self.head[1][1],
            "project/implementer": self.head[1][3],
            "total/rate": self.funds[1][6], "total/score": self.funds[1][7],
            "goal/target": self.goals[1][1], "goal/actual": self.goals[1][2],
        }
        for row, printed in zip(FUNDS, self.funds[1:]):
            cells |= {f"{row}/{column}": text for column, text in zip(("initial", "budget", "executed"), printed[2:])}
        cells |= {f"footer/{column}": self.footer[caption] for caption, column in FOOTER.items()}
        return filled(cells)

    def indicators(self):
        """[(node, place such as quantity.1, {column: printed text})] from the top."""
        found, node, counts = [], None, {}
        for row in self.tree[1:]:
            node = NODES.get(bare(row[2]), node)
            if any(bare(cell) for cell in row[3:]):
                counts[node] = counts.get(node, 0) + 1
                found.append((node, f"{node}.{counts[node]}", dict(zip(INDICATOR, row[3:]))))
        return found


def project_sheets():
    report = Printed("r3")
    return [ProjectSheet(report, number) for number in range(4)]
