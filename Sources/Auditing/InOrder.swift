import Foundation

/// Work on many things at once, as many as there are cores, whose results come in the order of the things.
enum InOrder {
  /// Results that wait for an earlier one are bounded, so that memory is.
  static func run<Result: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) -> Result, take: (Result) async -> Void
  ) async {
    let width = max(1, ProcessInfo.processInfo.activeProcessorCount)
    let lead = 4 * width
    var waiting: [Int: Result] = [:]
    var (started, running, taken) = (0, 0, 0)
    await withTaskGroup(of: (Int, Result).self) { group in
      while taken < count {
        while started < count, running < width, started < taken + lead {
          let number = started
          group.addTask { (number, work(number)) }
          started += 1
          running += 1
        }
        guard let (number, result) = await group.next() else { return }
        running -= 1
        waiting[number] = result
        while let next = waiting.removeValue(forKey: taken) {
          await take(next)
          taken += 1
        }
      }
    }
  }
}
