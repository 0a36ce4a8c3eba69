import Foundation
import Hummingbird

/// What somebody asks a list for, as it stands in the address or is posted along.
protocol ListQuery {
  /// From 1.
  var page: Int { get set }
  /// For the fields of a form and the address; what is empty stands in no address.
  var fields: [(name: String, value: String)] { get }
}

extension ListQuery {
  /// "?q=…&mark=late&page=2"; "?" alone for everything.
  func address(page: Int = 1) -> String {
    let pairs = fields.filter { !$0.value.isEmpty } + (page > 1 ? [(name: "page", value: "\(page)")] : [])
    return "?"
      + pairs.map { "\($0.name)=\($0.value.asQueryValue)" }.joined(separator: "&")
  }

  /// The same question with something else asked, from its first page.
  func with(_ change: (inout Self) -> Void) -> Self {
    var query = self
    query.page = 1
    change(&query)
    return query
  }
}

extension String {
  /// As it stands behind the equals sign in an address.
  var asQueryValue: String {
    addingPercentEncoding(withAllowedCharacters: CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "/")))
      ?? ""
  }
}

/// Fields that many lists have, as they are typed.
enum ListField {
  /// The first three digits of a unit's code; nil for anything else.
  static func department(_ text: String?) -> String? {
    text.flatMap { code in
      code.utf8.count == 3 && code.utf8.allSatisfy { (48...57).contains($0) } ? code : nil
    }
  }

  /// "deadline-down" as the column and whether it runs downwards.
  static func order(_ text: String?) -> (column: String, isDown: Bool)? {
    let parts = (text ?? "").split(separator: "-")
    return parts.first.map { (String($0), parts.count > 1 && parts[1] == "down") }
  }

  /// What is looked for, as far as databases take it in a pattern; empty where nothing is.
  static func words(_ text: String?) -> String { String((text ?? "").prefix(100)) }

  /// The number of a page; 1 for anything else.
  static func page(_ text: String?, upTo most: Int = 1_000_000) -> Int {
    max(1, min(most, text.flatMap { Int($0) } ?? 1))
  }

  /// A year of four digits; nil for anything else.
  static func year(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.flatMap { (1000...9999).contains($0) ? $0 : nil }
  }
}

extension Request {
  /// The page of a list that is asked for, from 1.
  var pageNumber: Int { ListField.page(uri.queryParameters["page"].map(String.init)) }
}
