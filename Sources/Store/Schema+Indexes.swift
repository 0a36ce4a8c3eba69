import Database

extension SchemaStep {
  /// What is asked every few seconds, and sheets of one form among those of all years.
  static let readingIndexes = SchemaStep(
    "027-reading-indexes",
    [
      // With all that sheets are chosen by: their content is long, and is not read for it.
      Command("CREATE INDEX sheet_form ON sheet (form, filing_id, position, id)"),
      Command("CREATE INDEX reminder_at ON reminder (at)"),
      Command("CREATE INDEX filing_stage_since ON filing (stage_since)"),
    ])
}
