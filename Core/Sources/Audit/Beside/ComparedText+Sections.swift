import Reading

extension ComparedText {
  /// A report without the sections that say the same every year: what the unit is there for and who works there.
  init(yearlyReportOf dossier: Dossier) {
    self.init(dossier) { !$0.isHeaded("职能", "职责", "机构", "人员", "编制", "基本情况", "概况") }
  }

  /// The sections on problems and on what is done about them, which are told in words of the trade.
  init(problemsOf dossier: Dossier) {
    self.init(dossier, keepsStockWords: true) { $0.isHeaded("问题", "不足", "改进", "建议", "下一步", "打算") }
  }

  /// A report with fewer stretches says too little to be told from another.
  static let leastOfReport = 240
  /// So many of its longest passages are shown.
  static let shownPassages = 6
}

extension Companion {
  /// Passages of a text that stand in this filing's too: where they stand here and there.
  func places(of passages: [CopiedText.Passage]) -> [Place] {
    passages.map { .text($0.place) } + passages.compactMap { place(of: $0.other) }.map { .companion($0) }
  }
}
