public import Evaluation

/// What a dossier has that its earlier state had not.
public struct DossierChanges: Hashable, Sendable {
  /// The reports read otherwise.
  public let prose: Bool
  /// Other files were uploaded.
  public let attachments: Bool
  /// Cells hold other words.
  public let words: Bool
  /// By the place of the form sheet in the filing.
  public let sheets: [SheetChange]

  /// What changed on one form sheet.
  public enum SheetChange: Hashable, Sendable {
    /// These cells, in lines as they were; none of them where the sheet is as it was.
    case cells(CellSet)
    /// Other lines, or lines by other names.
    case lines
  }
}
