public import Conversion
public import Database
import Evaluation
import OOXML
import Store

/// Packs what people asked for: every filing of a run in files of its own, one filing after the other. What was packed
/// before a stop stays packed.
public struct PackFilings: Sendable {
  let engine: any Engine
  let shelf: FilingShelf
  let press: PagePress
  public init(engine: any Engine, shelf: FilingShelf, press: PagePress) {
    self.engine = engine
    self.shelf = shelf
    self.press = press
  }

  /// Most bytes of the files of one filing.
  static let largest = 400 << 20

  /// Packs the next filing of any run that was confirmed. Answers false where nothing is left to do. Throws
  /// `DatabaseFault`.
  /// - Parameter seconds: what the person who asked may see then.
  public func next(at seconds: Int64) async throws -> Bool {
    let found = try await engine.read { database -> (BulkRun, BulkItem, Person)? in
      for run in try database.ask(Query<BulkRun>.runsToPack) {
        guard let item = try database.ask(.pendingItems(of: run.id, limit: 1)).first,
          let person = try database.person(run.person, at: seconds)
        else { continue }
        return (run, item, person)
      }
      return nil
    }
    guard let (run, item, person) = found else { return false }
    let (outcome, message, files) = try await pack(item, for: person)
    try await engine.write { database in
      // Where two programs packed the same filing, the first has settled it.
      let settled = try database.tell(.settleItem(of: run.id, filing: item.filing, outcome, message: message))
      guard settled == 1 else { return }
      for (position, file) in files.enumerated() {
        try database.tell(
          .insertPackedFile(file.name, file.bytes, at: position, of: run.id, filing: item.filing))
      }
    }
    return true
  }

  private func pack(
    _ item: BulkItem, for person: Person
  ) async throws -> (BulkItem.Outcome, String, [(name: String, bytes: [UInt8])]) {
    do {
      let loaded = try await shelf.filing(item.filing)
      guard !person.isClosed, person.canSee(loaded.record, in: loaded.task) else { throw NotFound() }
      guard loaded.record.stage != .notStarted else { return (.refused, "还没有填报，没有可打包的内容。", []) }
      let package = try await FilingPackage(loaded, from: engine, press: press)
      guard package.files.reduce(0, { $0 + $1.bytes.count }) <= Self.largest else {
        return (.refused, "文件超过 400 MB，请单独下载。", [])
      }
      let message = "\(package.files.count) 个文件" + (package.remark.isEmpty ? "" : "。\(package.remark)")
      return (.done, message, package.files.map { ($0.name, $0.bytes) })
    } catch is NotFound {
      return (.refused, "无权查看。", [])
    } catch DatabaseFault.unavailable(let reason) {
      throw DatabaseFault.unavailable(reason)
    } catch {
      // One that cannot be read or written out does not keep the others waiting.
      return (.refused, "没有打包成功，请打开这份自评检查后单独导出。", [])
    }
  }
}
