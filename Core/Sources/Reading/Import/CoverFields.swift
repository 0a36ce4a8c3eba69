import Text

/// The lines of a cover that say whose report it is and when it was written: 单位名称：示例县商务局.
struct CoverFields {
  private(set) var unit: String?
  private(set) var code: String?
  private var starts: Set<Int> = []
  /// Those that name a day, which is not of the year that the report is about.
  private var dates: Set<Int> = []

  init(_ passages: [Passage]) {
    for passage in passages where passage.annex == 0 && passage.headings.isEmpty {
      guard let (caption, value) = passage.text.coverField else { continue }
      switch caption {
      case "单位名称", "部门名称", "填报单位", "部门单位名称", "部门(单位)名称", "单位(部门)名称":
        unit = unit ?? value
      case "单位编码", "单位代码", "预算编码", "预算单位编码", "部门编码", "部门代码":
        guard value.unicodeScalars.count == 6, value.unicodeScalars.allSatisfy(\.isDigit) else { continue }
        code = code ?? value
      case "评价年度", "自评年度", "填报年度", "年度": break
      case "填报日期", "填表日期", "填报时间", "填表时间", "编制日期", "编制时间", "报告日期", "日期":
        dates.insert(passage.place.range.lowerBound)
      default: continue
      }
      starts.insert(passage.place.range.lowerBound)
    }
  }

  func holds(_ passage: Passage) -> Bool { starts.contains(passage.place.range.lowerBound) }

  /// Tells when it was written.
  func isDate(_ passage: Passage) -> Bool { dates.contains(passage.place.range.lowerBound) }
}

extension String {
  /// A caption and what stands behind its colon, on a short line; nil for other lines.
  var coverField: (caption: String, value: String)? {
    // The first byte of a full-width colon is that of all full-width forms.
    guard utf8.contains(where: { $0 == 0x3A || $0 == 0xEF }), scalarCount <= 60,
      let colon = unicodeScalars.firstIndex(where: { $0 == "：" || $0 == ":" })
    else { return nil }
    let caption = String(unicodeScalars[..<colon]).withoutBlanks.narrow
    guard (2...8).contains(caption.scalarCount) else { return nil }
    let value = String(unicodeScalars[unicodeScalars.index(after: colon)...]).narrow
    return value.isEmpty ? nil : (caption, value)
  }
}
