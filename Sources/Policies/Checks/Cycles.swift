import Evaluation

extension References {
  /// Reports each ring of formulas once, at the one that stands first in the file.
  func reportCycles(in needs: [Target: [Target]]) {
    var done: Set<Target> = []
    for start in needs.keys.sorted(by: { $0.name < $1.name }) {
      var path: [Target] = []
      follow(start, needs, &path, &done)
    }
  }

  private func follow(_ target: Target, _ needs: [Target: [Target]], _ path: inout [Target], _ done: inout Set<Target>)
  {
    if let start = path.firstIndex(of: target) {
      report(ring: Array(path[start...]))
      return
    }
    guard !done.contains(target) else { return }
    path.append(target)
    for next in needs[target] ?? [] { follow(next, needs, &path, &done) }
    path.removeLast()
    done.insert(target)
  }

  private func report(ring: [Target]) {
    guard let first = ring.indices.min(by: { place(of: ring[$0]) < place(of: ring[$1]) }) else { return }
    let names = (ring[first...] + ring[...first]).map(\.name)
    draft.report("公式循环引用：\(names.joined(separator: " → "))。", at: place(of: ring[first]))
  }

  private func place(of target: Target) -> Place {
    forms[target.form]?.cells[target.key]?.owner.flatMap { draft.formulaPlaces[$0] } ?? .start
  }
}

extension References.Target {
  fileprivate var name: String { "\(form):\(key.row).\(key.column)" }
}
