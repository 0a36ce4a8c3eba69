/// Named values for the {name} places of a caption or title.
public struct Placeholders: Sendable {
  private let values: [String: String]
  /// By the names without their braces.
  public init(_ values: [String: String]) { self.values = values }

  /// Unknown names stay as they are, so a fault shows.
  public func filled(into template: String) -> String {
    var result = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      result += values[name] ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
