"""One project's form, drawn as `layout` says, with what stands in it by the cells of the filing.

A layout is a dictionary from what may differ to how it does; what it does not name is as the form is printed.
"""

import office
from sheet import WIDTH, Cell, Sheet, beside, spread

# What may differ, and how.
LAYOUTS = {
    "words": ["others"],
    "letters": ["blanks", "colon", "breaks", "numbered", "brackets", "fullWidth", "blankEnds"],
    "head": ["onePerRow", "threePerRow", "above", "inCell", "otherOrder", "moreRows", "codeColumn"],
    "funds": ["noSources", "sourcesOrder", "columnsOrder", "transposed", "sumLast", "twoLabels", "moreSources", "pointsInHead",
              "pairs", "repeatedHead"],
    "figures": ["separators", "withUnit", "yuan", "dashes", "wide"],
    "goals": ["leftRight", "inCell", "under", "order", "noSide", "twoHeads"],
    "side": ["none", "rows", "broken"],
    "levels": ["repeated", "blankBelow", "oneColumn", "noGroup", "broken", "slash", "twoHeads"],
    "columns": ["order", "swapped", "serial", "together", "reasonBefore", "noReason", "percentGap", "extra", "nameLast"],
    "rows": ["prefixed", "empty", "subtotals", "levelSubtotals", "blank", "headAgain", "titleAgain", "placeholders"],
    "sum": ["above", "oneFigure", "twoCells", "inWords", "afterNotes"],
    "inside": ["title", "notes", "footer", "unitRow", "yearRow", "opinion"],
    "cut": ["beforeIndicators", "amid", "amidWithHead", "eachBlock", "amidTitle"],
    "wrap": ["nested", "control", "cellControl", "rowControl", "box", "tracked", "runs"],
    "file": ["library", "office", "workbook"],
    "several": ["documents", "oneTable", "tablesWithoutTitles"],
}
DIGITS = str.maketrans("0123456789.", "０１２３４５６７８９．")


