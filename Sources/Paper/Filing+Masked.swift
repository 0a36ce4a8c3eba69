public import Evaluation

extension Filing {
  /// With every field that a form calls personal made unrecognisable for strangers.
  public var personalFieldsMasked: Filing {
    var filing = self
    for (index, sheet) in sheets.enumerated() {
      guard case .form(_, let form)? = policies.definition(of: sheet) else { continue }
      for field in form.footer where field.isPersonal {
        let key = CellKey("footer", field.column)
        if let entry = sheet.entries[key] { filing.sheets[index].entries[key] = Entry(Mask.masked(entry.text)) }
      }
    }
    return filing
  }
}
