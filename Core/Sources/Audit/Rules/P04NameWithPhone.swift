import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let p04NameWithPhone = AuditRule.inAllWritings(
    RuleCard(
      "P04", "姓名连同电话", severity: .warning,
      why: "姓名和电话写在一起就能找到本人；公开的报告写单位和办公电话即可。",
      remedy: "公开的文本删去姓名，或改写为科室和办公电话。",
      sources: [.personalInformation("个人信息的公开")]
    ),
    method: """
      同一段里“填表人”“联系人”“负责人”等之后的姓名，或紧挨着号码的姓名，与手机、固定电话同时出现即报告。\
      只有办公电话、服务热线，或只有姓名的不报；“某”字代替的名字不算。在线填写的填表人、联系电话栏公开时自动遮盖，不报。\
      Word 文件里批注、修订、隐藏文字、页眉页脚、脚注和文件属性的文字同样检查。
      """,
    examples: [
      .passes(.prose("监督电话：0730-5812345", "填表人：        联系电话：", "联系人：综合股，电话：0730-5812345")),
      .passes(.prose("单位负责人签字：吴四")),
      .fails(
        .prose("填表人：⟦郑五⟧    联系电话：⟦0730-5812345⟧    单位负责人签字：⟦吴四⟧"),
        .at("⟦郑五⟧", "“郑五”“吴四”与电话写在一起，公开前请删去姓名。")),
      .fails(
        .prose("联系人：⟦巴特尔⟧，联系电话：⟦0479-2261208⟧"),
        .at("⟦巴特尔⟧", "“巴特尔”与电话写在一起，公开前请删去姓名。")),
      .passes(.prose("联系人：综合科，联系电话：0479-2261208")),
      .fails(
        .prose("咨询可找财务股⟦陈七⟧（⟦13800138003⟧）。"),
        .at("⟦陈七⟧", "“陈七”与电话写在一起，公开前请删去姓名。")),
      .cannotLook([:]),
    ]
  ) { writing in
    let phones = PhoneNumber.found(in: writing)
    guard !phones.isEmpty else { return [] }
    let adjacent = phones.compactMap { PersonName.before($0.range.lowerBound, in: writing) }
    var names: [Range<Int>] = []
    for name in PersonName.labelled(in: writing) + adjacent
    where !names.contains(name) && !PersonName.isMasked(name, in: writing) { names.append(name) }
    guard let first = names.first else { return [] }
    let near = phones.min {
      abs($0.range.lowerBound - first.lowerBound) < abs($1.range.lowerBound - first.lowerBound)
    }
    let quoted = names.map { "“\(writing.quote($0))”" }.joined()
    return [
      Finding(
        at: ([first] + [near?.range].compactMap { $0 } + names.dropFirst()).map(writing.place),
        "\(quoted)与电话写在一起，公开前请删去姓名。", derivation: near?.masked ?? "")
    ]
  }
}

extension PersonName {
  /// The name that ends right before a place, with nothing but marks and words such as 电话 between.
  fileprivate static func before(_ index: Int, in writing: Writing) -> Range<Int>? {
    var end = index
    while let scalar = writing.scalar(at: end - 1), between.contains(scalar) || scalar.isBlank { end -= 1 }
    for start in [end - 3, end - 2, end - 4] where start >= 0 {
      guard let name = candidates(at: start, in: writing).first(where: { $0.upperBound == end }) else { continue }
      return name
    }
    return nil
  }
  private static let between: Set<Unicode.Scalar> = Set("(（:,、电话手机联系号码+8-".unicodeScalars)
}
