import Foundation
import JSON
import Testing

@testable import Report

@Suite struct SARIFOutputTests {
  private func log(_ unread: [UnreadFile] = []) throws -> [String: Any] {
    let bytes = SARIFOutput.log(of: [SmallReport.audited()], unread: unread, version: "1.2.3").compact()
    return try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }
  private func run(_ log: [String: Any]) throws -> [String: Any] {
    try #require((log["runs"] as? [[String: Any]])?.first)
  }

  @Test func `the log holds every field that the standard requires`() throws {
    let log = try log()
    #expect(log["version"] as? String == "2.1.0")
    let run = try run(log)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "jiheng")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["id"] as? String } == ["D01", "H09", "P04"])
    for result in try #require(run["results"] as? [[String: Any]]) {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      #expect((result["message"] as? [String: Any])?["text"] is String)
      #expect(["error", "warning", "note"].contains(result["level"] as? String))
      let location = try #require((result["locations"] as? [[String: Any]])?.first)
      let artifact = (location["physicalLocation"] as? [String: Any])?["artifactLocation"] as? [String: Any]
      #expect(artifact?["uri"] as? String == "a%20b.txt")
    }
  }

  @Test func `a region counts in code points and further places are related`() throws {
    let run = try run(log())
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let results = try #require(run["results"] as? [[String: Any]])
    let result = try #require(results.first { $0["ruleId"] as? String == "D01" })
    let location = try #require((result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
    let region = try #require(location["region"] as? [String: Any])
    #expect(region["startLine"] as? Int == 3 && region["startColumn"] as? Int == 7 && region["endColumn"] as? Int == 13)
    #expect(region["charOffset"] as? Int == 32 && region["charLength"] as? Int == 6)
    #expect((result["relatedLocations"] as? [Any])?.count == 1)
  }

  @Test func `a file that could not be read is an unsuccessful run with a notification`() throws {
    let run = try run(log([UnreadFile(file: "/x.docx", reason: "文件已损坏")]))
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == false)
    let notification = try #require((invocation["toolExecutionNotifications"] as? [[String: Any]])?.first)
    #expect((notification["message"] as? [String: Any])?["text"] as? String == "文件已损坏")
  }
}
