import HTTPTypes
import Hummingbird
import NIOCore
import Operations

extension Request {
  /// Most bytes of a form or a saved block of cells.
  static let largestForm = 4 * 1_048_576

  /// All of the body. Throws `TooLarge`.
  func bytes(upTo limit: Int) async throws -> [UInt8] {
    if let announced = headers[.contentLength].flatMap(Int.init), announced > limit { throw TooLarge(limit: limit) }
    do {
      return Array(try await body.collect(upTo: limit).readableBytesView)
    } catch is NIOTooManyBytesError { throw TooLarge(limit: limit) }
  }

  /// All of the body, if it is here in time. Throws `TooLarge` or `SentTooSlowly`.
  func bytes(upTo limit: Int, within seconds: Int) async throws -> [UInt8] {
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      group.addTask { try await bytes(upTo: limit) }
      group.addTask {
        try await Task.sleep(for: .seconds(seconds))
        throw SentTooSlowly()
      }
      defer { group.cancelAll() }
      return try await group.next() ?? []
    }
  }

  /// A posted form whose token fits the session. Throws `Malformed`, `TooLarge` or `ForgedRequest`.
  func form(for visitor: Visitor?) async throws -> FormFields {
    guard let form = FormFields(urlEncoded: try await bytes(upTo: Self.largestForm)) else { throw Malformed() }
    try checkOrigin()
    if let visitor, !Self.same(form["csrf"], visitor.csrf) { throw ForgedRequest() }
    return form
  }

  /// A posted form with a file of at most so many bytes, whose token fits the session. Throws `Malformed`, `TooLarge` or
  /// `ForgedRequest`.
  func fileForm(upTo largestFile: Int, for visitor: Visitor) async throws -> MultipartForm {
    try checkOrigin()
    let (fields, type) = (65_536, headers[.contentType] ?? "")
    guard let form = MultipartForm(try await bytes(upTo: largestFile + fields), contentType: type) else {
      throw Malformed()
    }
    guard Self.same(form["csrf"], visitor.csrf) else { throw ForgedRequest() }
    return form
  }

  /// Refuses what another site had the browser send. Throws `ForgedRequest`.
  func checkOrigin() throws {
    if let site = headers[Self.fetchSite], site == "cross-site" { throw ForgedRequest() }
    guard let origin = headers[.origin], origin != "null" else { return }
    let host = origin.split(separator: "/", maxSplits: 2).last.map(String.init) ?? ""
    guard host == head.authority else { throw ForgedRequest() }
  }

  func checkToken(of visitor: Visitor) throws {
    guard Self.same(headers[Self.csrfToken] ?? "", visitor.csrf) else { throw ForgedRequest() }
  }

  /// Compares without telling by its duration how much was right.
  static func same(_ first: String, _ second: String) -> Bool {
    let (a, b) = (Array(first.utf8), Array(second.utf8))
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private static let fetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .from
  private static let csrfToken = HTTPField.Name("X-CSRF-Token") ?? .from
}

/// The body is larger than what is taken there, in bytes.
struct TooLarge: Error {
  let limit: Int
}
/// The body was not here in time.
struct SentTooSlowly: Error {}
/// The body or an address is not what it should be.
struct Malformed: Error {}
/// The form did not come from a page of this site, or the page was made for another session.
struct ForgedRequest: Error {}
