/// Text with figures bound to cells: "基本支出{{base/basicExpenditure/final}}万元".
public struct BoundText: Hashable, Sendable {
  /// A stretch of plain text, or the cell whose shown text stands in its place.
  public enum Piece: Hashable, Sendable {
    case text(String)
    case cell(CellAddress)
  }

  /// In their order; texts are never empty and never stand side by side.
  public let pieces: [Piece]

  /// Braces around anything that is no address are plain text.
  public init(_ text: String) {
    var text = text
    pieces = text.withUTF8 { BindingReader($0).pieces() }
  }

  /// Every cell that is bound, as often as it is.
  public var addresses: [CellAddress] {
    pieces.compactMap { piece in
      guard case .cell(let address) = piece else { return nil }
      return address
    }
  }

  /// What a reader sees in the place of a cell that the filing does not have any more.
  public static let gone = "已删除的数据"

  /// With every cell's text in its place; a binding for which there is none stays as it is.
  public func rendered(by text: (CellAddress) -> String?) -> String {
    var result = ""
    for piece in pieces {
      switch piece {
      case .text(let plain): result += plain
      case .cell(let address): result += text(address) ?? "{{\(address)}}"
      }
    }
    return result
  }

  /// As a filing's report reads; a cell that is gone says so, in brackets.
  public func rendered(in calculation: Calculation) -> String {
    rendered { calculation.spokenText(at: $0) ?? "【\(Self.gone)】" }
  }
}

extension Calculation {
  /// A cell's text as prose quotes it; nil where there is no such cell.
  ///
  /// An amount that was left blank was not incurred and reads 0: "万元" without a number would be residue. Any other
  /// blank says that it is one.
  public func spokenText(at address: CellAddress) -> String? {
    guard let definition = definition(at: address) else { return nil }
    let text = text(at: address)
    guard text.isEmpty else { return text }
    return definition.kind == .amount ? "0" : "（未填）"
  }
}

/// Finds bindings in the bytes of a text.
private struct BindingReader {
  /// Three names of at most 60 characters, their slashes, and some blanks.
  private static let longest = 200
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  func pieces() -> [BoundText.Piece] {
    var pieces: [BoundText.Piece] = []
    var start = 0
    var position = 0
    while position + 1 < bytes.count {
      guard let (address, end) = binding(at: position) else {
        position += 1
        continue
      }
      if start < position { pieces.append(.text(text(start..<position))) }
      pieces.append(.cell(address))
      (start, position) = (end, end)
    }
    if start < bytes.count { pieces.append(.text(text(start..<bytes.count))) }
    return pieces
  }

  /// The cell bound by the braces at this place, and where the text goes on.
  private func binding(at position: Int) -> (CellAddress, end: Int)? {
    let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    guard bytes[position] == open, bytes[position + 1] == open else { return nil }
    let inner = position + 2
    let limit = min(bytes.count, inner + Self.longest)
    guard let end = (inner..<limit).first(where: { bytes[$0] == close }),
      end + 1 < bytes.count, bytes[end] == close, bytes[end + 1] == close
    else { return nil }
    let name = bytes[inner..<end].drop { $0 == UInt8(ascii: " ") }.reversed().drop { $0 == UInt8(ascii: " ") }
    return CellAddress(String(decoding: name.reversed(), as: UTF8.self)).map { ($0, end + 2) }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
