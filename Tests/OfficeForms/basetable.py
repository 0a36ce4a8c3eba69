"""部门整体支出绩效评价基础数据表: people, spending by years, buildings."""

import office
from drawing import Drawing
from sheet import WIDTH, Cell, spread

YEARS = ["last", "budget", "final"]


class BaseTable(Drawing):
    titles = office.BASE_TITLES
    has_footer = False

    def __init__(self, record, layout, random, sheet="base"):
        super().__init__(record, layout, random, sheet)
        # Rows of captions over the spending.
        self.head_rows = []

    def draw(self):
        if self.has("inside", "title"):
            self.add(Cell(self.label(self.titles, plain=True), WIDTH))
        if self.has("inside", "unitRow"):
            self.add(Cell("单位：万元、人、平方米", WIDTH))
        self.block("staff", self.staff())
        self.block("spending", self.spending())
        if not self.has("buildings", "absent"):
            self.block("buildings", self.buildings())
        self.block("economy", self.economy())
        if self.has("inside", "notes"):
            self.add(Cell("说明：“项目支出”填报基本支出以外的所有项目支出，“公用经费”填报一般商品和服务支出。", WIDTH))
        if self.has("inside", "footer"):
            self.add(*spread([piece for pair in self.footer_texts() for piece in pair]))
        return self.sheet

    def staff(self):
        how, side = self.layout.get("staff"), self.label(office.STAFF_SIDE)
        columns = [column for column in office.STAFF if how != "noRate" or column != "rate"]
        label = {column: self.label(office.STAFF[column]) for column in columns}
        text = {column: self.put("staff", column, self.record.staff[column]) for column in columns}
        if how == "pairs":
            return [[Cell(side, 6)] + spread([piece for column in columns for piece in (label[column], text[column])], WIDTH - 6)]
        if how == "inRows":
            rows = [[Cell(label[column], 8), Cell(text[column], WIDTH - 14)] for column in columns]
            return [[Cell(side, 6, len(rows))] + rows[0]] + rows[1:]
        captions, texts = [label[column] for column in columns], [text[column] for column in columns]
        if how == "moreColumns":
            captions.insert(2, "离退休人数")
            texts.insert(2, self.aside("63"))
        return [[Cell(side, 8, 2)] + spread(captions, WIDTH - 8), spread(texts, WIDTH - 8)]

    # Spending

    def years(self):
        columns = list(YEARS)
        if self.has("years", "order"):
            self.random.shuffle(columns)
        if self.has("years", "plain"):
            return [(column, office.PLAIN_YEARS[column]) for column in columns]
        if self.has("years", "yearOnly"):
            return list(zip(YEARS, ("2023年决算", "2024年预算", "2024年决算")))
        captions = [(column, self.label(office.YEARS[column])) for column in columns]
        return captions + [("", "增减额"), ("", "增减率（%）")] if self.has("years", "moreColumns") else captions

    def spending(self):
        years, how = self.years(), self.layout.get("lead")
        leads = {"twoLabels": [4, 5], "serial": [2, 7], "sideLabel": [2, 7]}.get(how, [9])
        lead = sum(leads)
        side = self.label(office.SPENT_SIDE)
        captions = spread([text for _, text in years], WIDTH - lead)
        if how == "serial":
            head = [[Cell("序号", 2), Cell(side, 7)] + captions]
        elif how in ("twoLabels", "sideLabel"):
            head = [[Cell("支出项目", lead)] + captions]
        else:
            head = [[Cell(side, lead)] + captions]
        if self.has("years", "inTwoRows"):
            head = [[Cell(side, lead, 2), Cell("2023年", 5), Cell("2024年", 10)],
                    [Cell("决算数", 5), Cell("预算数", 5), Cell("决算数", 5)]]
        self.head_rows = head
        rows = []
        for serial, (row, label, level, texts) in enumerate(self.spent_rows()):
            cells = [texts.get(column, "") if column else self.change(texts) for column, _ in years]
            if self.has("rows", "indents"):
                label = "　" * (level - 1) + label
            rows.append((label, level, serial, spread(cells, WIDTH - lead)))
            if self.has("rows", "blank") and serial % 5 == 3:
                rows.append(("", level, None, spread([""] * len(years), WIDTH - lead)))
        return head + self.leading(rows, leads, head, how, side)

    def leading(self, rows, leads, head, how, side):
        """The rows with what stands before their figures."""
        result = []
        for number, (label, level, serial, cells) in enumerate(rows):
            if self.has("rows", "headAgain") and number == 9:
                result += [[Cell(cell.text, cell.span) for cell in row] for row in head[:1]]
            if how == "serial":
                first = [Cell("" if serial is None else str(serial + 1), 2), Cell(label, 7)]
            elif how == "twoLabels":
                # The main rows stand at the left, what they consist of at the right.
                first = [Cell(label, 9)] if level == 1 else [Cell("", 4), Cell(label, 5)]
            elif how == "sideLabel":
                first = ([Cell(side, 2, len(rows) + self.has("rows", "headAgain"))] if number == 0 else []) + [Cell(label, 7)]
            else:
                first = [Cell(label, sum(leads))]
            result.append(first + cells)
        return result

    def change(self, texts):
        return "0.13" if texts else ""

    def spent_rows(self):
        """(row, label, level, texts), added lines in their places."""
        result = []
        for row, number, words, level in office.SPENT:
            label = self.label(words)
            label = number + label if not (self.has("rows", "unnumbered") and number != "其中：") else label
            if row == "vehicleRunning" and self.has("projects", "none"):
                continue
            result.append((row, label, level, self.years_of(row, self.record.spent[row])))
            if row == "specialFunds":
                result += self.added_lines()
            if row == "reception" and self.has("rows", "moreRows"):
                result.append(("", "4、其他一般性支出", 2, {"last": self.aside("6.61"), "final": self.aside("6.67")}))
        return result

    def added_lines(self):
        result = []
        for number, (name, amounts) in enumerate(self.record.specials):
            row = f"specialFunds#{number}"
            label = self.expected[f"{self.name}/{row}/name"] = ("其中：" if number == 0 else "") + name
            result.append((row, label, 3, self.years_of(row, amounts)))
        for number, (name, amounts) in enumerate(self.record.own_projects):
            row = f"projectExpenditure#{number}"
            label = self.expected[f"{self.name}/{row}/name"] = f"{number + 4}、{name}"
            result.append((row, label, 2, self.years_of(row, amounts)))
        return result

    def years_of(self, row, amounts):
        return {column: self.put(row, column, amounts[column]) for column in YEARS if amounts[column]}

    # Buildings and economy

    def buildings(self):
        captions = [self.label(words) for words in office.BUILDING.values()]
        side = self.label(office.BUILDING_SIDE)
        if self.has("buildings", "words"):
            self.expected[f"{self.name}/buildings/none"] = "是"
            texts = ["无"] + [""] * 5
        elif self.has("buildings", "filled"):
            texts = [self.put("buildings#0", column, self.record.building[column]) for column in office.BUILDING]
        else:
            texts = [""] * 6
        return [[Cell(side, 6, 2)] + spread(captions, WIDTH - 6), spread(texts, WIDTH - 6)]

    def economy(self):
        how = self.layout.get("economy")
        if how == "absent":
            return []
        label, text = self.label(office.ECONOMY), self.put("economyMeasures", "text", self.record.economy)
        if how == "above":
            return [[Cell(label, WIDTH)], [Cell(text, WIDTH)]]
        if how == "inCell":
            return [[Cell(f"{label.rstrip('：')}：{text}", WIDTH)]]
        return [[Cell(label, 6), Cell(text, WIDTH - 6)]]
