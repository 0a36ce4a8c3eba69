public import Evaluation

extension PolicyLibrary {
  /// What a report can be held against: each department's policy with the project policy that goes with it, and the
  /// project policies that go with none.
  public var sets: [PolicySet] {
    let departments = policies.filter { $0.object == .department }
    let sets = departments.map { policy in PolicySet([policy] + (projectPolicy(of: policy).map { [$0] } ?? [])) }
    let taken = Set(sets.flatMap(\.policies).map(\.id))
    return sets + policies.filter { !taken.contains($0.id) }.map { PolicySet([$0]) }
  }

  /// The sets that are left when one policy is prescribed: those that it leads, or it alone.
  public func sets(under id: String) -> [PolicySet] {
    let led = sets.filter { $0.policies.first?.id == id }
    return led.isEmpty ? self[id].map { [PolicySet([$0])] } ?? [] : led
  }

  /// Of the same year, and of the same region or the nearest one that it lies in.
  private func projectPolicy(of department: Policy) -> Policy? {
    policies
      .filter { $0.object == .project && $0.year == department.year && department.region.hasPrefix($0.region) }
      .max { $0.region.utf8.count < $1.region.utf8.count }
  }
}
