/// An office file that has been recognised by its content, not by its name.
public struct OfficePackage: Sendable {
  /// What kind of office file its main part makes it.
  public enum Kind: Hashable, Sendable {
    /// .docx
    case word
    /// .docm, .dotx, .dotm
    case wordTemplateOrMacros
    /// .xlsx
    case spreadsheet
    /// .xlsm, .xltx, .xltm, .xlsb
    case spreadsheetTemplateOrMacros
    /// Something else, such as slides.
    case other
  }

  public let kind: Kind
  /// The package itself.
  public let zip: ZipReader
  /// Name of the part that holds the document.
  public let mainPart: String

  /// Reads the directory, the content types and the package's relationships.
  public init(_ file: [UInt8], limits: ZipLimits = .upload) throws(OfficeDefect) {
    guard !file.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { throw .compoundFile }
    do throws(ZipDefect) { zip = try ZipReader(file, limits: limits) } catch { throw .zip(error) }
    let types = "[Content_Types].xml"
    guard zip.contains(types), zip.contains("_rels/.rels") else { throw .notAnOfficeFile }
    let relationships = try Relationship.list(of: "", in: zip)
    guard let main = relationships.first(where: { $0.type == "officeDocument" && !$0.isExternal })?.target,
      zip.contains(main)
    else { throw .notAnOfficeFile }
    mainPart = main
    kind = Self.kind(try Self.contentType(of: main, types: types, in: zip))
  }

  /// True if it holds programs.
  public var hasMacros: Bool { macroPart != nil }

  /// Name of the part that holds programs.
  var macroPart: String? { zip.entries.map(\.name).first { $0.lowercased().hasSuffix("vbaproject.bin") } }

  private static func contentType(of part: String, types: String, in zip: ZipReader) throws(OfficeDefect) -> String {
    let name = ZipName.key("/" + part)
    let ending = part.utf8.lastIndex(of: UInt8(ascii: ".")).map { ZipName.key(String(part[$0...].dropFirst())) }
    var result = ""
    var hasOverride = false
    try zip.elements(of: types) { xml throws(XMLDefect) in
      guard xml.namespace == .contentTypes, !hasOverride else { return }
      if xml.name == "Override", ZipName.key(try xml.value("PartName") ?? "") == name {
        result = try xml.value("ContentType") ?? ""
        hasOverride = true
      } else if xml.name == "Default", ZipName.key(try xml.value("Extension") ?? "") == ending {
        result = try xml.value("ContentType") ?? ""
      }
    }
    return result
  }

  private static func kind(_ contentType: String) -> Kind {
    let type = contentType.lowercased()
    let isPlain = type.hasSuffix("document.main+xml") || type.hasSuffix("sheet.main+xml")
    let hasMacros = type.contains("macroenabled")
    if type.contains("wordprocessingml") || type.contains("ms-word") {
      return isPlain && !hasMacros ? .word : .wordTemplateOrMacros
    }
    if type.contains("spreadsheetml") || type.contains("ms-excel") {
      return isPlain && !hasMacros ? .spreadsheet : .spreadsheetTemplateOrMacros
    }
    return .other
  }
}
