import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let d18ForbiddenConduct = AuditRule.inWritings(
    RuleCard(
      "D18", "承认违规用款", severity: .warning,
      why: "“时有占用”“挪用”等于承认违反财经纪律，审计和公众都会追问。",
      remedy: "核实情况：没有的，改正说法；确有的，写明金额、原因和整改结果。",
      sources: [
        LegalSource("财政违法行为处罚处分条例", number: "国令第427号", clause: "截留、挪用财政资金等行为", isVerified: false),
        .reportOutline("资金管理情况、存在的问题"),
      ]
    ),
    method: """
      查“挪用”“截留”“挤占”“小金库”“套取”等说法，以及与资金连在一起的“占用”。一句里有“无”“未”“杜绝”“严禁”“防止”等否定、防范的词，\
      或说的是查处、监督、制度、职责的，不报；书名号里的不报；“曾临时挪用资金x元”这样写明发生过的，无论同句怎么说都报。
      """,
    examples: [
      .passes(.prose("没有出现截留、挤占、挪用、虚列支出，违规借出（占用）、私设小金库等违规行为。", "征地占用耕地3亩，资金到位。")),
      .passes(.prose("一、部门职责", "1、负责查处截留、挪用专项资金的行为。", "出台《关于套取补贴资金问题的处理办法》。")),
      .fails(
        .prose("1、资金使用：专款专用，时有⟦占用⟧"),
        .at("⟦占用⟧", "“占用”是违规用款的说法，请核实后改正或写明整改情况。")),
      .fails(
        .prose("个别乡镇存在⟦挪用⟧项目资金的现象。", "项目单位曾以虚假票据⟦套取⟧补贴12万元。"),
        .at("⟦挪用⟧", "“挪用”是违规用款的说法，请核实后改正或写明整改情况。"),
        .at("⟦套取⟧", "“套取”是违规用款的说法，请核实后改正或写明整改情况。")),
      .fails(
        .prose("严格执行财务制度，年中曾临时⟦挪用⟧实训基地资金12万元垫付货款，已归还。"), .at("⟦挪用⟧", "“挪用”是违规用款的说法，请核实后改正或写明整改情况。")),
      .passes(.prose("审计曾发现挪用资金12万元，已依法追回。")),
      .cannotLook([:]),
    ]
  ) { writing in
    ForbiddenConduct.found(in: writing).map { range in
      let quoted = writing.quote(range)
      return Finding(
        at: [writing.place(range)], "“\(quoted)”是违规用款的说法，请核实后改正或写明整改情况。", derivation: quoted)
    }
  }
}
