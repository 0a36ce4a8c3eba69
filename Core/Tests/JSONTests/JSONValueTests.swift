import JSON
import Testing

@Suite struct JSONValueTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
  private let value: JSONValue = ["b": [-1, true, .null, .string(nil)], "B": "", "a": [:], "c": []]

  @Test func `members keep their order, on one line or indented`() {
    #expect(text(value.compact()) == #"{"b":[-1,true,null,null],"B":"","a":{},"c":[]}"#)
    #expect(
      text(JSONValue.object([.init("x", [1, ["y": false]])]).indented()) == """
        {
          "x": [
            1,
            {
              "y": false
            }
          ]
        }

        """)
    #expect(text(JSONValue.array([]).indented()) == "[]\n")
  }

  @Test func `sorting goes down to the last object`() {
    let value: JSONValue = ["b": [["d": 1, "c": 2]], "B": ["z": 1, "Z": 2]]
    #expect(text(value.sorted().compact()) == #"{"B":{"Z":2,"z":1},"b":[{"c":2,"d":1}]}"#)
  }

  @Test(arguments: [
    ("\"\\/", #""\"\\/""#), ("\n\r\t", #""\n\r\t""#), ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""),
    ("𠮷👨‍👩‍👧\u{2028}", "\"𠮷👨‍👩‍👧\u{2028}\""), ("", "\"\""), ("尾\"", #""尾\"""#),
  ])
  func `texts are escaped as JSON wants, the rest stays`(plain: String, written: String) {
    #expect(text(JSONValue.string(plain).compact()) == written)
  }
}
