"""One project's form."""

import office
from drawing import Drawing
from indicators import Indicators
from sheet import WIDTH, Cell, spread


class ProjectForm(Indicators, Drawing):
    head_words = office.HEAD
    titles, sides, goal_words = office.TITLES, office.SIDES, office.GOALS

    def head(self):
        pairs = [(self.label(self.head_words[key]), self.put("project", key, text)) for key, text in
                 (("name", self.record.name), ("department", self.record.department),
                  ("implementer", self.record.implementer))]
        how = self.layout.get("head")
        if how == "onePerRow":
            return [[Cell(label, 5), Cell(text, WIDTH - 5)] for label, text in pairs]
        if how == "threePerRow":
            return [spread([piece for pair in pairs for piece in pair])]
        if how == "above":
            return [spread([label for label, _ in pairs]), spread([text for _, text in pairs])]
        if how == "inCell":
            return [[Cell(f"{pairs[0][0].rstrip('：')}：{pairs[0][1]}", WIDTH)],
                    spread([f"{label.rstrip('：')}：{text}" for label, text in pairs[1:]])]
        if how == "otherOrder":
            return [[Cell(pairs[1][0], 5), Cell(pairs[1][1], WIDTH - 5)],
                    [Cell(pairs[2][0], 5), Cell(pairs[2][1], 7), Cell(pairs[0][0], 5), Cell(pairs[0][1], 7)]]
        first = [Cell(pairs[0][0], 5), Cell(pairs[0][1], WIDTH - 5)]
        if how == "codeColumn":
            first = [Cell(pairs[0][0], 5), Cell(pairs[0][1], 8), Cell("项目编码", 4), Cell(self.aside("43000024T0000123"), 7)]
        rows = [first, [Cell(pairs[1][0], 5), Cell(pairs[1][1], 7), Cell(pairs[2][0], 5), Cell(pairs[2][1], 7)]]
        if how == "moreRows":
            rows.insert(1, [Cell("项目类型", 5), Cell(self.aside("☑经常性项目　□一次性项目"), 7), Cell("项目起止时间", 5), Cell(self.aside("2024年1月至12月"), 7)])
            rows.append([Cell("项目负责人", 5), Cell(self.aside("石五"), 7), Cell("联系人电话", 5), Cell(self.aside("0745-2211000"), 7)])
        return rows

    def funds(self):
        record, width = self.record, self.width
        columns = ["initial", "budget", "executed", "points", "rate", "score"]
        if self.has("funds", "columnsOrder"):
            self.random.shuffle(columns)
        sources = list(office.SOURCES)
        if self.has("funds", "sourcesOrder"):
            sources = ["otherFunds", "fiscal", "carryOver"]
        rows = ["total"] + ([] if self.has("funds", "noSources") else sources)
        if self.has("funds", "sumLast"):
            rows = rows[1:] + rows[:1]
        label = {row: self.label(office.TOTAL if row == "total" else office.SOURCES[row]) for row in rows}
        caption = {column: self.label(office.FUND_COLUMNS[column]) for column in columns}
        if self.has("funds", "pairs"):
            return self.fund_pairs(width)
        if self.has("funds", "transposed"):
            amounts = columns[:3]
            result = [spread(["资金来源"] + [label[row] for row in rows], width)]
            for column in amounts:
                result.append(spread([caption[column]] + [self.put(row, column, record.funds[row][column]) for row in rows],
                                     width))
            return result
        if self.has("funds", "pointsInHead"):
            columns = [column for column in columns if column != "points"]
        lead = 6
        result = [[Cell("", lead)] + spread([caption[column] for column in columns], width - lead)]
        for row in rows:
            texts = []
            for column in columns:
                text = record.funds[row].get(column)
                if text is None:
                    texts.append(self.random.choice(["", "-", "—", "/"]) if self.has("figures", "dashes") else "")
                else:
                    texts.append(self.put(row, column, text))
            result.append([Cell(label[row], lead)] + spread(texts, width - lead))
            if self.has("funds", "moreSources") and row == "fiscal":
                for source in ("　中央补助", "　县本级"):
                    result.append([Cell(self.aside(source), lead)]
                                  + spread([self.aside(text) for text in ("1.11", "2.22", "3.33")]
                                           + [""] * (len(columns) - 3), width - lead))
            if self.has("funds", "repeatedHead") and row == "fiscal":
                result.append([Cell("", lead)] + spread([caption[column] for column in columns], width - lead))
        if self.has("funds", "twoLabels"):
            # 其中 stands once, beside the sources.
            rest = [row[1:] for row in result]
            result = [[Cell("资金来源", lead)] + rest[0]] + [[Cell(label["total"], lead)] + rest[1]]
            for number, row in enumerate(rows[1:]):
                side = [Cell("其中", 2, len(rows) - 1)] if number == 0 else []
                result.append(side + [Cell(label[row].removeprefix("其中："), lead - 2)] + rest[number + 2])
        return result

    def fund_pairs(self, width):
        total = self.record.funds["total"]
        cells = []
        for column in ("initial", "budget", "executed", "rate"):
            cells += [self.label(office.FUND_COLUMNS[column]), self.put("total", column, total[column])]
        return [spread(cells[:4], width), spread(cells[4:], width)]

    def goals(self):
        width = self.width + (2 if self.has("goals", "noSide") and self.layout.get("side") not in ("none", "rows") else 0)
        order = ["target", "actual"]
        if self.has("goals", "order"):
            order.reverse()
        label = {key: self.label(self.goal_words[key]) for key in order}
        text = {key: self.put("goal", key, self.record.goals[key]) for key in order}
        if self.has("goals", "leftRight"):
            return [[Cell(label[key], 4), Cell(text[key], width - 4)] for key in order]
        if self.has("goals", "inCell"):
            return [spread([f"{label[key].rstrip('：')}：\n{text[key]}" for key in order], width)]
        if self.has("goals", "under"):
            return [[Cell(piece, width)] for key in order for piece in (label[key], text[key])]
        if self.has("goals", "twoHeads"):
            half = width // 2
            cells = []
            for key in order:
                cells += [Cell(label[key], 3), Cell(text[key], half - 3)]
            return [cells]
        return [spread([label[key] for key in order], width), spread([text[key] for key in order], width)]
