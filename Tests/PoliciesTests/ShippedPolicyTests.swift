import Evaluation
import Policies
import Rules
import Testing

struct ShippedPolicyTests {
  @Test func `every policy that comes with the program loads without a fault`() {
    let faults = PolicyLibrary.check(paths: [PolicyLibrary.bundledFolder]).filter { $0.severity != .info }
    #expect(faults.map(\.description) == [])
  }
}
