import JSON
import Testing

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws -> JSONValue { try JSONValue(reading: Array(text.utf8)) }

  @Test func `what was written is read again`() throws {
    let value: JSONValue = [
      "a": [1, -20, ["b": .null, "": true], false], "文": "\"\\\n\u{1}\u{1F600}é", "c": [:], "d": [],
    ]
    #expect(try JSONValue(reading: value.compact()) == value)
    #expect(try JSONValue(reading: value.indented()) == value)
  }

  @Test func `characters may be told by their numbers`() throws {
    #expect(try read(#" "\u7EE9\uD83d\uDE00\/\b\f\t" "#) == "绩\u{1F600}/\u{8}\u{C}\t")
  }

  @Test func `members are found by name`() throws {
    let value = try read(#"{"a": 1, "b": {"c": [2]}}"#)
    #expect(value["b"]?["c"] == [2] && value["c"] == nil && value["a"]?["x"] == nil)
  }

  @Test(arguments: [
    "", " ", "{", "[1,]", "[1 2]", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "{\"a\":1,\"a\":2}", "tru", "nulll", "01", "-",
    "1.5", "1e3", "9223372036854775808", "\"", "\"\\x\"", "\"\\u12\"", "\"\\uD83D\"", "\"\\uDE00\"", "\"\n\"", "1 2",
    "+1",
    "\"\\uD83D\\u0041\"",
  ]) func `what is no JSON or no whole number is refused`(_ text: String) {
    #expect(throws: JSONFault.self) { try read(text) }
  }

  @Test func `bytes that are no UTF-8 and endless nesting are refused`() {
    #expect(throws: JSONFault.self) { try JSONValue(reading: [0x22, 0xFF, 0x22]) }
    #expect(throws: JSONFault.self) { try read(String(repeating: "[", count: 100_000)) }
    #expect(throws: Never.self) { try read(String(repeating: "[", count: 60) + String(repeating: "]", count: 60)) }
  }

  @Test func `the place of the fault is told`() {
    let fault = #expect(throws: JSONFault.self) { try read("[1, x]") }
    #expect(fault?.offset == 4)
  }
}
