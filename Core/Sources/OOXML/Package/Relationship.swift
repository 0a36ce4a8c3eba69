/// A part's mention of another part, or of something outside of the file.
struct Relationship {
  let id: String
  /// The last step of the type, such as `footer`.
  let type: String
  /// Name of the part, or the address outside.
  let target: String
  let isExternal: Bool

  /// The relationships of the package (for the empty name) or of a part; none if it has no list.
  static func list(of part: String, in zip: ZipReader) throws(OfficeDefect) -> [Relationship] {
    let cut = part.utf8.lastIndex(of: UInt8(ascii: "/")).map { part.utf8.index(after: $0) } ?? part.startIndex
    let name = part[..<cut] + "_rels/" + part[cut...] + ".rels"
    guard zip.contains(String(name)) else { return [] }
    var list: [Relationship] = []
    try zip.elements(of: String(name)) { xml throws(XMLDefect) in
      guard xml.namespace == .relationships, xml.name == "Relationship" else { return }
      let isExternal = try xml.value("TargetMode") == "External"
      let target = try xml.value("Target") ?? ""
      list.append(
        Relationship(
          id: try xml.value("Id") ?? "",
          type: (try xml.value("Type") ?? "").split(separator: "/").last.map(String.init) ?? "",
          target: isExternal ? target : resolved(target, from: part[..<cut]), isExternal: isExternal))
    }
    return list
  }

  /// A target as the name of a part, without a slash in front.
  private static func resolved(_ target: String, from folder: Substring) -> String {
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

extension ZipReader {
  /// The content of a part, opened as XML.
  func xml(_ part: String) throws(OfficeDefect) -> XMLReader {
    let content: [UInt8]
    do throws(ZipDefect) { content = try bytes(part) } catch { throw .zip(error) }
    do throws(XMLDefect) { return try XMLReader(content) } catch { throw .xml(part: part, error) }
  }

  /// Shows every element of a part as it starts.
  func elements(of part: String, _ visit: (inout XMLReader) throws(XMLDefect) -> Void) throws(OfficeDefect) {
    var xml = try xml(part)
    do throws(XMLDefect) {
      while true {
        switch try xml.next() {
        case .start: try visit(&xml)
        case .finished: return
        case .end, .text: break
        }
      }
    } catch {
      throw .xml(part: part, error)
    }
  }

  /// What any part's relationships point to outside of the file.
  func externalTargets() throws(OfficeDefect) -> [DocumentTraces.Mark] {
    var targets: [DocumentTraces.Mark] = []
    for entry in entries where entry.name.hasSuffix(".rels") && entry.name.contains("_rels/") {
      let part = String(entry.name.replacing("_rels/", with: "").dropLast(5))
      targets += try Relationship.list(of: part, in: self).filter(\.isExternal).map {
        DocumentTraces.Mark(text: $0.target, place: SourcePlace(part: part, paragraph: nil))
      }
    }
    return targets
  }
}
