import Evaluation
import Reading
import Rules
import Text

extension AuditRule {
  static let c16UnitNames = AuditRule(
    RuleCard(
      "C16", "各表单位名称不一致", severity: .error,
      why: "几张表是同一个单位的；名称、编码不同，或是误用了别人的表，或是汇总时归不到一起。",
      remedy: "按单位全称和预算编码改正；项目确由其他部门主管的，说明原因。",
      sources: [
        LegalSource("部门整体支出绩效自评表", clause: "单位名称栏"), LegalSource("项目支出绩效自评表", clause: "主管部门栏"),
      ]
    ),
    method: """
      表上的单位名称、单位编码与填报单位比较；项目支出自评表的主管部门，主管部门自己填报的与本单位名称比较，所属单位填报的在各张表之间比较，\
      不一致的只作提示；项目的实施单位开头的地名是另一个县（区）或另一个乡镇的，写为“本级”而不是主管部门的，须说明。空白、标点、全角半角不计，省略开头的地区名不算不同。
      """,
    examples: [
      .passes(["project-1/project/department": "示例县商务局", "project-2/project/department": "示例县 商务局"]),
      .passes(["project-1/project/department": "县商务局", "project-1/project/implementer": "市场体系建设股"]),
      .fails(
        ["project-1/project/name": "冷链物流", "project-1/project/department": "示例县农业农村局"],
        .at("project-1/project/department", "项目“冷链物流”主管部门“示例县农业农村局”，与“示例县商务局”不一致。")),
      .fails(
        [
          "project-1/project/department": "示例县商务局", "project-2/project/name": "以旧换新",
          "project-2/project/department": "示例县商务和粮食局",
        ],
        .at("project-2/project/department", "项目“以旧换新”主管部门“示例县商务和粮食局”，与“示例县商务局”不一致。")),
      .passes(["project-1/project/name": "冷链物流", "project-1/project/implementer": "示例县市场服务中心"]),
      .fails(
        ["project-1/project/name": "冷链物流", "project-1/project/implementer": "邻水县市场服务中心"],
        .at("project-1/project/implementer", "项目“冷链物流”实施单位“邻水县市场服务中心”在邻水县，本报告是示例县的，可能是套用了其他单位的表。")),
      .passes([
        "project-1/project/name": "冷链物流", "project-1/project/department": "215-示例县商务局",
        "project-1/project/implementer": "215001-示例县商务局（本级）",
      ]),
      .fails(
        [
          "project-1/project/name": "冷链物流", "project-1/project/department": "215-示例县商务局",
          "project-1/project/implementer": "218001-示例县粮食局（本级）",
        ],
        .at(
          "project-1/project/implementer",
          "项目“冷链物流”实施单位“218001-示例县粮食局（本级）”写为本级，主管部门却是“215-示例县商务局”，可能是套用了其他单位的表。")),
      .cannotLook(["project-1/project/name": "冷链物流", "project-1/project/implementer": "市场体系建设股"]),
    ]
  ) { dossier in
    let cells = dossier.sheets.flatMap { sheet in
      sheet.definitions.filter { !$0.kind.isNumber }.compactMap { UnitCell($0, on: sheet, of: dossier) }
    }
    let departments = cells.filter { $0.role == .department }
    let places = OtherPlace.places(of: dossier.filing.unit.name.bare)
    return Verdict(over: cells, missing: "表上的单位名称") { cell in
      if cell.role == .implementer {
        let own = departments.first { $0.address.sheet == cell.address.sheet }
        return own.flatMap { cell.look(asItself: $0) } ?? cell.look(besidePlaces: places)
      }
      let right: String? =
        switch cell.role {
        case .name: dossier.filing.unit.name
        case .code: dossier.filing.unit.code
        case .implementer: nil
        case .department:
          dossier.isDepartmentItself
            ? dossier.filing.unit.name : departments.first { $0.address != cell.address }?.text
        }
      guard let right, !right.isEmpty else { return nil }
      return cell.look(right)
    }
  }
}

