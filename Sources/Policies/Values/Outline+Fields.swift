import Evaluation

extension Fields {
  mutating func outlines() -> [ReportOutline] {
    var ids: [(name: String, place: Place)] = []
    let outlines = eachIfAny("outlines") { outline in
      let id = outline.identifier("id")
      ids.append((id, outline.place(of: "id")))
      outline.enter(id)
      return ReportOutline(&outline, id: id)
    }
    for (id, place) in ids { draft.places["outlines.\(id)"] = place }
    draft.requireUnique(ids, "报告提纲")
    return outlines
  }

  mutating func attachments() -> [AttachmentRequirement] {
    var ids: [(name: String, place: Place)] = []
    let attachments = eachIfAny("attachments") { item in
      let id = item.identifier("id")
      ids.append((id, item.place(of: "id")))
      item.enter(id)
      return AttachmentRequirement(&item, id: id)
    }
    draft.requireUnique(ids, "附件")
    return attachments
  }
}

extension ReportOutline {
  fileprivate init(_ fields: inout Fields, id: String) {
    var ids: [(name: String, place: Place)] = []
    let title = fields.caption("title")
    let sections = fields.each("sections") { item in
      let section = Section(&item)
      ids.append((section.id, item.place(of: "id")))
      if !section.starter.isEmpty { item.draft.starters.append((section.starter, item.place(of: "starter"))) }
      return section
    }
    fields.draft.requireUnique(ids, "报告段落")
    self.init(id: id, title: title, sections: sections, source: fields.source())
  }
}

extension ReportOutline.Section {
  fileprivate init(_ fields: inout Fields) {
    self.init(
      id: fields.identifier("id"), level: fields.whole("level", in: 1...3), heading: fields.text("heading"),
      isRequired: fields.requiredFlag("required"), hint: fields.optionalText("hint"),
      starter: fields.optionalCaption("starter"), limit: fields.optionalWhole("limit", in: 1...100_000))
  }
}

extension AttachmentRequirement {
  fileprivate init(_ fields: inout Fields, id: String) {
    let outline = fields.optionalText("outline")
    if !outline.isEmpty { fields.draft.places["attachments.\(id).outline"] = fields.place(of: "outline") }
    let endings = fields.has("endings") ? fields.texts("endings") : []
    if !fields.has("endings") { _ = fields.required("endings") }
    for ending in endings where !ending.allSatisfy({ $0.isLowercaseASCIILetter || $0.isASCIIDigit }) {
      fields.draft.report("文件类型“\(ending)”应只用小写字母和数字，不带点，如 docx。", at: fields.place(of: "endings"))
    }
    self.init(
      id: id, title: fields.text("title"), need: fields.choice("need", of: Need.self) ?? .always,
      outline: outline.isEmpty ? nil : outline, endings: endings, source: fields.source())
  }
}

extension Character {
  fileprivate var isLowercaseASCIILetter: Bool { isASCIILetter && isLowercase }
}