class Drawing:
    def __init__(self, record, layout, random, sheet="project-1"):
        self.record, self.layout, self.random, self.name = record, layout, random, sheet
        # {"sheet/row/column" or "sheet/node#number/column": text}
        self.expected = {}
        self.sheet = Sheet()
        # Rows before which the table may be cut, by what begins there.
        self.marks = {}
        self.words = {}

    def has(self, place, how):
        return self.layout.get(place) == how

    # Labels and figures

    def label(self, choices, plain=False):
        """The same word each time it is asked for."""
        key = choices[0]
        if key not in self.words:
            text = self.random.choice(choices) if self.has("words", "others") else choices[0]
            self.words[key] = text if plain else self.lettered(text)
        return self.words[key]

    def lettered(self, text):
        how = self.layout.get("letters")
        if how == "blanks" and 2 <= len(text) <= 4 and text.isalpha():
            return ("　" if len(text) == 2 else " ").join(text)
        if how == "colon":
            return text + "："
        if how == "breaks" and len(text) >= 4 and "（" not in text:
            return text[: len(text) // 2] + "\n" + text[len(text) // 2:]
        if how == "breaks":
            return text.replace("（", "\n（")
        if how == "brackets":
            return text.replace("（", "(").replace("）", ")").replace("：", ":")
        if how == "fullWidth":
            return text.translate(DIGITS)
        if how == "blankEnds":
            return f"  {text}　"
        return text

    def put(self, row, column, text):
        """The text of a cell as it is printed; what is printed is expected."""
        how = self.layout.get("figures")
        if column in ("initial", "budget", "executed"):
            if how == "separators" and float(text) < 5000:
                text = f"{float(text) * 1000:,.2f}"
            elif how == "withUnit":
                text += "万元"
            elif how == "yuan":
                text = f"{float(text) * 10000:,.2f}"
        if how == "dashes" and text in ("", "无"):
            text = "—"
        if self.has("figures", "wide") and column in ("initial", "budget", "executed", "points", "score"):
            text = text.translate(DIGITS)
        if text:
            self.expected[f"{self.name}/{row}/{column}"] = text
        return text

    def add(self, *cells):
        self.sheet.add(*cells)

    # Blocks

    def draw(self):
        if self.layout.get("inside") == "title":
            self.add(Cell(self.label(office.TITLES, plain=True), WIDTH))
        if self.has("inside", "yearRow"):
            self.add(Cell("（2024年度）", WIDTH))
        if self.has("inside", "unitRow"):
            self.add(Cell("单位：万元", WIDTH))
        self.block("head", self.head())
        self.block("funds", self.sided("funds", self.funds()))
        self.block("goals", self.sided("goals", self.goals()))
        if self.has("sum", "above"):
            self.block("sum", [self.sum_row()])
        self.block("indicators", self.sided("indicators", self.indicators()))
        if not self.has("sum", "above") and not self.has("sum", "afterNotes"):
            self.block("sum", [self.sum_row()])
        if self.has("inside", "opinion"):
            self.add(Cell("自评结论", 4), Cell("经自评，项目总体执行较好，等级为优。", WIDTH - 4))
        if self.has("inside", "notes") or self.has("sum", "afterNotes"):
            self.add(Cell("说明：定量指标按完成比例计分，定性指标分三档计分。", WIDTH))
        if self.has("sum", "afterNotes"):
            self.block("sum", [self.sum_row()])
        if self.has("inside", "footer"):
            texts = self.footer_texts()
            self.add(*spread([piece for pair in texts for piece in pair]))
        return self.sheet

    def block(self, name, rows):
        self.marks[name] = len(self.sheet.rows)
        for row in rows:
            self.add(*row)

    def sided(self, name, rows):
        label = self.label(office.SIDES[name])
        how = self.layout.get("side")
        if how == "none":
            return rows
        if how == "rows":
            return [[Cell(label, WIDTH)]] + rows
        if name == "goals" and self.has("goals", "noSide"):
            return rows
        if how == "broken":
            label = "\n".join(sign for sign in label if sign not in "（）10万元9分")
        return beside(label, rows)

    @property
    def width(self):
        return WIDTH if self.layout.get("side") in ("none", "rows") else WIDTH - 2

    def head(self):
        pairs = [(self.label(office.HEAD[key]), self.put("project", key, text)) for key, text in
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
            first = [Cell(pairs[0][0], 5), Cell(pairs[0][1], 8), Cell("项目编码", 4), Cell("43000024T0000123", 7)]
        rows = [first, [Cell(pairs[1][0], 5), Cell(pairs[1][1], 7), Cell(pairs[2][0], 5), Cell(pairs[2][1], 7)]]
        if how == "moreRows":
            rows.insert(1, [Cell("项目类型", 5), Cell("☑经常性项目　□一次性项目", 7), Cell("项目起止时间", 5), Cell("2024年1月至12月", 7)])
            rows.append([Cell("项目负责人", 5), Cell("石五", 7), Cell("联系人电话", 5), Cell("0745-2211000", 7)])
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
                    result.append([Cell(source, lead)] + spread(["1.11", "2.22", "3.33"] + [""] * (len(columns) - 3),
                                                                width - lead))
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
        label = {key: self.label(office.GOALS[key]) for key in order}
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

    # Indicators

    def columns(self):
        columns = ["name", "target", "actual", "points", "score", "reason"]
        how = self.layout.get("columns")
        if how == "order":
            rest = columns[1:]
            self.random.shuffle(rest)
            columns = columns[:1] + rest
        if how == "swapped":
            columns = ["name", "target", "actual", "score", "points", "reason"]
        if how == "reasonBefore":
            columns = ["name", "points", "target", "actual", "reason", "score"]
        if how == "noReason":
            columns.remove("reason")
        if how == "nameLast":
            columns = ["name", "points", "target", "actual", "score", "reason"]
        return columns

    def extra(self):
        how = self.layout.get("columns")
        return {"serial": [(0, "序号")], "percentGap": [(3, "完成率")], "extra": [(1, "指标解释"), (4, "数据来源")]}.get(how, [])

    def indicators(self):
        columns, width = self.columns(), self.width
        caption = {key: self.label(words) for key, words in office.COLUMNS.items()}
        one = self.layout.get("levels") in ("oneColumn", "slash")
        levels = ["node"] if one or self.has("levels", "noGroup") else ["group", "node"]
        cells = [(column, caption[column]) for column in columns]
        for offset, (place, text) in enumerate(self.extra()):
            cells.insert(place + offset, ("", text))
        if self.has("columns", "together"):
            cells = [cell for cell in cells if cell[0] != "actual"]
            cells = [(key, "年度指标值/实际完成值" if key == "target" else text) for key, text in cells]
        self.cells = cells
        lead = 2 * len(levels)
        head = [Cell("一级、二级指标" if one else caption[level], 2) for level in levels]
        head += spread([text for _, text in cells], width - lead)
        rows = [head]
        if self.has("levels", "twoHeads"):
            rows = self.double_head(levels, caption, cells, width - lead)
        counts, serial, inserted = {}, 0, set()
        before = (None, None)
        body = []
        for node, texts in self.record.indicators:
            group = office.NODES[node][0]
            counts[node] = counts.get(node, -1) + 1
            serial += 1
            line = f"{node}#{counts[node]}"
            row = self.indicator(line, texts, counts[node], serial)
            body.append((group, node, row))
            if self.has("rows", "placeholders") and self.last_of(node, counts[node]):
                body.append((group, node, {"name": "……"}))
            if self.has("rows", "empty") and self.last_of(node, counts[node]):
                body.append((group, node, {"name": f"指标{counts[node] + 2}："}))
            if self.has("rows", "blank") and serial % 4 == 0:
                body.append((group, node, {}))
        self.body_start = len(rows)
        return rows + self.level_rows(body, levels, head, width, one)

    def double_head(self, levels, caption, cells, width):
        """Target and actual value under one caption, all else two rows deep."""
        widths = [cell.span for cell in spread([text for _, text in cells], width)]
        upper = [Cell(caption[level], 2, 2) for level in levels]
        lower = []
        skip = False
        for number, (key, text) in enumerate(cells):
            if skip:
                skip = False
                continue
            if key == "target" and number + 1 < len(cells) and cells[number + 1][0] == "actual":
                upper.append(Cell("指标值", widths[number] + widths[number + 1]))
                lower = [Cell(text, widths[number]), Cell(cells[number + 1][1], widths[number + 1])]
                skip = True
            else:
                upper.append(Cell(text, widths[number], 2))
        return [upper, lower] if lower else [[Cell(cell.text, cell.span) for cell in upper]]

    def last_of(self, node, number):
        return number + 1 == sum(one == node for one, _ in self.record.indicators)

    def indicator(self, line, texts, number, serial):
        texts = dict(texts)
        if self.has("rows", "prefixed"):
            texts["name"] = f"指标{number + 1}：{texts['name']}"
        row = {}
        columns = [key for key, _ in self.cells if key]
        if self.has("columns", "together"):
            row["target"] = f"{texts['target']}/{texts['actual']}"
            columns.remove("target")
        for column in columns:
            row[column] = self.put(line, column, texts[column])
        row["序号"] = str(serial)
        row["完成率"] = "100%"
        row["指标解释"], row["数据来源"] = f"反映第{serial}项工作的完成情况", "业务台账"
        return row

    def level_rows(self, body, levels, head, width, one):
        lead = 2 * len(levels)
        rows = []

        def cells(row):
            return spread([row.get(key or text, "") for key, text in self.cells], width - lead)

        labels = {}
        for node, (group, words) in office.NODES.items():
            labels[node], labels[group] = self.label(words), self.label(office.GROUPS[group])
        how = self.layout.get("levels")
        number = 0
        while number < len(body):
            group, node, row = body[number]
            new_group = number == 0 or body[number - 1][0] != group
            new_node = number == 0 or body[number - 1][1] != node
            if self.has("rows", "levelSubtotals") and new_group and number:
                rows.append(self.subtotal(labels[body[number - 1][0]], width))
            if self.has("rows", "headAgain") and number in (7, 13):
                rows.append([Cell(cell.text, cell.span) for cell in head])
                new_group = new_node = True
            if self.has("rows", "titleAgain") and number == 9:
                rows += [[Cell(self.label(office.TITLES, plain=True) + "（续）", width)],
                         [Cell(cell.text, cell.span) for cell in head]]
                new_group = new_node = True
            stops = {7, 13} if self.has("rows", "headAgain") else {9} if self.has("rows", "titleAgain") else set()

            def depth(level):
                end = number + 1
                while end < len(body) and body[end][level] == body[number][level] and end not in stops:
                    end += 1
                return end - number

            levels_of = {"group": (labels[group], new_group, 0), "node": (labels[node], new_node, 1)}
            row_cells = []
            for level in levels:
                text, is_new, index = levels_of[level]
                if one:
                    text = f"{labels[group]}\n{text}" if how == "oneColumn" else f"{labels[group]}/{text}"
                if how == "broken":
                    text = "\n".join(text[at:at + 2] for at in range(0, len(text), 2)) if "（" not in text else text
                if how == "repeated":
                    row_cells.append(Cell(text, 2))
                elif how == "blankBelow":
                    row_cells.append(Cell(text if is_new else "", 2))
                elif is_new:
                    row_cells.append(Cell(text, 2, depth(index)))
            rows.append(row_cells + cells(row))
            number += 1
        if self.has("rows", "levelSubtotals"):
            rows.append(self.subtotal(labels[body[-1][0]], width))
        if self.has("rows", "subtotals"):
            rows.append(self.subtotal("绩效指标", width))
        return rows

    def subtotal(self, label, width):
        keys = [key for key, _ in self.cells]
        first = min(keys.index("points"), keys.index("score"))
        widths = [cell.span for cell in spread(keys, width - (4 if self.layout.get("levels") not in
                                                             ("oneColumn", "slash", "noGroup") else 2))]
        texts = ["50" if key == "points" else "47.5" if key == "score" else "" for key in keys[first:]]
        rest = [Cell(text, span) for text, span in zip(texts, widths[first:])]
        return [Cell(f"{label}小计", width - sum(cell.span for cell in rest))] + rest

    def sum_row(self):
        keys = [key for key, _ in self.cells] if hasattr(self, "cells") else self.columns()
        label = self.label(office.SUM)
        if self.has("sum", "oneFigure"):
            return [Cell(label, WIDTH - 6), Cell(self.put("sum", "score", self.record.sum["score"]), 6)]
        points, score = (self.put("sum", key, self.record.sum[key]) for key in ("points", "score"))
        if self.has("sum", "twoCells"):
            return [Cell(label, 5), Cell(points, 7), Cell(self.label(office.COLUMNS["score"]), 5), Cell(score, 7)]
        if self.has("sum", "inWords"):
            del self.expected[f"{self.name}/sum/points"], self.expected[f"{self.name}/sum/score"]
            return [Cell(f"总分：{points}分，自评得分：{score}分", WIDTH)]
        first = min(keys.index("points"), keys.index("score"))
        lead = 4 if self.layout.get("levels") not in ("oneColumn", "slash", "noGroup") else 2
        widths = [cell.span for cell in spread(keys, self.width - lead)]
        texts = [points if key == "points" else score if key == "score" else "" for key in keys[first:]]
        rest = [Cell(text, span) for text, span in zip(texts, widths[first:])]
        return [Cell(label, WIDTH - sum(cell.span for cell in rest))] + rest

    def footer_texts(self):
        return [(self.label(office.FOOTER[key], plain=True), self.put("footer", key, text))
                for key, text in self.record.footer.items()]
