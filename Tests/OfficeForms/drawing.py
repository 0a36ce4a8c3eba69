"""A form, drawn as `layout` says, with what stands in it by the cells of the filing.

A layout is a dictionary from what may differ to how it does; what it does not name is as the form is printed.
"""

import office
from sheet import WIDTH, Cell, Sheet, beside, spread

# Columns of amounts in 万元.
AMOUNTS = {"initial", "budget", "executed", "last", "final", "generalBudget", "governmentFund", "specialAccount", "other",
           "basic", "project", "total"}
DIGITS = str.maketrans("0123456789.", "０１２３４５６７８９．")


class Drawing:
    footer_words = office.FOOTER
    # The form asks for whoever fills it in.
    has_footer = True

    def __init__(self, record, layout, random, sheet="project-1"):
        self.record, self.layout, self.random, self.name = record, layout, random, sheet
        # {"sheet/row/column" or "sheet/node#number/column": text}
        self.expected = {}
        # Texts that no field takes: they must be listed.
        self.asides = []
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
        if column in AMOUNTS:
            if how == "separators" and float(text) < 5000:
                text = f"{float(text) * 1000:,.2f}"
            elif how == "withUnit":
                text += "万元"
            elif how == "yuan":
                text = f"{float(text) * 10000:,.2f}"
        if how == "dashes" and text in ("", "无"):
            text = "—"
        if self.has("figures", "wide") and column in AMOUNTS | {"points", "score"}:
            text = text.translate(DIGITS)
        if text:
            self.expected[f"{self.name}/{row}/{column}"] = text
        return text

    def add(self, *cells):
        self.sheet.add(*cells)

    def aside(self, text):
        self.asides.append(text)
        return text

    # Blocks

    def draw(self):
        if self.layout.get("inside") == "title":
            self.add(Cell(self.label(self.titles, plain=True), WIDTH))
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
            self.add(Cell("自评结论", 4), Cell(self.aside("经自评，项目总体执行较好，等级为优。"), WIDTH - 4))
        self.draw_ends()
        if self.has("inside", "notes") or self.has("sum", "afterNotes"):
            self.add(Cell("说明：定量指标按完成比例计分，定性指标分三档计分。", WIDTH))
        if self.has("sum", "afterNotes"):
            self.block("sum", [self.sum_row()])
        if self.has("inside", "footer"):
            texts = self.footer_texts()
            self.add(*spread([piece for pair in texts for piece in pair]))
        return self.sheet

    def draw_ends(self):
        """What a form has between its sum and its foot."""

    def block(self, name, rows):
        self.marks[name] = len(self.sheet.rows)
        for row in rows:
            self.add(*row)

    def sided(self, name, rows):
        label = self.label(self.sides[name])
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

    def footer_texts(self):
        return [(self.label(self.footer_words[key], plain=True),
                 self.put("footer", key, text) if self.has_footer else self.aside(text))
                for key, text in self.record.footer.items()]
