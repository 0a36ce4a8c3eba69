public import Audit
public import Database
import Evaluation
import JSON
import Paper
public import Store
import Text

/// Makes a filing public: scans it, takes out what strangers must not read, and keeps the public files as they are.
public struct PublishFiling: Sendable {
  private let engine: any Engine
  private let shelf: FilingShelf

  public init(engine: any Engine, shelf: FilingShelf) {
    self.engine = engine
    self.shelf = shelf
  }

  /// Publishes the filing as it stands; answers the number of the version.
  ///
  /// Private stretches are taken out but those in `kept`, each with the reason why the public may read it. `render`
  /// makes the page of the public copy. Throws `NotFound`, `Forbidden`, `Refused`, `StaleVersion`, `Invalid` with every
  /// fault, or `DatabaseFault`.
  public func callAsFunction(
    _ id: Int64, keeping kept: [String: String], note: String, expecting version: Int64, by person: Person,
    at seconds: Int64, render: (LoadedFiling) -> String
  ) async throws -> Int {
    let loaded = try await shelf.filing(id)
    try loaded.demandPublishable(by: person)
    guard loaded.record.version == version else { throw StaleVersion() }
    let note = note.droppingBlankEnds
    let found = PrivateStretch.all(in: loaded.calculation)
    let earlier = try await engine.read { try $0.ask(.publications(of: id)) }
    try Self.check(found, kept, note, isCorrection: !earlier.isEmpty, loaded)
    // The files are made before the database waits for them.
    let publication = try PreparedPublication(loaded, keeping: Set(kept.keys), render)
    let number = (earlier.first?.number ?? 0) + 1
    let cuts = Self.stored(found, kept)
    try await engine.write { database in
      let latest = try database.ask(.publications(of: id)).first?.number ?? 0
      guard try database.ask(.filingVersion(id)).first == version, latest == number - 1 else { throw StaleVersion() }
      try database.tell(
        .insertPublication(
          number: number, of: id, version: version, note: note, cuts: cuts, files: publication.files,
          originalDigest: publication.originalDigest, wordDigest: Digest.of(publication.files.word),
          jsonDigest: Digest.of(publication.files.json), by: person.id, at: seconds))
    }
    return number
  }

  /// The Word document as it would be public, for a look before.
  public static func preview(_ loaded: LoadedFiling, by person: Person) throws -> [UInt8] {
    try loaded.demandPublishable(by: person)
    return try FilingDocument(loaded.publicCopy(keeping: []).calculation).bytes()
  }

  private static func check(
    _ found: [PrivateStretch], _ kept: [String: String], _ note: String, isCorrection: Bool, _ loaded: LoadedFiling
  ) throws {
    var problems = found.compactMap { stretch -> FieldProblem? in
      guard let reason = kept[stretch.id], reason.droppingBlankEnds.isEmpty else { return nil }
      return FieldProblem("reason \(stretch.id)", "请写明为什么可以公开“\(stretch.text)”。")
    }
    if let mark = found.first(where: \.forbidsPublication) {
      problems.append(FieldProblem("secrecy", "\(mark.reason)有密级或内部标志的内容不能公开。"))
    }
    if isCorrection && note.isEmpty { problems.append(FieldProblem("note", "这是更正，请写明更正了什么。")) }
    if let missing = loaded.reportOnlyInFile {
      problems.append(FieldProblem("report", "\(missing)是上传的文件，目前只能公开在线填写的报告。"))
    }
    if !problems.isEmpty { throw Invalid(problems) }
  }

  private static func stored(_ found: [PrivateStretch], _ kept: [String: String]) -> String {
    let cuts = found.map { stretch -> JSONValue in
      let reason = kept[stretch.id]?.droppingBlankEnds
      return [
        "place": .string(stretch.address.description), "check": .string(stretch.check),
        "from": .number(Int64(stretch.range.lowerBound)), "to": .number(Int64(stretch.range.upperBound)),
        "cut": reason == nil ? true : false, "reason": .string(reason ?? stretch.reason),
      ]
    }
    return String(decoding: JSONValue.array(cuts).compact(), as: UTF8.self)
  }
}

/// Takes a public version back, with the reason told in its place.
public struct WithdrawPublication: Sendable {
  private let engine: any Engine
  private let shelf: FilingShelf
  public init(engine: any Engine, shelf: FilingShelf) {
    self.engine = engine
    self.shelf = shelf
  }

  /// Throws `NotFound`, `Forbidden`, `Refused`, `Invalid` or `DatabaseFault`.
  public func callAsFunction(
    _ number: Int, of id: Int64, reason: String, by person: Person, at seconds: Int64
  ) async throws {
    let loaded = try await shelf.filing(id)
    try loaded.demandPublishable(by: person)
    let reason = reason.droppingBlankEnds
    guard !reason.isEmpty else { throw Invalid([FieldProblem("withdrawal", "请写明撤回的原因。")]) }
    let rows = try await engine.write { database in
      try database.tell(.withdrawPublication(number, of: id, reason: reason, by: person.id, at: seconds))
    }
    guard rows == 1 else { throw NotFound() }
  }
}

extension PrivateStretch {
  /// A secrecy mark cannot be cut: what stands under it must not be public at all.
  public var forbidsPublication: Bool { check == "P11" }
}

extension LoadedFiling {
  /// Throws `NotFound`, `Forbidden` or `Refused` where this person may not make it public now.
  public func demandPublishable(by person: Person) throws {
    guard person.posts.canView(record.unit.code) else { throw NotFound() }
    let roles = person.posts.roles(towards: record.unit.code)
    guard roles.contains(.reviewer) || person.holds(.finance) else { throw Forbidden("只有本单位审核岗和财政部门可以公开。") }
    guard record.stage == .done else { throw Refused([.wrongStage(record.stage)]) }
  }

  /// The filing as strangers may read it, without findings.
  func publicCopy(keeping kept: Set<String>) -> LoadedFiling {
    showing(PublicCopy(of: calculation, keeping: kept).filing.personalFieldsMasked)
  }

  /// The title of the main report where nothing of it is written here and a file takes its place.
  public var reportOnlyInFile: String? {
    for sheet in filing.sheets {
      guard case .report(let policy, let outline)? = filing.policies.definition(of: sheet),
        outline.id == policy.outlines.first?.id
      else { continue }
      let isWritten = sheet.entries.values.contains { !$0.text.droppingBlankEnds.isEmpty }
      let isAttached = filing.policies.attachments.contains {
        $0.outline == outline.id && filing.attached.contains($0.id)
      }
      guard !isWritten && isAttached else { continue }
      let places = Placeholders([
        "year": String(filing.year), "lastYear": String(filing.year - 1), "unit": filing.unit.name,
      ])
      return places.filled(into: outline.title)
    }
    return nil
  }
}

/// The files of a publication, made before anything is kept.
private struct PreparedPublication: Sendable {
  let files: PublicationFiles
  let originalDigest: String

  init(_ loaded: LoadedFiling, keeping kept: Set<String>, _ render: (LoadedFiling) -> String) throws {
    let copy = loaded.publicCopy(keeping: kept)
    originalDigest = Digest.of(try ExportFiling.word(loaded))
    files = PublicationFiles(
      page: render(copy), json: String(decoding: ExportFiling.json(copy), as: UTF8.self),
      word: try ExportFiling.word(copy))
  }
}
