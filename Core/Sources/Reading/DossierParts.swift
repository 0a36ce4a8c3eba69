/// Parts of a dossier that change on their own.
public struct DossierParts: OptionSet, Hashable, Sendable {
  public let rawValue: UInt64
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The reports as they read.
  public static let prose = DossierParts(rawValue: 1)
  /// Which files were uploaded.
  public static let attachments = DossierParts(rawValue: 2)
  /// A form sheet, by its place in the filing. Those beyond the sixtieth are one part.
  public static func sheet(_ index: Int) -> DossierParts { DossierParts(rawValue: 4 << UInt64(min(index, 60))) }
  /// Every form sheet.
  public static let sheets = DossierParts(rawValue: ~3)
  public static let all = DossierParts(rawValue: .max)
}
