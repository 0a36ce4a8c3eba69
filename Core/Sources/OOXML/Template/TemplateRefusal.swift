/// Why a file is not even looked at as a template.
public enum TemplateRefusal: Error, Hashable, Sendable {
  case unreadable(OfficeDefect)
  case tooLarge
  case macros
  /// .dotx and the like.
  case otherKind
  /// The kind of what it points to outside of itself, and the address.
  case external(String, String)
  /// Files of other programs or controls within it.
  case embedded(String)
  /// A field that fetches or runs something.
  case field(String)

  /// What to tell the person who handed the file in.
  public var message: String {
    switch self {
    case .unreadable(let defect): defect.message
    case .tooLarge: "模板不能超过 5 MB，请压缩其中的图片后再上传"
    case .macros: "文件带有宏，不能用作模板，请另存为 .docx 后再上传"
    case .otherKind: "文件不是 .docx 文档，请另存为 .docx 后再上传"
    case .external(let kind, let target): "文件引用了外部内容（\(kind)：\(target)），请在 Word 中断开链接或改为嵌入后再上传"
    case .embedded(let part): "文件嵌入了其他程序的对象（\(part)），请改为图片或文字后再上传"
    case .field(let instruction): "文件含有取用外部内容的域（\(instruction)），请删除后再上传"
    }
  }
}

/// Refuses what a document that goes out to others must not bring along.
enum TemplateSafety {
  private static let fetchingFields: Set<String> = [
    "DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "DATABASE", "RD", "MACROBUTTON",
    "AUTOTEXT", "EMBED",
  ]
  private static let embeddedTypes: Set<String> = [
    "oleObject", "package", "control", "aFChunk", "activeXControlBinary",
  ]

  static func check(_ package: OfficePackage) throws(TemplateRefusal) {
    if package.hasMacros { throw .macros }
    guard package.kind == .word else {
      if package.kind == .wordTemplateOrMacros { throw .otherKind }
      throw .unreadable(.notAWordDocument(package.kind))
    }
    for entry in package.zip.entries {
      let name = entry.name.lowercased()
      if name.contains("activex") || name.hasSuffix("vbadata.xml") { throw .macros }
      guard name.hasSuffix(".xml") || name.hasSuffix(".rels") else { continue }
      guard entry.size <= WordTemplate.largestPart else { throw .tooLarge }
      do throws(OfficeDefect) {
        // To its end: no part may hold what the strict reader refuses.
        try package.zip.elements(of: entry.name) { _ in }
      } catch { throw .unreadable(error) }
    }
    try checkRelationships(package.zip)
  }

  static func check(_ traces: DocumentTraces) throws(TemplateRefusal) {
    for field in traces.fields {
      let words = field.text.uppercased().split { !($0.isLetter || $0.isNumber) }.map { String($0) }
      // An address may hold any word.
      let isFetching =
        words.first == "HYPERLINK" ? false : words.contains { fetchingFields.contains($0) }
      if isFetching { throw .field(String(field.text.prefix(60))) }
    }
  }

  /// Links that a reader follows by hand may lead outside; nothing else may.
  private static func checkRelationships(_ zip: ZipReader) throws(TemplateRefusal) {
    for entry in zip.entries where entry.name.hasSuffix(".rels") && entry.name.contains("_rels/") {
      let part = String(entry.name.replacing("_rels/", with: "").dropLast(5))
      let list: [Relationship]
      do throws(OfficeDefect) { list = try Relationship.list(of: part, in: zip) } catch { throw .unreadable(error) }
      for relationship in list {
        if embeddedTypes.contains(relationship.type) { throw .embedded(relationship.target) }
        guard relationship.isExternal else { continue }
        let scheme = relationship.target.prefix { $0 != ":" }.lowercased()
        guard relationship.type == "hyperlink", ["http", "https", "mailto"].contains(scheme) else {
          throw .external(relationship.type, String(relationship.target.prefix(120)))
        }
      }
    }
  }
}
