import Database
import Evaluation
import Foundation
import Operations
import Store
import Synchronization
import TestKit
import Testing

@Suite("Moves told to other systems") struct DeliverStagesTests {
  @Test func arriveOnceEachUnderANameThatStays() async throws {
    let county = try await County()
    let id = try await county.filing(of: "201002")
    _ = try await county.move(.start, id, by: "jb201002")
    let box = Mutex<(letters: [Letter], fails: Bool)>(([], true))
    let deliver = Deliver(engine: county.engine, key: Array("0123456789abcdef".utf8)) { letter in
      box.withLock { box in
        box.letters.append(letter)
        return box.fails ? 503 : 204
      }
    }
    #expect(try await deliver.stages(now: { County.now + 20 }) == 0)
    #expect(try await deliver.stages(now: { County.now + 40 }) == 0)
    #expect(box.withLock { $0.letters.count } == 1)
    box.withLock { $0.fails = false }
    #expect(try await deliver.stages(now: { County.now + 90 }) == 1)
    #expect(try await deliver.stages(now: { County.now + 10_000 }) == 0)
    let letters = box.withLock { $0.letters }
    #expect(letters.count == 2)
    let name = "\(id)-1"
    for letter in letters {
      #expect(letter.headers.first { $0.name == "X-Jiheng-Delivery" }?.value == name)
      let told = try #require(try JSONSerialization.jsonObject(with: Data(letter.body)) as? [String: Any])
      #expect(told["event"] as? String == "stage" && told["delivery"] as? String == name)
      #expect(told["from"] as? String == "notStarted" && told["to"] as? String == "drafting")
      #expect(told["filing"] as? Int64 == id && told["move"] as? String == "start")
      #expect((told["unit"] as? [String: String])?["code"] == "201002")
    }
  }

  @Test func ofATrialRunAreNotTold() async throws {
    let county = try await County()
    let id = try await county.filing(of: "201002")
    _ = try await county.engine.write { [task = county.task] in try $0.tell(.setPhase(.trial, task: task)) }
    _ = try await county.move(.start, id, by: "jb201002")
    let deliver = Deliver(engine: county.engine, key: []) { _ in 204 }
    #expect(try await deliver.stages(now: { County.now }) == 0)
  }
}
