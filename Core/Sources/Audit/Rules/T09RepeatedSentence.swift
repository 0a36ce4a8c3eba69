import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let t09RepeatedSentence = AuditRule(
    RuleCard(
      "T09", "句子或段落重复", severity: .info,
      why: "同样的话在一份报告里出现两次，多半是重复粘贴，也可能该改的地方没有改。",
      remedy: "删去重复的一处，或改为各自的内容。",
      sources: [.reportOutline("各节正文")]
    ),
    method: """
      同一份报告（或同一个附件）里，去掉数字和标点后至少 12 个汉字、数字也相同的句子出现两次即报告，连续重复的几句只报一处。\
      表格、标题、连成一段文字的表和“目标1：”一类并列的目标栏不查；“无此项支出”一类的固定说法不查。
      """,
    examples: [
      .passes(.prose("一、基金情况", "2024年度本单位没有此项预算支出情况发生。", "二、资本情况", "2024年度本单位没有此项预算支出情况发生。")),
      .passes(.prose("全年新签约招商引资项目84个，总投资80亿元。全年新签约招商引资项目19个，总投资20亿元。")),
      .fails(
        .prose("⟦已签约的84个招商引资项目中有32个开工建设⟧。", "项目落地见效。⟦已签约的84个招商引资项目中有32个开工建设⟧。"),
        .at("⟦已签约的84个招商引资项目中有32个开工建设⟧", "与前文重复：“已签约的84个招商引资项目中有32个开工建设”。")),
      .fails(
        .prose(
          "⟦严格执行财务管理制度，按照预算规定的用途使用资金⟧；⟦严格执行财务管理制度，按照预算规定的用途使用资金⟧。"),
        .at("⟦严格执行财务管理制度，按照预算规定的用途使用资金⟧", "与前文重复：“严格执行财务管理制度，按照预算规定的用途使用资金”。")),
      .passes(
        .prose("目标1：深入开展风险隐患排查整治工作。", "目标1：深入开展风险隐患排查整治工作。")),
      .passes(
        .prose("年度总体目标其中：30万元用于编制工程概算和预算。完成情况其中：30万元用于编制工程概算和预算。三级指标分值10得分10指标值50实际完成值50")),
      .cannotLook([:]),
    ]
  ) { dossier in
    let passages = dossier.writings.filter { $0.passage.map { $0.role == .body || $0.role == .headed } ?? false }
    guard dossier.writings.contains(where: { $0.passage != nil }) else { return .noText }
    var seen: [RepeatedText.Key: (Int, Range<Int>)] = [:]
    var last: (first: Int, second: Int)?
    var findings: [Finding] = []
    for (index, writing) in passages.enumerated() {
      last = last.flatMap { $0.second + 1 == index ? $0 : nil }
      guard !writing.isFlattenedForm else { continue }
      for sentence in writing.sentences where !writing.beginsGoal(sentence) {
        guard let key = RepeatedText.key(of: sentence, in: writing) else { continue }
        guard let (earlier, range) = seen[key] else {
          seen[key] = (index, sentence)
          continue
        }
        // Sentences that follow one another in both places are one repetition.
        let isSame = last.map { $0.second == index && ($0.first...$0.first + 1).contains(earlier) } ?? false
        last = (earlier, index)
        guard !isSame else { continue }
        let (here, there) = (writing.trimmed(sentence), passages[earlier].trimmed(range))
        let quoted = writing.quote(here)
        findings.append(
          Finding(
            at: [writing.place(here), passages[earlier].place(there)],
            "与前文重复：“\(quoted.count > 40 ? "\(quoted.prefix(38))…" : quoted)”。", derivation: String(quoted.prefix(20))))
      }
    }
    return Verdict(findings)
  }
}

/// Sentences compared by what they say.
private enum RepeatedText {
  /// Report, annex and a digest of a sentence's words and figures.
  struct Key: Hashable {
    /// nil for a file.
    let report: String?
    let annex: Int
    let digest: ScalarDigest
    let length: Int
  }

  private static let shortest = 12
  private static let customary: WordFinder = [
    "无此项", "没有此项", "未发生此项", "不涉及", "无此类", "没有发生", "未安排", "无政府性基金", "无国有资本", "无社会保险基金",
  ]

  /// nil for sentences that are short or customary.
  static func key(of sentence: Range<Int>, in writing: Writing) -> Key? {
    guard let passage = writing.passage, sentence.count >= shortest else { return nil }
    let start = writing.trimmed(sentence).lowerBound
    var (digest, length, ideographs) = (ScalarDigest(), 0, 0)
    for scalar in writing.scalars[start..<sentence.upperBound] {
      let isIdeograph = scalar.isIdeograph
      guard isIdeograph || scalar.isDigit || scalar.isLatinLetter else { continue }
      digest.add(scalar)
      length += 1
      if isIdeograph { ideographs += 1 }
    }
    guard ideographs >= shortest, !customary.occurs(in: writing.scalars, sentence) else { return nil }
    return Key(report: passage.place.section?.sheet, annex: passage.annex, digest: digest, length: length)
  }
}

extension Writing {
  /// 目标1：… of a form, whose goals stand once as they were set and once as they were reached.
  fileprivate func beginsGoal(_ sentence: Range<Int>) -> Bool {
    guard let first = sentence.first(where: { !scalars[$0].isBlank }), scalar(at: first) == "目",
      scalar(at: first + 1) == "标", scalar(at: first + 2)?.isDigit == true
    else { return false }
    return scalar(at: first + 3) == ":" || scalar(at: first + 3)?.isDigit == true
  }

  /// Without blanks and the number at its beginning.
  fileprivate func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    if start == 0, let number = HeadingNumber(of: text) { start = min(number.length, end) }
    while start < end, scalars[start].isBlank { start += 1 }
    while start < end, scalars[end - 1].isBlank { end -= 1 }
    return start..<end
  }
}
