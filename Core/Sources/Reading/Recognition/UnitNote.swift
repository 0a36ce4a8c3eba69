import Evaluation
import Figures
import Text

extension Report {
  /// 元 where notes above the tables say so and nothing on the forms says 万元; nil for every other report.
  var notedUnit: AmountUnit? {
    let above = blocks.flatMap { block -> [TextPart] in
      switch block {
      case .paragraph(let part): [part]
      case .table(let table): table.rows.prefix(3).flatMap { $0 }
      }
    }
    let notes = above.compactMap(\.unitNote)
    let captions = tables.lazy.flatMap { $0.rows.prefix(12) }.flatMap { $0 }
    guard !notes.isEmpty, notes.allSatisfy({ $0 == .yuan }), !captions.contains(where: \.captionsTenThousands) else {
      return nil
    }
    return .yuan
  }
}

extension TextPart {
  /// What 单位：元 says, alone or behind a short title; nil for other text.
  fileprivate var unitNote: AmountUnit? {
    guard place.count <= 40 else { return nil }
    let bare = text.bare.filter { $0 != "(" && $0 != ")" }
    if bare.holds("单位:万元") { return .tenThousandYuan }
    return bare.ends(with: "单位:元") || bare.ends(with: "单位:人民币元") || bare.ends(with: "单位:元、分") ? .yuan : nil
  }

  /// 项目资金（万元）
  fileprivate var captionsTenThousands: Bool { place.count <= 20 && text.bare.holds("(万元)") }
}
