import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let h16FormFooter = AuditRule(
    RuleCard(
      "H16", "表尾的填表人、电话、签字不全", severity: .warning,
      why: "内部留存的表要能找到填的人和负责的人；公开的文本则要全部隐去，一半填一半空，两样都不是。",
      remedy: "内部留存的补填；公开的全部隐去。",
      sources: [.departmentSheet("表尾“填表人、联系电话、单位负责人签字”"), .projectSheet("表尾")]
    ),
    method: """
      在线填写的，表上有内容而填表人、联系电话空白即报告，签字栏空白只作提示。读入的文件，一行表尾里填表人、联系电话、负责人签字填了一些又空了一些的，报告空白的；\
      签字要在纸上签，只空签字栏的只作提示。全部空白或用“某”“*”代替的，看作公开的文本，不报。
      """,
    examples: [
      .passes(.prose("填表人：        填报日期：2025年3月18日        联系电话：        单位负责人签字：")),
      .passes(.prose("填表人：郑某 填报日期：2025年3月 联系电话： 单位负责人签字：", "填表人：郑五 联系电话：0730-5812345")),
      .passes([
        "project-1/footer/preparer": "郑五", "project-1/footer/phone": "0730-5812345", "project-1/project/name": "冷链",
      ]),
      .fails(
        .prose("填表人：郑五    填报日期：2025年3月    ⟦联系电话⟧：    ⟦单位负责人签字⟧："),
        .at("⟦联系电话⟧", "填了别的栏而“联系电话”“单位负责人签字”空白，请补填；公开的文本请全部隐去。")),
      .fails(
        .prose("⟦填表人⟧： | 联系电话：0730-5812345 | 单位负责人签字：吴四"),
        .at("⟦填表人⟧", "填了别的栏而“填表人”空白，请补填；公开的文本请全部隐去。")),
      .fails(
        ["project-1/project/name": "冷链", "project-1/footer/preparer": "郑五"],
        .at("project-1/footer/phone", "项目支出表尾的联系电话未填。")),
      .cannotLook(.prose("一、概况", "本单位内设股室四个。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    dossier.isFile ? FormFoot.verdict(ofFile: dossier) : FormFoot.verdict(ofFiling: dossier)
  }
}

/// The line below a form that says who filled it in.
private enum FormFoot {
  /// What stands behind one label.
  struct Field {
    let label: String
    let place: TextPlace
    let value: String
    var isSignature: Bool { label.holds("签") || label.holds("负责人") }
    var isMasked: Bool { value.holds(anyOf: ["某", "*", "×", "＊"]) }
  }

  static func verdict(ofFiling dossier: Dossier) -> Verdict {
    let feet = dossier.sheets.compactMap { sheet -> (SheetReading, [CellDefinition])? in
      guard let layout = dossier.calculation.layout(of: sheet.id) else { return nil }
      let personal = layout.footer.filter { cell in
        sheet.form.footer.contains { $0.isPersonal && $0.column == cell.address.column }
      }
      let isStarted = sheet.definitions.contains { !dossier.calculation.text(at: $0.address).isBlank }
      return personal.isEmpty || !isStarted ? nil : (sheet, personal)
    }
    return Verdict(over: feet, each: "表尾") { sheet, cells in
      let blank = cells.filter { dossier.calculation.text(at: $0.address).isBlank }
      guard !blank.isEmpty else { return [] }
      let captions = blank.map(\.caption)
      return [
        Finding(
          at: blank.map { .cell($0.address) },
          "\(sheet.form.shortTitle)表尾的\(captions.joined(separator: "、"))未填。",
          derivation: captions.joined(separator: ", "),
          severity: captions.allSatisfy { $0.holds("签") } ? .info : nil)
      ]
    }
  }

  static func verdict(ofFile dossier: Dossier) -> Verdict {
    let lines =
      dossier.narrative.passages.filter { $0.role != .cell }.map { [$0.part] } + dossier.tables.flatMap(\.rows)
    let feet = lines.map { $0.flatMap(fields) }.filter { Set($0.map(\.label)).count >= 2 }
    return Verdict(over: feet, each: "表尾") { fields in
      let (filled, blank) = (fields.filter { !$0.value.isEmpty }, fields.filter(\.value.isEmpty))
      guard !filled.isEmpty, !blank.isEmpty, !filled.contains(where: \.isMasked) else { return [] }
      let quoted = blank.map { "“\($0.label)”" }.joined()
      return [
        Finding(
          at: blank.map { .text($0.place) }, "填了别的栏而\(quoted)空白，请补填；公开的文本请全部隐去。",
          derivation: blank.map(\.label).joined(separator: ", "),
          severity: blank.allSatisfy(\.isSignature) ? .info : nil)
      ]
    }
  }

  private static let labels: WordFinder = [
    "填表人", "填报人", "制表人", "联系电话", "联系方式", "单位负责人签字", "单位负责人签章", "负责人签字", "单位负责人", "部门负责人",
  ]
  /// Labels whose values are no persons'.
  private static let others: WordFinder = ["填报日期", "填表日期", "填报时间", "日期", "审核人", "复核人", "单位"]

  /// Each of the labels has one of these.
  private static let wordsInLabels = ["人", "联系"]

  private static func fields(of part: TextPart) -> [Field] {
    guard part.text.holds(anyOf: Self.wordsInLabels) else { return [] }
    let scalars = part.text.halfWidthScalars
    guard labels.occurs(in: scalars) else { return [] }
    func colon(behind end: Int) -> Int? {
      var index = end
      while index < scalars.count, scalars[index].isBlank || "(签字章盖)".unicodeScalars.contains(scalars[index]) {
        index += 1
      }
      return index < scalars.count && scalars[index] == ":" ? index : nil
    }
    let found = labels.matches(in: scalars).compactMap { label in
      colon(behind: label.range.upperBound).map { (label.range, $0) }
    }
    let stops = found.map(\.0.lowerBound) + others.matches(in: scalars).map(\.range.lowerBound)
    return found.map { label, colon in
      let end = stops.filter { $0 > colon }.min() ?? scalars.count
      let value = scalars[colon + 1..<end].filter {
        $0.isIdeograph || $0.isDigit || $0.isLatinLetter || $0 == "*" || $0 == "×"
      }
      return Field(
        label: String(scalars: scalars[label]), place: TextPlace(.file, part.place(of: label)),
        value: String(scalars: value))
    }
  }
}
