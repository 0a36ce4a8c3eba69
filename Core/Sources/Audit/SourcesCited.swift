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
  /// The law on personal information; its articles could not be read in the original.
  static func personalInformation(_ clause: String) -> LegalSource {
    LegalSource("中华人民共和国个人信息保护法", clause: clause, isVerified: false)
  }
  /// What may not be made public.
  static func disclosure(_ clause: String) -> LegalSource {
    LegalSource("中华人民共和国政府信息公开条例", number: "国令第711号", clause: clause, isVerified: false)
  }
  /// The national standard on the form of official documents.
  static func documentFormat(_ clause: String) -> LegalSource {
    LegalSource("党政机关公文格式", number: "GB/T 9704—2012", clause: clause, isVerified: false)
  }
}
