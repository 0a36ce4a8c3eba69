import Evaluation
import Foundation
import JSON
import Operations

/// A page of a list: what it begins behind, and how much it holds.
struct ListPage: Sendable {
  /// Most that a list answers at once.
  static let largest: Int64 = 200
  static let usual: Int64 = 50

  /// The key of the last one before; nil for the first page.
  let after: String?
  let limit: Int
  private let call: Call

  static let parameters = [
    Endpoint.Parameter("limit", .whole(1...largest), "一次最多多少项，默认 \(usual)。"),
    Endpoint.Parameter(
      "cursor", .matching("^[A-Za-z0-9_-]*$", upTo: 100), "上一页答复中的 next；内容不作约定，也不要保存。"),
  ]

  static func shape(_ item: Shape, of name: String) -> Shape {
    .named(
      name,
      .record([
        .init("items", .list(item, atMost: Int(largest)), ""),
        .init("next", .nullable(.text(upTo: 100)), "下一页的 cursor；没有下一页时为 null。"),
      ]))
  }

  /// Throws `Invalid` where the cursor is none of ours.
  init(_ call: Call) throws {
    self.call = call
    limit = Int(call.query.whole("limit") ?? Self.usual)
    guard let cursor = call.query.text("cursor") else {
      after = nil
      return
    }
    guard let key = Self.key(of: cursor) else { throw Self.noCursor }
    after = key
  }

  private static let noCursor = Invalid([FieldProblem("cursor", "cursor 须为上一页答复中的 next。")])

  /// The key as a number, which is none below 0. Throws `Invalid`.
  func number(first: Int64 = 0) throws -> Int64 {
    guard let after else { return first }
    guard let number = Int64(after), number >= 0 else { throw Self.noCursor }
    return number
  }

  /// One more than the page holds is asked for, so as to know whether there is more.
  var wanted: Int { limit + 1 }

  /// - Parameters:
  ///   - found: at most `wanted` of them.
  ///   - key: what the next page begins behind.
  func reply<Item>(_ found: [Item], key: (Item) -> String, _ write: (Item) throws -> JSONValue) rethrows -> Reply {
    let items = found.prefix(limit)
    let next = found.count > limit ? items.last.map { Self.cursor(key($0)) } : nil
    var reply = Reply(["items": .array(try items.map(write)), "next": .string(next)])
    if let next { reply.headers.append(("Link", "<\(address(of: next))>; rel=\"next\"")) }
    return reply
  }

  private func address(of cursor: String) -> String {
    var parts: [String] = []
    if case .object(let members) = call.query {
      for member in members where member.name != "cursor" {
        let text =
          switch member.value {
          case .string(let text): text
          case .number(let number): "\(number)"
          default: ""
          }
        parts.append("\(member.name)=\(text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")")
      }
    }
    parts.append("cursor=\(cursor)")
    return "\(call.address)?\(parts.joined(separator: "&"))"
  }

  /// Not to be read, so that nobody builds on what it says.
  static func cursor(_ key: String) -> String {
    Data("v1 \(key)".utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }

  static func key(of cursor: String) -> String? {
    let padding = String(repeating: "=", count: (4 - cursor.utf8.count % 4) % 4)
    let plain = cursor.replacing("-", with: "+").replacing("_", with: "/") + padding
    guard let data = Data(base64Encoded: plain), let text = String(validating: data, as: UTF8.self),
      text.hasPrefix("v1 "), !text.unicodeScalars.contains("\0")
    else { return nil }
    return String(text.dropFirst(3))
  }
}
