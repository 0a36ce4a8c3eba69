import Evaluation
import Reading
import Rules

extension AuditRule {
  static let g11OddSymbols = AuditRule(
    RuleCard(
      "G11", "符号写法不统一", severity: .info,
      why: "“≧”与“≥”、“％”与“%”意思相同、写法不同，打印出来不整齐，别的系统也可能认不出。",
      remedy: "统一写成 ≥、≤、=、>、<、%。",
      sources: [.departmentSheet("年度指标值、实际完成值栏"), .customary("比较符号和百分号的统一写法")]
    ),
    method: "查三级指标的指标值和完成值，一张表只提示一次，列出各处；本系统已按同义符号识别。完成值以符号开头的由 G05 处理。",
    examples: [
      .passes(.indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |", "quality | 任务分解率 | =100% | 100% | 5 | 5 |")),
      .passes(.indicators("cost | 预算控制率 | ≤100% | ≦100% | 10 | 10 |")),
      .fails(
        .indicators(
          "quality | 任务分解率 | ＝100% | 100% | 5 | 5 |", "quality | 宣传覆盖率 | ＝100% | 100％ | 5 | 5 |",
          "cost | 预算控制率 | ≦100% | 98% | 10 | 10 |"),
        .at("self/quality.1/target", "自评表有 4 处用了“＝”“％”“≦”，建议统一为“=”“%”“≤”。")),
      .fails(
        .indicators(
          "satisfaction | 商户满意度 | ≧９0% | 95% | 10 | 10 |", on: "project-1",
          and: ["project-1/project/name": "农贸市场改造"]),
        .at("project-1/satisfaction.1/target", "项目“农贸市场改造”有 1 处用了“≧”，建议统一为“≥”。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    Verdict(over: dossier.scoredSheets.filter { !$0.countedLines.isEmpty }, missing: "三级指标") { sheet in
      let cells = sheet.countedLines.flatMap { line in
        [(line.address(.target), line.targetText)]
          + (line.actualHasSign ? [] : [(line.address(.actual), line.actualText)])
      }
      let odd = cells.map { (cell: $0.0, symbols: $0.1.oddSymbols) }.filter { !$0.symbols.isEmpty }
      guard !odd.isEmpty else { return .agrees }
      var seen: [Unicode.Scalar] = []
      for symbol in odd.flatMap(\.symbols) where !seen.contains(symbol) { seen.append(symbol) }
      let quoted = seen.map { "“\($0)”" }.joined()
      let usual = seen.compactMap { Unicode.Scalar.usual[$0] }.map { "“\($0)”" }.joined()
      return .breaks(
        Finding(
          at: odd.map { .cell($0.cell) }, "\(sheet.spokenName)有 \(odd.count) 处用了\(quoted)，建议统一为\(usual)。",
          derivation: seen.map(String.init).joined()))
    }
  }
}

extension String {
  fileprivate var oddSymbols: [Unicode.Scalar] { unicodeScalars.filter { Unicode.Scalar.usual[$0] != nil } }
}

extension Unicode.Scalar {
  /// How each odd symbol is usually written.
  fileprivate static let usual: [Unicode.Scalar: Unicode.Scalar] = [
    "≧": "≥", "⩾": "≥", "≦": "≤", "⩽": "≤", "＝": "=", "﹦": "=", "＞": ">", "﹥": ">", "＜": "<", "﹤": "<", "％": "%",
    "﹪": "%",
  ]
}
