/// A Word document with placeholders that somebody made, checked so far that nothing in it can do harm.
public struct WordTemplate: Sendable {
  private let package: OfficePackage
  /// The document's own part first.
  private let parts: [Part]
  private let headings: [Int: String]
  private let corePart: String?
  private let traces: DocumentTraces

  private struct Part: Sendable {
    let name: String
    let title: String
  }

  /// Most bytes of the file, and of any of its parts in XML.
  public static let largest = 5 << 20
  static let largestPart = 16 << 20

  /// Throws `TemplateRefusal` where it is no plain Word document, or holds what a template must not.
  public init(_ file: [UInt8]) throws(TemplateRefusal) {
    guard file.count <= Self.largest else { throw .tooLarge }
    let package: OfficePackage
    do throws(OfficeDefect) {
      package = try OfficePackage(file, limits: ZipLimits(totalSize: 64 << 20, entryCount: 1000, ratio: 200))
    } catch { throw .unreadable(error) }
    try TemplateSafety.check(package)
    self.package = package
    do throws(OfficeDefect) {
      traces = try WordReader.read(package).traces
      let relationships = try Relationship.list(of: package.mainPart, in: package.zip)
      parts = Self.parts(relationships, package)
      headings = try Self.headings(relationships, package)
      corePart = try Relationship.list(of: "", in: package.zip).first {
        $0.type == "core-properties" && !$0.isExternal && package.zip.contains($0.target)
      }?.target
    } catch { throw .unreadable(error) }
    try TemplateSafety.check(traces)
  }

  private static func parts(_ relationships: [Relationship], _ package: OfficePackage) -> [Part] {
    let titles = ["header": "页眉", "footer": "页脚", "footnotes": "脚注", "endnotes": "尾注"]
    var parts = [Part(name: package.mainPart, title: "正文")]
    for relationship in relationships where !relationship.isExternal && package.zip.contains(relationship.target) {
      guard let title = titles[relationship.type], !parts.contains(where: { $0.name == relationship.target }) else {
        continue
      }
      parts.append(Part(name: relationship.target, title: title))
    }
    return parts
  }

  /// The ids of the styles called heading 1 to 9.
  private static func headings(
    _ relationships: [Relationship], _ package: OfficePackage
  ) throws(OfficeDefect) -> [Int: String] {
    guard let part = relationships.first(where: { $0.type == "styles" && !$0.isExternal })?.target,
      package.zip.contains(part)
    else { return [:] }
    var (headings, id): ([Int: String], String?) = ([:], nil)
    try package.zip.elements(of: part) { xml throws(XMLDefect) in
      guard xml.namespace == .word else { return }
      switch WordElement(xml.name) {
      case .style: id = xml.equals(.type, .word, "paragraph") ? try xml.value("styleId", .word) : nil
      case .name:
        let name = (try xml.value(.val, .word) ?? "").lowercased()
        guard let id, name.hasPrefix("heading "), let level = Int(name.dropFirst(8)), headings[level] == nil else {
          return
        }
        headings[level] = id
      default: break
      }
    }
    return headings
  }

  // MARK: Filling in

  /// Everything that is wrong with it, in the order of the document; empty where it can be filled in.
  public func faults(_ vocabulary: TemplateVocabulary) -> [TemplateFault] {
    guard let compiled = try? compiled(vocabulary) else { return [TemplateFault(at: nil, "", .noPlaceholder)] }
    var faults = compiled.faults
    if compiled.markCount == 0 && faults.isEmpty { faults.append(TemplateFault(at: nil, "", .noPlaceholder)) }
    faults += traces.changes.prefix(5).map { change in
      TemplateFault(at: nil, change.text.isEmpty ? change.author : String(change.text.prefix(20)), .trackedChange)
    }
    faults += traces.comments.prefix(5).map { TemplateFault(at: nil, String($0.text.prefix(20)), .comment) }
    var seen: Set<TemplateFault> = []
    return faults.filter { seen.insert($0).inserted }
  }

  /// The .docx file: the same template and values give the same bytes.
  ///
  /// `title` is what its properties say; of whoever made the template they say nothing. Throws the first fault of a
  /// template that has some.
  public func filled(
    with values: TemplateValues, _ vocabulary: TemplateVocabulary, title: String
  ) throws(TemplateFault) -> [UInt8] {
    if let fault = faults(vocabulary).first { throw fault }
    do throws(OfficeDefect) {
      let compiled = try compiled(vocabulary)
      var edits = PartEdits(package.zip)
      for part in compiled.parts {
        var filling = TemplateFilling(part.source, values, headings: headings)
        filling.write(part.steps)
        let bytes = filling.bytes
        try edits.change(part.name) { _ in bytes }
      }
      if let corePart {
        let properties = WordParts.coreProperties(WordDocument(sections: [], title: title))
        try edits.change(corePart) { _ in properties }
      }
      return try edits.packed()
    } catch { throw TemplateFault(at: nil, "", .noPlaceholder) }
  }

  private struct Compiled {
    var parts: [(name: String, source: [UInt8], steps: [TemplateStep])] = []
    var faults: [TemplateFault] = []
    var markCount = 0
  }

  private func compiled(_ vocabulary: TemplateVocabulary) throws(OfficeDefect) -> Compiled {
    var compiled = Compiled()
    for part in parts {
      let source = try package.zip.content(of: part.name)
      let root: TemplateNode
      do throws(XMLDefect) { root = try TemplateNode.root(of: source) } catch { throw .xml(part: part.name, error) }
      guard root.hasBraces else { continue }
      var compiler = TemplateCompiler(vocabulary, partTitle: part.title)
      let steps = compiler.steps(of: root, count: source.count)
      compiled.parts.append((part.name, source, steps))
      compiled.faults += compiler.faults
      compiled.markCount += compiler.markCount
    }
    return compiled
  }
}
