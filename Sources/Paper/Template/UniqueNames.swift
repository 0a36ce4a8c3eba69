/// Gives names that no other has.
struct UniqueNames {
  private var taken: Set<String> = []

  /// Those of the names that are free; where none is, the first with a number.
  mutating func given(_ names: [String]) -> [String] {
    var free: [String] = []
    for name in names where !name.isEmpty && taken.insert(name).inserted { free.append(name) }
    guard free.isEmpty, let first = names.first else { return free }
    let numbered = (2...).lazy.map { "\(first)（\($0)）" }.first { !taken.contains($0) } ?? first
    taken.insert(numbered)
    return [numbered]
  }
}
