import Evaluation
import Foundation
import Testing

@testable import Paper

@Suite struct FilingJSONTests {
  private typealias Object = [String: Any]

  private func object(
    _ filing: Filing = FilledFiling.make(), personal: PersonalFields = .shown
  ) throws -> Object {
    let bytes = FilingJSON(Calculation(filing), stage: .done, version: 17, personal: personal).bytes()
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? Object)
  }
  private func cells(_ object: Object) throws -> [String: Object] {
    let sheets = try #require(object["sheets"] as? [Object])
    let cells = try sheets.flatMap { try #require($0["cells"] as? [Object]) }
    return Dictionary(uniqueKeysWithValues: try cells.map { (try #require($0["address"] as? String), $0) })
  }

  @Test func `unit, year, stage, policies and attachments are named`() throws {
    let object = try object()
    #expect(object["unit"] as? [String: String] == ["code": "201001", "name": "示例县商务局", "kind": "lead"])
    #expect(object["year"] as? Int == 2024)
    #expect(object["stage"] as? String == "done")
    #expect(object["version"] as? Int == 17)
    #expect(object["attachments"] as? [String] == ["report"])
    let policies = try #require(object["policies"] as? [Object])
    #expect(policies.map { $0["id"] as? String } == ["example-2024-department", "example-2024-project"])
    #expect(policies.map { $0["hash"] as? String } == ["example", "example"])
    #expect(policies.map { $0["version"] as? Int } == [1, 1])
    #expect(object["findings"] == nil)
  }

  @Test func `every cell of every form is there with its text`() throws {
    let calculation = Calculation(FilledFiling.make())
    let cells = try cells(object())
    let definitions = calculation.layouts.flatMap { $0.grid.definitions + $0.footer }
    #expect(Set(cells.keys) == Set(definitions.map(\.address.description)))
    for definition in definitions {
      let cell = try #require(cells[definition.address.description])
      #expect(cell["text"] as? String == calculation.text(at: definition.address))
      #expect(cell["caption"] as? String == definition.caption)
      #expect(cell["kind"] as? String == definition.kind.rawValue)
    }
  }

  @Test func `values are exact decimals and say where they come from`() throws {
    var filing = FilledFiling.make()
    let address = try #require(CellAddress("base/reception/last"))
    filing = filing.applying([.sync(address, text: "2.30")]).filing
    let untouched = try #require(CellAddress("base/procurement/budget"))
    filing = filing.applying([.sync(untouched, text: "31.00")]).filing
    let cells = try cells(object(filing))
    func cell(_ address: String) throws -> [String: String] {
      try #require(cells[address]).compactMapValues { $0 as? String }.filter {
        $0.key != "caption" && $0.key != "address"
      }
    }
    #expect(
      try cell("base/threePublic/final") == [
        "kind": "amount", "text": "0.31", "value": "0.31", "origin": "computed", "formula": "sum(children)",
      ])
    #expect(
      try cell("base/reception/last") == [
        "kind": "amount", "text": "2.28", "value": "2.28", "origin": "edited", "synced": "2.30",
      ])
    #expect(
      try cell("base/procurement/budget") == [
        "kind": "amount", "text": "31.00", "value": "31", "origin": "synced", "synced": "31.00",
      ])
    #expect(
      try cell("self/r7/score") == [
        "kind": "points", "text": "13", "value": "13", "origin": "typed",
        "proposal": "13.58",
      ])
    #expect(try cell("base/staff/rate")["value"] == "85")
    #expect(try cell("base/staff/rate")["text"] == "85%")
    #expect(try cell("base/abroad/final") == ["kind": "amount", "text": "", "origin": "typed"])
    #expect(try #require(cells["base/abroad/final"])["value"] is NSNull)
  }

  @Test func `indicators stand as a tree`() throws {
    var filing = FilledFiling.make()
    filing = filing.applying([.removeNode(sheet: "self", node: "ecological")]).filing
    let sheets = try #require(try object(filing)["sheets"] as? [Object])
    #expect(sheets.map { $0["id"] as? String } == ["base", "self", "project-1", "project-2"])
    #expect(sheets[0]["indicators"] == nil)
    let tree = try #require(sheets[1]["indicators"] as? Object)
    #expect(tree["tree"] as? String == "classic")
    #expect(tree["removed"] as? [String] == ["ecological"])
    let groups = try #require(tree["groups"] as? [Object])
    #expect(groups.map { $0["points"] as? Int } == [50, 30, 10])
    let nodes = try groups.flatMap { try #require($0["nodes"] as? [Object]) }
    #expect(
      nodes.map { $0["id"] as? String } == [
        "quantity", "quality", "timeliness", "cost", "economic", "social", "sustained", "satisfaction",
      ])
    let lines = try nodes.map { try #require($0["lines"] as? [[String: String]]) }
    #expect(lines.map(\.count) == [2, 1, 1, 1, 1, 1, 0, 1])
    #expect(
      lines[5][0] == [
        "row": "r7", "name": "政策知晓率", "target": "≥95%", "actual": "86%", "points": "15", "score": "13",
        "reason": "宣传次数不足，下年度增加入户宣传。",
      ])
  }

  @Test func `reports stand as typed and as read`() throws {
    let reports = try #require(try object()["reports"] as? [Object])
    #expect(reports.map { $0["id"] as? String } == ["report", "projectReport"])
    let sections = try #require(reports[0]["sections"] as? [Object])
    #expect(sections.count == 5)
    #expect(sections[2]["heading"] as? String == "三、绩效情况")
    #expect(sections[2]["raw"] as? String == "自评得分{{self/sum/score}}分，预算执行率{{self/total/rate}}。")
    #expect(sections[2]["text"] as? String == "自评得分96分，预算执行率100%。")
  }

  @Test func `personal fields are masked or left out`() throws {
    let masked = try cells(object(personal: .masked))
    #expect(masked["project-1/footer/phone"]?["text"] as? String == "138****8001")
    #expect(masked["project-1/footer/preparer"]?["text"] as? String == "张×")
    let bytes = FilingJSON(Calculation(FilledFiling.make()), stage: .done, version: 1, personal: .leftOut).bytes()
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("张三") && !text.contains("8001") && !text.contains("footer/phone\""))
  }

  @Test func `what the budget system says of a personal field is masked too`() throws {
    var filing = FilledFiling.make()
    let phone = try #require(CellAddress("project-1/footer/phone"))
    filing = filing.applying([.sync(phone, text: "13900139002")]).filing
    let cell = try cells(object(filing, personal: .masked))["project-1/footer/phone"]
    #expect(cell?["synced"] as? String == "139****9002")
  }

  @Test func `the same filing gives the same bytes, keys in order`() {
    let first = FilingJSON(Calculation(FilledFiling.make()), stage: .done, version: 1).bytes()
    #expect(first == FilingJSON(Calculation(FilledFiling.make()), stage: .done, version: 1).bytes())
    let lines = String(decoding: first, as: UTF8.self).split(separator: "\n")
    let keys = lines.filter { $0.hasPrefix("  \"") }.map { $0.prefix { $0 != ":" } }
    #expect(keys.count == 11 && keys == keys.sorted())
  }
}
