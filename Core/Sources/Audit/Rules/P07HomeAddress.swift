import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let p07HomeAddress = AuditRule.inAllWritings(
    RuleCard(
      "P07", "家庭住址", severity: .warning,
      why: "写到村组、门牌的住址属于个人信息，公开后可能打扰当事人。",
      remedy: "住址写到乡镇、街道一级即可。",
      sources: [.personalInformation("个人信息的公开")]
    ),
    method: """
      “住址”“家住”等之后写到组、号、栋、室的，以及连写楼栋、单元、房号的住处，即报告。单位的办公地址不报。\
      Word 文件里批注、修订、隐藏文字、页眉页脚、脚注和文件属性的文字同样检查。
      """,
    examples: [
      .passes(.prose("单位地址：示例县人民路12号，政务中心3栋2单元401室办公。")),
      .passes(.prose("家住偏远山区的学生36人享受交通补贴，住址变更及时登记。")),
      .fails(
        .prose("受助户家庭住址：⟦城关镇幸福村3组12号⟧，已按月发放补贴。"),
        .at("⟦城关镇幸福村3组12号⟧", "写有家庭住址“城关镇幸福村3组12号”，请写到乡镇一级。")),
      .fails(
        .prose("住户反映⟦3栋2单元501室⟧漏水，已维修。"),
        .at("⟦3栋2单元501室⟧", "写有家庭住址“3栋2单元501室”，请写到乡镇一级。")),
      .cannotLook([:]),
    ]
  ) { writing in
    HomeAddress.found(in: writing).map { address in
      let quoted = writing.quote(address)
      return Finding(at: [writing.place(address)], "写有家庭住址“\(quoted)”，请写到乡镇一级。", derivation: quoted)
    }
  }
}

/// Where somebody lives, down to the door.
private enum HomeAddress {
  private static let words: WordFinder = [
    "家庭住址", "家庭地址", "现住址", "住址", "家住", "户籍地址", "户籍所在地", "居住地址", "现居住于", "现住",
  ]
  private static let offices: WordFinder = ["办公", "政务", "大厅", "机关", "单位地址", "公司", "会议", "办事"]
  private static let doors: Set<Unicode.Scalar> = Set("号栋幢室组户".unicodeScalars)
  private static let numerals: Set<Unicode.Scalar> = Set("0123456789一二三四五六七八九十".unicodeScalars)

  static func found(in writing: Writing) -> [Range<Int>] {
    let named = words.matches(in: writing.scalars).compactMap { behind($0.range.upperBound, in: writing) }
    let bare = flats(in: writing).filter { flat in !named.contains { $0.overlaps(flat) } }
    return named + bare
  }

  /// From the word up to the last door in the clause.
  private static func behind(_ index: Int, in writing: Writing) -> Range<Int>? {
    var start = index
    while let scalar = writing.scalar(at: start), scalar.isBlank || [":", "为", "是", "在"].contains(scalar) { start += 1 }
    let clause = writing.scalars[start...].prefix(40).prefix { !["。", ";", ",", "(", "\n"].contains($0) }
    guard let last = clause.indices.last(where: { isDoor($0, in: writing) }) else { return nil }
    return start..<last + 1
  }

  private static func isDoor(_ index: Int, in writing: Writing) -> Bool {
    doors.contains(writing.scalars[index]) && writing.scalar(at: index - 1).map(numerals.contains) == true
      && !(writing.scalar(at: index + 1).map { "家".unicodeScalars.contains($0) } ?? false)
  }

  /// 3栋2单元501室.
  private static func flats(in writing: Writing) -> [Range<Int>] {
    let scalars = writing.scalars
    return scalars.indices.compactMap { index in
      guard scalars[index] == "栋" || scalars[index] == "幢", isDoor(index, in: writing) else { return nil }
      var end = index + 1
      while end < scalars.count, end - index < 14,
        numerals.contains(scalars[end]) || "单元室房-".unicodeScalars.contains(scalars[end])
      {
        end += 1
      }
      guard scalars[index..<end].contains("室") || scalars[index..<end].contains("房") else { return nil }
      var start = index
      while start > 0, numerals.contains(scalars[start - 1]) { start -= 1 }
      return writing.hasBefore(start, within: 12, offices) ? nil : start..<end
    }
  }
}
