import Evaluation
import Figures
import Reading

/// The fields of an imported report as lines for a terminal.
public enum ImportText {
  /// One file: what was placed sheet by sheet, then what was not.
  public static func text(of file: ImportedFile) -> String {
    let report = file.report
    var lines = [heading(of: file)]
    for sheet in report.filing.sheets {
      let fields = report.fields.filter { $0.address.sheet == sheet.id }
      let sections = report.sections.filter { $0.address.sheet == sheet.id }
      guard !fields.isEmpty || !sections.isEmpty else { continue }
      lines += ["", "【\(title(of: sheet, in: report.filing))】"]
      lines += fields.map { line(of: $0, in: file) } + sections.map { line(of: $0, in: file) }
    }
    if !report.unplaced.isEmpty {
      lines +=
        ["", "【没有归位，请人工处理】"]
        + report.unplaced.map { part in
          "\(place(part.place, in: file)) \(part.kind.words)“\(clipped(part.text))”：\(part.reason.words)"
        }
    }
    return (lines + ["", summary(of: report)]).joined(separator: "\n") + "\n"
  }

  private static func heading(of file: ImportedFile) -> String {
    let recognised = file.report.recognised
    let known: [String?] = [
      recognised.title, recognised.unit, recognised.year.map { "\($0) 年度" } ?? "年度未识别（可用 --year 指定）",
      recognised.policies.policies.map(\.id).joined(separator: "、"),
    ]
    return "\(file.file)：" + known.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "，")
  }

  private static func title(of sheet: Sheet, in filing: Filing) -> String {
    switch filing.policies.definition(of: sheet) {
    case .form(_, let form)?:
      let name = filing.entry(at: CellAddress(sheet.id, "project", "name"))?.text
      return form.shortTitle + (name.map { "：\(clipped($0))" } ?? "")
    case .report?, nil: return "报告"
    }
  }

  private static func line(of field: ImportedField, in file: ImportedFile) -> String {
    var notes = [field.confidence.words]
    if field.isComputed { notes.append("由系统计算，仅供核对") }
    if let problem = field.problem { notes.append(problem) }
    if let quantity = field.quantity {
      notes.append("符号“\(quantity.sign?.rawValue ?? "")”数值“\(quantity.figure)”单位“\(quantity.unit)”")
    }
    return "\(place(field.place, in: file)) \(field.caption)：\(clipped(field.value))（\(notes.joined(separator: "；"))）"
  }

  private static func line(of section: ImportedSection, in file: ImportedFile) -> String {
    let count = section.text.unicodeScalars.count
    return "\(place(section.place, in: file)) \(section.heading)：\(count) 字（\(section.confidence.words)）"
  }

  private static func place(_ range: Range<Int>, in file: ImportedFile) -> String {
    let evidence = file.evidence(range)
    return evidence.origin?.words ?? "第 \(evidence.line) 行"
  }

  private static func summary(of report: ImportedReport) -> String {
    let counts = FieldConfidence.allCases.map { confidence in
      "\(confidence.words) \(report.fields.count { $0.confidence == confidence })"
    }
    return """
      填入 \(report.fields.count) 格（\(counts.joined(separator: "，"))），报告 \(report.sections.count) 个部分；\
      表格共 \(report.cellCount) 格有内容，其中 \(report.unplacedCellCount) 格没有归位；\
      标题共 \(report.headingCount) 个，其中 \(report.unplacedHeadingCount) 个没有归位。
      """
  }

  private static func clipped(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { $0 == "\n" || $0 == "\t" ? " " : $0 }
    let kept = String(String.UnicodeScalarView(scalars.prefix(40)))
    return scalars.count > 40 ? kept + "…" : kept
  }
}
