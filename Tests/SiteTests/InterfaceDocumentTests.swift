import Foundation
import Hummingbird
import JSON
import Operations
import TestKit
import Testing

@testable import Site

@Suite("The interface's document") struct InterfaceDocumentTests {
  private static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Documentation/Schemas/openapi.json").standardized

  @Test func isFresh() throws {
    let text = String(decoding: InterfaceDocument.bytes, as: UTF8.self)
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try text.write(to: Self.page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: Self.page, encoding: .utf8) == text, "RECORD=1 rewrites it")
  }

  @Test func namesEveryOperationOnceAndEveryParameterOfItsPath() {
    let endpoints = Interface.endpoints
    #expect(Set(endpoints.map(\.name)).count == endpoints.count)
    #expect(Set(endpoints.map { "\($0.method) \($0.path)" }).count == endpoints.count)
    for endpoint in endpoints {
      let names = endpoint.parameters.map(\.name)
      #expect(Set(names).count == names.count, "\(endpoint.name)")
      #expect(Set(endpoint.pathNames).isSubset(of: names), "\(endpoint.name)")
      #expect(endpoint.reach != .viewers || endpoint.pathNames.first == "filing", "\(endpoint.name)")
      #expect(endpoint.isAct == (endpoint.body != nil), "\(endpoint.name)")
    }
  }

  /// What is described under a name has one shape wherever it is used.
  @Test func describesEveryNameOnce() {
    var known: [String: JSONValue] = [:]
    for endpoint in Interface.endpoints {
      for (name, shape) in endpoint.answer.shape.names + (endpoint.body?.shape?.names ?? []) {
        #expect(known[name] == nil || known[name] == shape.schema, "\(name)")
        known[name] = shape.schema
      }
    }
  }

  /// The routes of `/api/v1` are those of the document, no more and no less.
  @Test func isWhatTheRouterAnswers() async throws {
    let county = try await County()
    let site = Site(engine: county.engine, policies: PolicyShelf([]), now: { County.now })
    let routes = site.router().routes.map { "\($0.method) \($0.path)" }.filter { $0.contains(" /api/v1/") }
    let declared = Interface.endpoints.map { "\($0.method) \(Interface.root)\($0.path)" }
    #expect(Set(routes) == Set(declared + ["GET /api/v1/openapi.json"]))
  }

  @Test func tellsWhichMethodsAnAddressTakes() {
    let endpoint = Interface.endpoints.first { $0.name == "getFiling" }
    #expect(endpoint?.fits(["filings", "7"]) == true && endpoint?.fits(["filings"]) == false)
    #expect(endpoint?.fits(["filings", "7", "files"]) == false && endpoint?.fits(["units", "7"]) == false)
  }
}
