import Testing

@testable import Site

@Suite struct WaitingLineTests {
  /// Notes who is at work, and the most that were at once.
  private actor Bench {
    private(set) var most = 0
    private(set) var done: [Int] = []
    private var working = 0
    private var doors: [CheckedContinuation<Void, Never>] = []

    func work(_ number: Int) async {
      working += 1
      most = max(most, working)
      await withCheckedContinuation { doors.append($0) }
      working -= 1
      done.append(number)
    }

    /// Lets the one who has worked longest go; says whether there was one.
    func letGo() -> Bool {
      guard !doors.isEmpty else { return false }
      doors.removeFirst().resume()
      return true
    }
  }

  @Test func `no more than its width work at once, and all who came in are served`() async throws {
    let line = WaitingLine(width: 2, room: 3)
    let bench = Bench()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<5 {
        group.addTask { try await line.pass(preparing: { number }, then: { await bench.work($0) }) }
      }
      var released = 0
      while released < 5 {
        if await bench.letGo() { released += 1 } else { await Task.yield() }
      }
      try await group.waitForAll()
    }
    #expect(await bench.most == 2)
    #expect(await bench.done.sorted() == [0, 1, 2, 3, 4])
  }

  @Test func `one beyond its room is told so before anything of theirs is read`() async throws {
    let line = WaitingLine(width: 1, room: 1)
    let bench = Bench()
    let first = Task { try await line.pass(preparing: {}, then: { await bench.work(1) }) }
    while await bench.most == 0 { await Task.yield() }
    let (entered, enter) = AsyncStream<Void>.makeStream()
    let second = Task { try await line.pass(preparing: { _ = enter.yield() }, then: { await bench.work(2) }) }
    for await _ in entered { break }
    await #expect(throws: WaitingLine.Full.self) {
      try await line.pass(preparing: { Issue.record("nothing may be read") }, then: {})
    }
    for _ in 0..<2 { while await bench.letGo() == false { await Task.yield() } }
    try await first.value
    try await second.value
    try await line.pass(preparing: {}, then: {})
  }

  @Test func `a place is free again after something went wrong`() async throws {
    struct Broken: Error {}
    let line = WaitingLine(width: 1, room: 0)
    await #expect(throws: Broken.self) { try await line.pass(preparing: { throw Broken() }, then: {}) }
    await #expect(throws: Broken.self) { try await line.pass(preparing: {}, then: { throw Broken() }) }
    try await line.pass(preparing: {}, then: {})
  }
}
