import Evaluation
import Policies

/// The policies that come with the program, for tests.
enum Shipped {
  static let ids = [
    "anhui-2024-project", "guangxi-2024-project", "hainan-2024-project", "hubei-2024-project", "hunan-2022-project",
    "hunan-2024-department", "hunan-2024-project", "national-2021-project", "sichuan-2024-project",
    "yueyang-2024-department",
  ]

  static func policy(_ id: String) throws -> Policy {
    guard let policy = try PolicyLibrary.bundled()[id] else { throw Missing(id: id) }
    return policy
  }

  /// Every form laid out once; of a project's form, one project.
  static func blank(_ policies: Policy..., tree: String? = nil, filled: Bool = false) -> Filing {
    blank(policies, tree: tree, filled: filled)
  }

  static func blank(_ policies: [Policy], tree: String? = nil, filled: Bool = false) -> Filing {
    let unit = FilingUnit(code: "201001", name: "示例县商务局", kind: .lead)
    var filing = Filing(blank: unit, year: policies[0].year, policies: PolicySet(policies))
    if let form = filing.policies.projectForm?.form { filing.sheets.append(Sheet(id: "project-1", form: form.id)) }
    for index in filing.sheets.indices {
      filing.sheets[index].tree = tree
      guard filled, case .form(let policy, let form)? = filing.policies.definition(of: filing.sheets[index]) else {
        continue
      }
      filing.sheets[index].rows = lines(of: form, policy.tree(tree))
    }
    return filing
  }

  /// One line wherever a unit may add some.
  private static func lines(of form: Form, _ tree: IndicatorTree?) -> [AddedRow] {
    var parents: [String] = []
    for block in form.blocks {
      switch block {
      case .table(let table):
        parents += table.rows.filter { $0.lines != nil }.map(\.id)
        if table.lines != nil { parents.append(table.id) }
      case .indicators: parents += tree?.nodes.map(\.id) ?? []
      case .grid: break
      }
    }
    return parents.enumerated().map { AddedRow(id: "r\($0 + 1)", under: $1) }
  }

  struct Missing: Error {
    let id: String
  }
}

extension Filing {
  /// The same with texts typed at addresses.
  func typing(_ texts: [String: String]) -> Filing {
    var filing = self
    for (address, text) in texts {
      guard let address = CellAddress(address), let index = sheets.firstIndex(where: { $0.id == address.sheet }) else {
        continue
      }
      filing.sheets[index].entries[address.key] = Entry(text)
    }
    return filing
  }
}

extension FormGrid {
  /// What is printed, from left to right and top to bottom: captions, labels and the words before a value.
  var printed: [String] {
    rows.flatMap(\.cells).compactMap { cell in
      switch cell.content {
      case .heading(let text), .label(let text, _), .fixed(let text): text
      case .value(_, let prefix, _): prefix.isEmpty ? nil : prefix
      case .empty: nil
      }
    }
  }
}
