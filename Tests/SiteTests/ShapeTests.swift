import Evaluation
import JSON
import Testing

@testable import Site

@Suite("Shapes of the interface") struct ShapeTests {
  private let shape = Shape.record([
    .init("code", .unitCode, ""), .init("note", .nullable(.text(upTo: 3)), "", isRequired: false),
    .init("day", .day, "", isRequired: false), .init("kind", .oneOf(["a", "b"]), "", isRequired: false),
    .init("items", .list(.record([.init("n", .whole(1...9), "")]), atMost: 2), "", isRequired: false),
    .init("flag", .flag, "", isRequired: false),
  ])

  private func fields(_ text: String) throws -> [String] {
    shape.problems(of: try JSONValue(reading: Array(text.utf8)), at: "").map(\.field)
  }

  @Test(
    "take what fits",
    arguments: [
      #"{"code":"201001"}"#, #"{"code":"000000","note":null,"day":"2024-02-29","kind":"b","flag":false}"#,
      #"{"code":"201001","note":"绩衡😀","items":[{"n":1},{"n":9}]}"#,
    ]) func fits(_ text: String) throws
  {
    #expect(try fields(text) == [])
  }

  @Test(
    "tell every field that does not fit",
    arguments: [
      ("{}", ["code"]), ("[]", [""]), (#"{"code":201001}"#, ["code"]), (#"{"code":"20100"}"#, ["code"]),
      (#"{"code":"２０１００１"}"#, ["code"]), (#"{"code":"201001\n"}"#, ["code"]),
      (#"{"code":"201001","x":1}"#, ["x"]), (#"{"code":"201001","note":"abcd"}"#, ["note"]),
      (#"{"code":"201001","note":"a\u0000"}"#, ["note"]), (#"{"code":"201001","day":"2023-02-29"}"#, ["day"]),
      (#"{"code":"201001","kind":"c","flag":0}"#, ["kind", "flag"]),
      (#"{"code":"201001","items":[{"n":0},{"n":"1"}]}"#, ["items.0.n", "items.1.n"]),
      (#"{"code":"201001","items":[{},{},{}]}"#, ["items"]), (#"{"code":"201001","items":[1]}"#, ["items.0"]),
    ]) func doesNotFit(_ text: String, _ expected: [String]) throws
  {
    #expect(try fields(text) == expected)
  }

  @Test func cursorsLeadBackToTheirKey() {
    for key in ["1", "201001", "9223372036854775807", "甲?~"] {
      let cursor = ListPage.cursor(key)
      #expect(ListPage.key(of: cursor) == key)
      #expect(cursor.utf8.allSatisfy { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "/") })
    }
    #expect(ListPage.key(of: "1") == nil && ListPage.key(of: "") == nil && ListPage.key(of: "AAAA") == nil)
  }
}
