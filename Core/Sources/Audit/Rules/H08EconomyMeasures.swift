import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let h08EconomyMeasures = AuditRule(
    RuleCard(
      "H08", "未填厉行节约保障措施", severity: .warning,
      why: "厉行节约保障措施是基础数据表必须说明的一项；只写“无”等于没有措施。",
      remedy: "写明本年实际采取的节约措施。",
      sources: [.baseSheet("厉行节约保障措施栏")]
    ),
    method: "只写“无”“略”“/”之类，或不满 6 个字，即报告；空白的，制度规定必填时由 H01 处理，否则也在此报告。",
    examples: [
      .passes(["base/economyMeasures/text": "严格执行各项财经纪律，超预算、超范围、无政策依据的经费不予支出。"]),
      .passes(["base/economyMeasures/text": "压减会议三次"]),
      .fails(["base/economyMeasures/text": "无"], .at("base/economyMeasures/text", "厉行节约保障措施只写“无”，请写明实际措施。")),
      .fails(
        ["base/economyMeasures/text": "厉行节约。"], .at("base/economyMeasures/text", "厉行节约保障措施只写“厉行节约”，请写明实际措施。")),
      .cannotLook(["base/staff/posts": "20"]),
    ]
  ) { dossier in
    guard let base = dossier.base, base.has("economyMeasures", "text") else {
      return .notCheckable(missing: ["厉行节约保障措施"])
    }
    let address = base.address("economyMeasures", "text")
    let text = base.text("economyMeasures", "text").bare
    if text.isEmpty {
      let isRequired = dossier.calculation.definition(at: address)?.isRequired ?? false
      return isRequired
        ? .notCheckable(missing: ["厉行节约保障措施"])
        : .fail([Finding(at: address, message: "厉行节约保障措施未填。", derivation: "空白")])
    }
    guard text.saysNothing || text.count < 6 else { return .pass }
    return .fail([Finding(at: address, message: "厉行节约保障措施只写“\(text)”，请写明实际措施。", derivation: text)])
  }
}
