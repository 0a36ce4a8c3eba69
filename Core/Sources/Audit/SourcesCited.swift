import Rules

extension LegalSource {
  /// The national rules on evaluating projects; the articles could not be read in the original.
  static func evaluationMeasures(_ clause: String) -> LegalSource {
    LegalSource("项目支出绩效评价管理办法", number: "财预〔2020〕10号", clause: clause, isVerified: false)
  }
  static func departmentSheet(_ clause: String) -> LegalSource { LegalSource("部门整体支出绩效自评表", clause: clause) }
  static func projectSheet(_ clause: String) -> LegalSource { LegalSource("项目支出绩效自评表", clause: clause) }
  static func baseSheet(_ clause: String) -> LegalSource { LegalSource("部门整体支出绩效评价基础数据表", clause: clause) }
  static func reportOutline(_ clause: String) -> LegalSource { LegalSource("部门整体支出绩效自评报告提纲", clause: clause) }
  /// What deployed systems do, known by hearsay only.
  static func customary(_ clause: String) -> LegalSource {
    LegalSource("预算绩效管理系统的通行做法", clause: clause, isVerified: false)
  }
}
