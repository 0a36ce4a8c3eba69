import Database
import Evaluation
import Store
import Testing

/// The queries of units' lives, posts and the log, on every engine at hand.
@Suite("Units, posts and the log on every engine", .timeLimit(.minutes(10))) struct AdministrationContractTests {
  private func open(_ kind: EngineKind) async throws -> any Engine {
    let engine = try await kind.open()
    _ = try await Migrator(Schema.steps).migrate(engine, at: 1)
    return engine
  }

  private func code(_ text: String) throws -> UnitCode { try #require(UnitCode(text)) }

  @Test("filings bear the name of their year, and are found by it", arguments: EngineKind.atHand)
  func names(_ kind: EngineKind) async throws {
    let engine = try await open(kind)
    let (lead, other) = (try code("101001"), try code("201001"))
    let tasks = try await engine.write { database -> [Int64] in
      let person = try database.insert(.insertPerson(account: "a", name: "甲", mobile: nil))
      try database.tell(.insertUnit(BudgetUnit(code: lead, name: "丙局"), openedOn: "2020-01-01"))
      try database.tell(.insertUnit(BudgetUnit(code: other, name: "丁局")))
      try database.tell(.insertFormerName("甲局", of: lead, until: 2023))
      try database.tell(.insertFormerName("乙局", of: lead, until: 2025))
      try database.tell(.insertFormerName("不算", of: lead, until: 2025))
      return try (2022...2025).map { year in
        let task = try database.insert(
          .insertTask(
            title: "\(year)", year: year, noticeTitle: "", noticeNumber: "", policies: ["a"],
            deadline: "\(year + 1)-03-31", phase: .launched, scope: .all, at: 1, by: person))
        try database.tell(.insertFiling(task: task, unit: lead, at: 1))
        try database.tell(.insertFiling(task: task, unit: other, at: 1))
        return task
      }
    }
    let (shown, found, departments, sent) = try await engine.read { database in
      (
        try tasks.map { try database.ask(.filings(FilingFilter(task: $0), limit: 1)).first?.unit.name },
        try database.ask(.filings(FilingFilter(text: "乙局"), limit: 9)).map(\.task),
        try [2022, 2024, 2025].map { try database.ask(.departments(inYear: $0)).first?.name },
        try database.ask(.unfinishedSubordinates(of: lead, in: tasks[0]))
      )
    }
    #expect(shown == ["甲局", "乙局", "乙局", "丙局"])
    #expect(Set(found) == [tasks[1], tasks[2]] && sent.isEmpty)
    #expect(departments == ["甲局", "乙局", "丙局"])
    try await engine.write { database in
      try database.tell(.setClosed("2024-05-01", unit: lead))
      try database.tell(.insertSuccession(of: lead, to: other))
    }
    let (records, before, open) = try await engine.read { database in
      (
        try database.ask(Query<UnitRecord>.unitRecords),
        try database.ask(Query<FilingRecord>.filings(ofPredecessorsOf: other, year: 2023)).map(\.unit.name),
        try database.ask(.unfinishedFilings(of: lead)).map(\.task)
      )
    }
    #expect(records.map(\.isOpen) == [false, true] && records[0].openedOn == CivilDay("2020-01-01"))
    #expect(before == ["乙局"] && open == ["2022", "2023", "2024", "2025"])
  }

  @Test("posts of a moment are the own ones and those of a deputy", arguments: EngineKind.atHand)
  func posts(_ kind: EngineKind) async throws {
    let engine = try await open(kind)
    // 1 March 2025 in China.
    let (day, noon): (CivilDay, Int64) = (try #require(CivilDay("2025-03-01")), 1_740_801_600)
    let post = Post(.handler, at: "101001")
    let (first, second) = try await engine.write { database -> (Int64, Int64) in
      let first = try database.insert(.insertPerson(account: "a", name: "甲", mobile: nil))
      let second = try database.insert(.insertPerson(account: "b", name: "乙", mobile: nil))
      try database.tell(.putPost(HeldPost(post, PostTerm(until: day)), of: first))
      try database.tell(.putPost(HeldPost(Post(.finance, at: nil)), of: second))
      try database.tell(
        .insertDeputyship(
          post, from: first, to: second, PostTerm(from: day, until: CivilDay(number: day.number + 9)), reason: "出差",
          by: first, at: 1))
      return (first, second)
    }
    let (today, tomorrow, known) = try await engine.read { database in
      (
        try database.person(second, at: noon), try database.person(second, at: noon + 86_400),
        try database.ask(Query<Deputyship>.deputyships(with: first))
      )
    }
    #expect(today?.posts.contains(post) == true && today?.ownPosts == [Post(.finance, at: nil)])
    #expect(today?.deputyships.map(\.principalName) == ["甲"])
    #expect(tomorrow?.posts == [Post(.finance, at: nil)], "the post itself has ended")
    let rows = try await engine.write { database in
      [
        try database.tell(.endDeputyship(known[0].id, of: first, at: 5)),
        try database.tell(.endDeputyship(known[0].id, of: first, at: 6)),
      ]
    }
    #expect(rows == [1, 0])
    #expect(try await engine.read { try $0.person(second, at: noon) }?.deputyships.isEmpty == true)
  }

  @Test("the log counts on, and is filtered by group, words and time", arguments: EngineKind.atHand)
  func log(_ kind: EngineKind) async throws {
    let engine = try await open(kind)
    try await engine.write { database in
      let person = try database.insert(.insertPerson(account: "a", name: "甲", mobile: nil))
      for (number, kind) in [AdminEvent.Kind.signedIn, .unitRenamed, .signInFailed].enumerated() {
        try database.tell(.advanceAdminLog)
        try database.tell(
          .insertAdminEntry(
            Int64(number + 1), AdminEvent(kind, "201001"), by: number == 2 ? nil : person, from: "192.0.2.1",
            at: Int64(number), chain: "x"))
      }
      try database.tell(.setAdminLogChain("x"))
      try database.tell(.put("on", for: .separation))
      try database.tell(.put("off", for: .separation))
    }
    let (head, signIns, byName, late, last, setting) = try await engine.read { database in
      (
        try database.first(.adminLogHead),
        try database.ask(.adminEntries(AdminFilter(group: .signIn), limit: 9, offset: 0)).map(\.number),
        try database.first(Query<Int64>.adminEntryCount(AdminFilter(text: "甲"))),
        try database.ask(.adminEntries(AdminFilter(from: 1, before: 2), before: 9, limit: 9)).map(\.number),
        try database.first(.lastAdminEntry(.signInFailed)), try database.first(.setting(.separation))
      )
    }
    #expect(head?.number == 3 && head?.chain == "x" && signIns == [3, 1] && byName == 2 && late == [2])
    #expect(last == 2 && setting == "off")
  }

  @Test("what is typed is looked for as it stands, in small and capital letters alike", arguments: EngineKind.atHand)
  func typedText(_ kind: EngineKind) async throws {
    let engine = try await open(kind)
    let accounts = ["Admin", "a_b", "axb", "100%", "back\\slash", "ＡＢ"]
    let unit = try code("101001")
    let task = try await engine.write { database in
      let people = try accounts.map { try database.insert(.insertPerson(account: $0, name: "甲", mobile: nil)) }
      for (number, account) in accounts.enumerated() {
        try database.tell(
          .insertAdminEntry(
            Int64(number + 1), AdminEvent(.accountCreated, account), by: nil, from: "", at: 1, chain: ""))
      }
      try database.tell(.insertUnit(BudgetUnit(code: unit, name: "R_D所")))
      let task = try database.insert(
        .insertTask(
          title: "自评", year: 2024, noticeTitle: "", noticeNumber: "", policies: ["a"], deadline: "2025-03-31",
          phase: .launched, scope: .all, at: 1, by: people[0]))
      try database.tell(.insertFiling(task: task, unit: unit, at: 1))
      try database.tell(
        .setStage(
          .done, sender: nil, of: try #require(try database.first(Query<FilingRecord>.filing(of: unit, in: task))).id))
      return task
    }
    for (text, found) in [
      ("ADMIN", ["Admin"]), ("admin", ["Admin"]), ("_", ["a_b"]), ("A_B", ["a_b"]), ("%", ["100%"]),
      ("\\", ["back\\slash"]), ("ａ", []), ("Ａ", ["ＡＢ"]), ("", accounts.sorted()),
    ] {
      let (people, count, entries) = try await engine.read { database in
        (
          try database.people(matching: text, limit: 99, offset: 0).map(\.account),
          try database.first(Query<Int64>.personCount(matching: text)),
          try database.ask(.adminEntries(AdminFilter(text: text), limit: 99, offset: 0)).map(\.event.subject)
        )
      }
      #expect(people.sorted() == found && count == Int64(found.count) && entries.sorted() == found, "“\(text)”")
    }
    for (text, isFound) in [("r_d", true), ("R_D", true), ("1010", true), ("1_1", false), ("%", false), ("r%d", false)]
    {
      var filter = ResultFilter(task: task)
      filter.text = text
      let counts = try await engine.read { [filter] database in
        [
          try database.ask(.filings(FilingFilter(text: text), limit: 9)).count,
          Int(try database.first(.filingCount(FilingFilter(text: text))) ?? -1),
          try database.ask(.results(filter, by: ResultOrder(.unit, isDescending: false), limit: 9, offset: 0)).count,
          try database.ask(Query<BudgetUnit>.units(after: "", matching: text, departments: nil, limit: 9)).count,
        ]
      }
      #expect(counts == Array(repeating: isFound ? 1 : 0, count: 4), "“\(text)”")
    }
  }
}
