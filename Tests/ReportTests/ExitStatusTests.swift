import Audit
import Rules
import Testing

@testable import Report

@Suite struct ExitStatusTests {
  private func totals(_ severities: Severity..., unread: Int = 0) -> AuditTotals {
    var totals = AuditTotals()
    let rules = severities.map { severity in
      SmallReport.rule("D01", "一", severity, .fail([.init(at: SmallReport.place("9.81"), message: "一")]))
    }
    totals.add(SmallReport.audited(rules: rules))
    for _ in 0..<unread { totals.addUnread() }
    return totals
  }

  @Test func `a finding at the limit or above it makes one`() {
    #expect(totals(.error).exitStatus(failingOn: .error) == 1)
    #expect(totals(.warning, .info).exitStatus(failingOn: .error) == 0)
    #expect(totals(.warning).exitStatus(failingOn: .warning) == 1)
    #expect(totals(.error).exitStatus(failingOn: .warning) == 1)
    #expect(totals(.error).exitStatus(failingOn: nil) == 0)
    #expect(totals().exitStatus(failingOn: .warning) == 0)
  }

  @Test func `a file that could not be read makes two, whatever was found`() {
    #expect(totals(.error, unread: 1).exitStatus(failingOn: .error) == 2)
    #expect(totals(unread: 1).exitStatus(failingOn: nil) == 2)
  }
}
