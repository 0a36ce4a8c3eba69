import Evaluation
import OOXML
import Paper
import Reading
import TestKit
import Testing

@testable import Operations

@Suite("Exporting a filing", .timeLimit(.minutes(10))) struct ExportFilingTests {
  private func paragraphs(sentOn day: String?) async throws -> [String] {
    let county = try await County()
    let filing = try await county.filing(of: "201002")
    try await county.begin(filing)
    try await county.place(filing, day == nil ? .drafting : .unitReview, sentOn: day)
    let loaded = try await county.shelf.filing(filing)
    return try WordReader.read(ExportFiling.word(loaded, as: .builtIn)).blocks.paragraphs.map(\.text)
  }

  @Test func `the document is dated by the day of its first sending`() async throws {
    let sent = try await paragraphs(sentOn: "2025-03-09")
    #expect(sent.contains("填报日期：2025年3月9日"))
    #expect(sent.contains("2025年3月9日"), "under the signature")
  }

  @Test func `what is still filled in has no date`() async throws {
    #expect(try await !paragraphs(sentOn: nil).contains { $0.contains("填报日期") })
  }
}
