/// Work that was repeated for a while, as run.py reads it.
struct Measured {
  /// Rounds and the seconds that they took.
  let rounds: Int
  let seconds: Double

  /// Works once to warm up, then for at least so many seconds.
  init(for seconds: Double, _ work: () -> Void) {
    work()
    let clock = ContinuousClock()
    let start = clock.now
    var rounds = 0
    repeat {
      work()
      rounds += 1
    } while Self.seconds(start.duration(to: clock.now)) < seconds
    self.rounds = rounds
    self.seconds = Self.seconds(start.duration(to: clock.now))
  }

  init(rounds: Int, took duration: Duration) {
    self.rounds = rounds
    seconds = Self.seconds(duration)
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  func write(_ more: KeyValuePairs<String, String>) {
    let own = ["\"rounds\": \(rounds)", "\"seconds\": \(seconds)"]
    print("{" + (own + more.map { "\"\($0)\": \($1)" }).joined(separator: ", ") + "}")
  }
}
