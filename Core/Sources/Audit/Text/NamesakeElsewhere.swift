import Evaluation
import Reading
import Rules
import Text

/// The report's own office, or the one that carries out its project, with another place in front where only the own one
/// can stand: 项目由邻县公路中心具体实施 in a report of 本县公路中心.
enum NamesakeElsewhere {
  /// What is done by whom the report is of.
  private static let roles = ["具体实施", "负责实施", "组织实施", "承担实施", "具体负责", "负责管理", "自评结果", "开展自评", "绩效自评"]
  /// What stands right before a name and is no part of it.
  private static let joins: Set<Unicode.Scalar> = Set("由经为是以按在".unicodeScalars)

  static func findings(in dossier: Dossier, unit: String) -> [Finding] {
    let names = ([unit] + dossier.implementers).map(\.bare)
    var told: Set<String> = []
    return names.flatMap { name -> [Finding] in
      guard let place = OtherPlace.places(of: name).first, name.begins(with: place) else { return [] }
      let office = String(name.dropFirst(place.count))
      guard office.unicodeScalars.count >= 4, told.insert(name).inserted else { return [] }
      return dossier.writings.flatMap { findings(of: office, besides: place, in: $0) }
    }
  }

  private static func findings(of office: String, besides own: String, in writing: Writing) -> [Finding] {
    guard let passage = writing.passage, passage.role != .cell, writing.text.holds(office),
      writing.text.holds(anyOf: roles)
    else { return [] }
    let (scalars, wanted) = (writing.scalars, Array(office.unicodeScalars))
    return scalars.indices.compactMap { index -> Finding? in
      guard index >= 3, scalars[index...].starts(with: wanted), let place = place(endingAt: index, in: scalars),
        String(scalars: Array(scalars[place])) != own, scalars[place].last == own.unicodeScalars.last
      else { return nil }
      let range = place.lowerBound..<index + wanted.count
      let behind = writing.quote(writing.sentence(around: range).rest(behind: range))
      guard roles.contains(where: String(behind.prefix(8)).holds), !behind.holds(anyOf: ["共同", "联合", "协助", "合作"]) else {
        return nil
      }
      let quoted = writing.quote(range)
      return Finding(
        at: [writing.place(range)], "写的是“\(quoted)”，本报告的是“\(own)\(office)”，可能是套用了其他单位的文本。",
        derivation: "\(quoted) ≠ \(own)\(office)")
    }
  }

  /// Two or three characters and a level, behind a mark or a word that leads to a name.
  private static func place(endingAt end: Int, in scalars: [Unicode.Scalar]) -> Range<Int>? {
    guard ["县", "区", "市", "旗", "镇", "乡"].contains(scalars[end - 1]) else { return nil }
    let start = [end - 3, end - 4].first { start in
      start >= 0 && scalars[start..<end].allSatisfy { $0.isIdeograph && !joins.contains($0) }
        && (start == 0 || !scalars[start - 1].isIdeograph || joins.contains(scalars[start - 1]))
    }
    return start.map { $0..<end }
  }
}

extension Dossier {
  /// Whom the projects' forms name as carrying them out.
  fileprivate var implementers: [String] {
    sheets.flatMap { sheet in
      sheet.definitions.compactMap { cell in
        !cell.kind.isNumber && cell.caption.holds("实施单位") ? calculation.text(at: cell.address) : nil
      }
    }.filter { !$0.isEmpty }
  }
}
