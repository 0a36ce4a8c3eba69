/// Lets a few through at a time; some more may wait, and those beyond are told so at once.
actor WaitingLine {
  private let width: Int
  private let room: Int
  private var working = 0
  /// Those who came in and have not left: who works, who waits and who is still sending.
  private var inside = 0
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// `width` at a time, and `room` more that wait.
  init(width: Int, room: Int) {
    self.width = width
    self.room = room
  }

  /// The line is full.
  struct Full: Error {}

  /// Comes in, prepares, waits for the turn and works. Throws `Full` before anything is prepared.
  func pass<Prepared: Sendable, Result: Sendable>(
    preparing prepare: @Sendable () async throws -> Prepared, then work: @Sendable (Prepared) async throws -> Result
  ) async throws -> Result {
    guard inside < width + room else { throw Full() }
    inside += 1
    defer { inside -= 1 }
    let prepared = try await prepare()
    await takeTurn()
    defer { giveTurn() }
    return try await work(prepared)
  }

  private func takeTurn() async {
    guard working == width else {
      working += 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  /// To the next in line, who then counts as working.
  private func giveTurn() {
    if waiting.isEmpty { working -= 1 } else { waiting.removeFirst().resume() }
  }
}
