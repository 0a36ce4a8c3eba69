import Evaluation

extension RecognisedReport {
  /// Where the fields stand that a form calls personal, such as the name of who filled it in.
  public var personalPlaces: [Range<Int>] {
    calculation.layouts.flatMap { layout in
      layout.form.footer.filter(\.isPersonal).compactMap { field in
        let part = forms.fields[CellAddress(layout.sheet.id, "footer", field.column)]?.part
        return part.flatMap { $0.isEmpty ? nil : $0.place }
      }
    }
  }
}
