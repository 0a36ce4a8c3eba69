import Figures

extension WorkAssessment {
  /// A short 自评工作考核 with a criterion of every kind.
  static let example = WorkAssessment(
    title: "示例自评工作考核评分表",
    rows: [
      Row(
        id: "notice", first: "布置工作", second: "自评通知", label: "印发通知", points: 5, criterion: "印发自评通知的得5分，否则不得分。",
        method: .computed(.attached, .whole), evidence: "自评通知", files: ["selfNotice"]),
      Row(
        id: "content", first: "布置工作", second: "自评通知", label: "通知内容", points: 5, criterion: "通知内容缺1项扣1分。",
        method: .computed(.content, .deduct(each: 1)), evidence: "自评通知", files: ["selfNotice"],
        elements: [
          Element(label: "自评范围", words: ["自评范围"]), Element(label: "有关要求", words: ["要求"]),
        ]),
      Row(
        id: "units", first: "实施评价", second: "单位自查", label: "单位自查", points: 10, criterion: "每个单位没有自查的，扣1分。",
        method: .computed(.unitsDone, .deduct(each: 1))),
      Row(
        id: "late", first: "实施评价", second: "提交报告", label: "提交报告", points: 10, criterion: "每推迟一个工作日，扣1分。",
        method: .computed(.daysLate, .deduct(each: 1))),
      Row(
        id: "weights", first: "自评报告", second: "绩效自评表", label: "权重", points: 20, criterion: "权重不符的，按比例扣分。",
        method: .computed(.weights, .share)),
      Row(
        id: "problems", first: "自评报告", second: "反映问题", label: "反映问题", points: 50, criterion: "归纳问题、分析原因全面的得50分。",
        method: .prompted(.onlyLackOfFunds)),
    ], source: "form")

  static let exampleAttachments = [
    AttachmentRequirement(
      id: "selfNotice", title: "本部门的绩效自评通知", need: .optional, outline: nil, endings: ["docx", "pdf"], source: "form")
  ]
}
