import Figures
import Testing

@testable import Evaluation

@Suite struct FilingExtractTests {
  private func extract(_ change: (inout Filing) -> Void = { _ in }) -> FilingExtract {
    var filing = Filing.typed([
      "base/reception/final": "3.1", "base/abroad/final": "1.25", "base/staff/actual": "17",
      "base/economyMeasures/text": "压减会议。\n节约用电。", "self/total/budget": "200", "self/total/executed": "150",
      "report/basic/text": "出国经费{{base/abroad/final}}万元。", "self/goal/target": "办好展会",
    ])
    filing.add(
      "r1", under: "quantity", to: "self",
      ["name": "举办展会", "target": "≥3场", "actual": "2场", "points": "20", "score": "13.33", "reason": "一场取消。"])
    filing.add("r2", under: "quantity", to: "self", ["name": "参展", "points": "10", "score": "10"])
    filing.add("r3", under: "specialFunds", to: "base", ["name": "市场专项", "final": "7.5"])
    change(&filing)
    return FilingExtract(Calculation(filing))
  }
  private func value(_ item: String, in extract: FilingExtract) -> Int64? {
    extract.figures.first { $0.item == item }?.value
  }

  @Test func `amounts are told in 分, everything else in millionths`() {
    let extract = extract()
    #expect(value("base/reception/final", in: extract) == 3_100_000)
    #expect(value("base/threePublic/final", in: extract) == 4_350_000)
    #expect(value("base/specialFunds/final", in: extract) == 7_500_000)
    #expect(value("base/staff/actual", in: extract) == 17_000_000)
    #expect(value("self/total/score", in: extract) == 7_500_000)
    #expect(value("base/staff/rate", in: extract) == nil && value("base/r3/final", in: extract) == nil)
  }

  @Test func `second-level indicators have the points and scores of their lines`() {
    let extract = extract()
    #expect(value("self/node.quantity/points", in: extract) == 30_000_000)
    #expect(value("self/node.quantity/score", in: extract) == 23_330_000)
    #expect(extract.figures.first { $0.item == "self/node.quantity/score" }?.cell.description == "self/r1/score")
    #expect(value("self/node.quality/score", in: extract) == nil)
    // 7.5 of the funds and 23.33.
    #expect(extract.score == 30_830_000 && extract.grade == "差")
  }

  @Test func `texts are told as they read, by section and by row, with the cells they stand in`() {
    let texts = extract().texts
    let section = texts.first { $0.kind == .report }
    #expect(section?.text == "出国经费1.25万元。" && section?.title == "自评报告 · 二、基本支出情况")
    #expect(section?.cells.map(\.description) == ["report/basic/text"])
    let line = texts.first { $0.kind == .indicator }
    #expect(line?.text == "举办展会\n≥3场\n2场\n一场取消。" && line?.title == "自评表 · 数量指标")
    #expect(line?.cell(ofLine: 3)?.description == "self/r1/reason")
    #expect(texts.contains { $0.title.hasPrefix("基础表") && $0.text == "压减会议。 节约用电。" })
    #expect(texts.contains { $0.text == "市场专项" && $0.kind == .other && $0.title == "基础表" })
  }

  @Test func `a project's name is found as such, and personal fields are not`() {
    let extract = extract { filing in
      filing = filing.applying([.addProject]).filing
      filing =
        filing.applying([
          .set(CellAddress("project-1", "project", "name"), text: "农贸市场改造", was: nil),
          .set(CellAddress("project-1", "footer", "phone"), text: "13800000000", was: nil),
        ]).filing
    }
    #expect(extract.texts.first { $0.kind == .project }?.text == "农贸市场改造")
    #expect(!extract.texts.contains { $0.text.contains("138") })
  }

  @Test func `every figure is of an item that the policies name, each once`() {
    let items = FigureItem.all(in: PolicySet.example.policies)
    #expect(Set(items.map(\.id)).count == items.count)
    let ids = Set(items.map(\.id))
    #expect(extract().figures.allSatisfy { ids.contains($0.item) })
    #expect(items.first { $0.id == "base/reception/final" }?.title == "基础表：公务接待，本年决算数")
    #expect(items.first { $0.id == "base/reception/last" }?.caption == "公务接待，上年决算数")
    #expect(items.first { $0.id == "self/node.quantity/score" }?.caption == "数量指标，得分")
  }
}
