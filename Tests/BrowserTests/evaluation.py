"""What a published report prints in its two forms, by cell of the filing."""

from printed import Printed, Rows, after, bare

ROWS = {
    "三公经费": "threePublic", "1、公务用车购置和维护经费": "vehicles", "其中：公车购置": "vehiclePurchase",
    "公车运行维护": "vehicleRunning", "2、出国经费": "abroad", "3、公务接待": "reception",
    "项目支出": "projectExpenditure", "项目支出：": "projectExpenditure", "1、业务工作经费": "businessWork",
    "2、运行维护经费": "maintenance", "3、上级专项资金": "specialFunds",
    "3、市级专项资金（一个专项一行）": "specialFunds", "公用经费": "operatingExpense", "其中：办公经费": "officeExpense",
    "水费、电费、差旅费": "utilitiesAndTravel", "会议费、培训费": "meetingsAndTraining",
    "政府采购金额": "procurement", "部门基本支出预算调整": "basicExpenditure",
}
COMPUTED = ("threePublic", "vehicles", "projectExpenditure")
COLUMNS = ("last", "budget", "final")
INDICATOR = ("name", "target", "actual", "points", "score", "reason")
NODES = {
    "数量指标": "quantity", "质量指标": "quality", "时效指标": "timeliness", "成本指标": "cost",
    "经济效益指标": "economic", "社会效益指标": "social", "生态效益指标": "ecological", "可持续影响指标": "sustained",
    "服务对象满意度指标": "satisfaction",
}


class Evaluation:
    """基础数据表 and 自评表 of one department's report."""

    def __init__(self, name):
        self.report = Printed(name)
        self.read_base(Rows(self.report.table("2024年度部门整体支出绩效评价基础数据表", "说明：“项目支出”")))
        self.read_self(Rows(self.report.table("2024年度部门整体支出绩效自评表", self.end_of_self())))

    def end_of_self(self):
        """What follows 自评表: its notes, or its footer."""
        start = self.report.text.rindex("\t总分")
        return next(line for line in self.report.text[start:].split("\n") if bare(line).startswith(("说明", "填表人")))

    def read_base(self, rows):
        self.staff = rows.take(4, 2)
        self.spending_heading = rows.take(4)
        self.spending = rows.take_until(4, "楼堂馆所控制情况（2024年完工项目）")
        self.buildings = rows.take(7, 2)
        self.measures = rows.take(2)
        self.base_rows = (
            self.staff + self.spending_heading + self.spending + self.buildings + self.measures)

    def read_self(self, rows):
        self.head = rows.take(2)
        self.funds = rows.take(8, 2)
        self.splits = rows.take(3, 5)
        self.goals = rows.take(3, 2)
        self.tree = rows.take_until(9, "总分")
        self.sum = rows.take(4)
        self.self_rows = self.head + self.funds + self.splits + self.goals + self.tree + self.sum

    @property
    def unit(self):
        return bare(self.head[0][1])

    def typed_base(self):
        """{cell: printed text} of 基础表 for rows the form has itself, without what it works out."""
        cells = {"base/staff/posts": self.staff[1][1], "base/staff/actual": self.staff[1][2]}
        for label, *figures in self.spending:
            row = ROWS.get(bare(label))
            if row is not None and row not in COMPUTED:
                cells |= {f"base/{row}/{column}": figure for column, figure in zip(COLUMNS, figures)}
        return filled(cells | {"base/economyMeasures/text": self.measures[0][1]})

    def computed_base(self):
        """{cell: printed text} that the program must work out by itself."""
        cells = {"base/staff/rate": self.staff[1][3]}
        for label, *figures in self.spending:
            row = ROWS.get(bare(label))
            if row in COMPUTED:
                cells |= {f"base/{row}/{column}": figure for column, figure in zip(COLUMNS, figures)}
        return {cell: bare(text) for cell, text in cells.items()}

    def typed_self(self):
        """{cell: printed text} of 自评表 above the indicators."""
        total = self.funds[1]
        cells = {"self/total/initial": total[2], "self/total/budget": total[3], "self/total/executed": total[4]}
        labels = [
            (1, 1, "其中：一般公共预算：", "income/generalBudget"), (1, 2, "其中：基本支出：", "spending/basic"),
            (2, 1, "政府性基金拨款：", "income/governmentFund"), (2, 2, "项目支出：", "spending/project"),
            (3, 1, "纳入专户管理的非税收入拨款：", "income/specialAccount"), (4, 1, "其他资金：", "income/other"),
        ]
        for row, column, label, cell in labels:
            cells[f"self/{cell}"] = after(label, self.splits[row][column])
        return filled(cells | {"self/goal/target": self.goals[1][1], "self/goal/actual": self.goals[1][2]})

    def computed_self(self):
        total = self.funds[1]
        cells = {
            "self/total/points": total[5], "self/total/rate": total[6], "self/total/score": total[7],
            "self/sum/points": self.sum[0][1], "self/sum/score": self.sum[0][2],
        }
        return {cell: bare(text) for cell, text in cells.items()}

    def indicators(self):
        """[(node, {column: printed text})] from the top."""
        found = []
        node = None
        for row in self.tree[1:]:
            node = NODES.get(bare(row[2]), node)
            if bare(row[3]):
                found.append((node, dict(zip(INDICATOR, row[3:]))))
        return found


def filled(cells):
    return {cell: text for cell, text in cells.items() if bare(text)}