extension Dossier {
  /// A file does not say so; a school or a hospital that wrote it stands under a department, a bureau is one.
  fileprivate var isDepartmentItself: Bool {
    guard filing.unit.kind == .lead else { return false }
    return !isFile || ["局", "委", "委员会", "办公室", "政府", "厅", "部"].contains { filing.unit.name.hasSuffix($0) }
  }
}

extension String {
  /// 215001-望梅镇人民政府 begins with the unit's code.
  fileprivate var withoutCode: String {
    let rest = drop { $0.isNumber || $0 == "-" || $0 == "." }
    return rest.isEmpty ? self : String(rest)
  }
}

/// A cell that says whose form it is.
private struct UnitCell {
  enum Role { case name, code, department, implementer }
  let role: Role
  let address: CellAddress
  let text: String
  /// "项目“冷链物流”主管部门"
  let spoken: String

  /// nil for a cell that says something else or nothing.
  init?(_ cell: CellDefinition, on sheet: SheetReading, of dossier: Dossier) {
    guard cell.caption.holds(anyOf: ["名称", "编码", "主管", "实施单位", "使用单位"]) else { return nil }
    let caption = cell.caption.folded
    address = cell.address
    spoken = "\(sheet.spokenName)\(cell.caption)"
    if caption.hasSuffix("单位名称") || caption.hasSuffix("部门名称") {
      role = .name
    } else if caption.hasSuffix("单位编码") || caption.hasSuffix("预算编码") {
      role = .code
    } else if caption == "主管部门" {
      role = .department
    } else if caption.hasSuffix("实施单位") || caption.hasSuffix("使用单位") {
      role = .implementer
    } else {
      return nil
    }
    text = dossier.calculation.text(at: cell.address)
    guard !text.folded.isEmpty else { return nil }
  }

  /// 某镇人民政府（本级） is the department itself; nil where it says nothing of the kind.
  func look(asItself department: UnitCell) -> Look? {
    let (mine, theirs) = (text.bare.withoutCode, department.text.bare.withoutCode)
    guard let level = ["(本级)", "(机关)", "本级"].first(where: mine.ends) else { return nil }
    let name = String(mine.dropLast(level.count))
    guard min(name.count, theirs.count) >= 3, !theirs.holds(name), !name.holds(theirs) else { return nil }
    return .breaks(
      Finding(
        at: address, message: "\(spoken)“\(text)”写为本级，主管部门却是“\(department.text)”，可能是套用了其他单位的表。",
        derivation: "\(name) ≠ \(theirs)", severity: .warning))
  }

  /// Of another county or town than the report; nil where it names none of that level.
  func look(besidePlaces places: [String]) -> Look? {
    let name = text.bare
    guard
      let (own, other) = places.lazy.compactMap({ own in OtherPlace.leading(name, besides: own).map { (own, $0) } })
        .first
    else { return nil }
    guard own != other, !own.hasSuffix(other), !other.hasSuffix(own) else { return .agrees }
    return .breaks(
      Finding(
        at: address, message: "\(spoken)“\(text)”在\(other)，本报告是\(own)的，可能是套用了其他单位的表。",
        derivation: "\(other) ≠ \(own)", severity: .warning))
  }

  func look(_ right: String) -> Look {
    let (mine, theirs) = (text.folded, right.folded)
    let isShort = role != .code && min(mine.count, theirs.count) >= 3
    guard mine != theirs, !(isShort && (mine.hasSuffix(theirs) || theirs.hasSuffix(mine))) else { return .agrees }
    return .breaks(
      Finding(
        at: address, message: "\(spoken)“\(text)”，与“\(right)”不一致。", derivation: "\(mine) ≠ \(theirs)",
        severity: role == .department ? .warning : nil))
  }
}
