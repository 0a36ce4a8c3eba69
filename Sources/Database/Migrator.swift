/// Brings a database to the schema of this program: an append-only list of steps, each taken once.
public struct Migrator: Sendable {
  private let steps: [SchemaStep]

  /// A migrator that takes these steps in this order.
  public init(_ steps: [SchemaStep]) { self.steps = steps }

  /// Takes the missing steps, each in a transaction of its own, and returns their names. `seconds` is the present as
  /// seconds since 1970; it is noted beside each step. Any number of processes may do this at once.
  ///
  /// Throws `.schema` and changes nothing when a step taken earlier was edited, when steps changed their order, or when
  /// the database has a step that is unknown here because a newer program was at work.
  @discardableResult
  public func migrate(_ engine: some Engine, at seconds: Int64) async throws -> [String] {
    try refuseDoubleNames()
    var taken: [String] = []
    while let name = try await engine.writeAlone({ [self] write in try takeNext(write, at: seconds) }) {
      taken.append(name)
    }
    return taken
  }

  /// The names of the steps that a database does not have yet, told without changing it. Throws `.schema` as `migrate`
  /// does, and `.refused` where this is no database of the program.
  public func missing(in reader: some Reader) async throws -> [String] {
    let taken = try await reader.read { try $0.ask(Self.takenSteps) }
    try refuseDifference(taken)
    return steps.dropFirst(taken.count).map(\.name)
  }

  /// Takes one step if one is missing. It looks anew each time, because another process may be doing the same.
  private func takeNext(_ write: WriteTransaction, at seconds: Int64) throws -> String? {
    try write.tell(Self.createTable)
    let taken = try write.ask(Self.takenSteps)
    try refuseDifference(taken)
    guard taken.count < steps.count else { return nil }
    let step = steps[taken.count]
    for command in step.commands { try write.tell(command) }
    try write.tell(
      Command(
        """
        INSERT INTO schema_step (position, name, checksum, applied_at)
        VALUES (\(taken.count), \(step.name), \(step.checksum), \(seconds))
        """))
    return step.name
  }

  private func refuseDoubleNames() throws(DatabaseFault) {
    var names: Set<String> = []
    for step in steps where !names.insert(step.name).inserted {
      throw .schema("步骤“\(step.name)”重名")
    }
  }

  private func refuseDifference(_ taken: [TakenStep]) throws(DatabaseFault) {
    for (index, step) in taken.enumerated() {
      guard steps.contains(where: { $0.name == step.name }) else {
        throw .schema("数据库中有本程序不认识的步骤“\(step.name)”，请使用更新版本的程序")
      }
      guard steps[index].name == step.name else {
        throw .schema("第 \(index + 1) 步在数据库中是“\(step.name)”，在程序中是“\(steps[index].name)”，顺序不能改变")
      }
      guard steps[index].checksum == step.checksum else {
        throw .schema("步骤“\(step.name)”执行后被改动过，已发布的步骤不能修改")
      }
    }
  }

  private struct TakenStep {
    let name: String
    let checksum: String
  }

  private static let createTable = Command(
    """
    CREATE TABLE IF NOT EXISTS schema_step (
      position BIGINT PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      checksum TEXT NOT NULL,
      applied_at BIGINT NOT NULL
    )
    """)

  private static let takenSteps = Query("SELECT name, checksum FROM schema_step ORDER BY position") { row in
    TakenStep(name: try row.text(), checksum: try row.text())
  }
}
