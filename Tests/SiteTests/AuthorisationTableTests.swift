import Foundation
import Hummingbird
import Operations
import TestKit
import Testing

@testable import Site

/// `Tests/Authorisation/run.py` asks what the table tells; here it is seen to that the table tells of everything.
@Suite("The table of who may see and do what") struct AuthorisationTableTests {
  private static let table = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../Authorisation/expected.tsv").standardized

  private struct Row: Hashable {
    let method: String
    /// With `{move=submit}` as `{move}`.
    let address: String
  }

  private func rows() throws -> Set<Row> {
    let lines = try String(contentsOf: Self.table, encoding: .utf8).split(separator: "\n")
    return Set(
      lines.filter { !$0.hasPrefix("#") && !$0.hasPrefix("@") }.map { line in
        let fields = line.split(separator: "\t").map(String.init)
        return Row(method: fields[0], address: fields[1].replacing(/=\w+/, with: ""))
      })
  }

  @Test func tellsOfEveryRouteAndOfNoOther() async throws {
    let county = try await County()
    let site = Site(engine: county.engine, policies: PolicyShelf([]), now: { County.now })
    let routes = Set(site.router().routes.map { Row(method: $0.method.rawValue, address: $0.path.description) })
    let told = try rows()
    #expect(routes.subtracting(told).isEmpty, "a row is missing")
    #expect(told.subtracting(routes).isEmpty, "there is no such route")
    #expect(routes.count > 120)
  }
}
