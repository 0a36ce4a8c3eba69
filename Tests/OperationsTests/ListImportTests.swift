import Database
import Evaluation
import Operations
import Store
import TestKit
import Testing

@Suite("Units and people from a file", .timeLimit(.minutes(10))) struct ListImportTests {
  private func table(_ text: String) throws -> TableFile { try TableFile(Array(text.utf8)) }

  @Test func unitsAreTakenOverFromCSVWithReasonsForTheOthers() async throws {
    let county = try await County()
    let units = ImportUnits(engine: county.engine)
    let rows = try await units.rows(
      of: table(
        "单位编码,单位名称\r\n301001,示例县水利局\r\n301,短编码\r\n201001,示例县商务局\r\n201002,别的名称\r\n\r\n301001,重复\r\n301002,\"带,逗号\"\r\n")
    )
    #expect(rows.map(\.number) == [2, 3, 4, 5, 7, 8])
    #expect(
      rows.map(\.problem) == [
        nil, "编码须为六位数字：前三位部门，后三位单位，001 为主管部门。", nil, "该编码已有单位“示例县投资促进中心”。", "编码与第 2 行相同。", nil,
      ])
    #expect(rows[2].isKnown)
    await #expect(throws: RowsRefused.self) { try await units(rows, onlyRight: false, by: nil, at: County.now) }
    #expect(try await county.engine.read { try $0.ask(Query<BudgetUnit>.units).count } == 2, "nothing was written")
    #expect(try await units(rows, onlyRight: true, by: nil, at: County.now) == 2)
    let names = try await county.engine.read { try $0.ask(Query<BudgetUnit>.units).map(\.name) }
    #expect(names.contains("带,逗号") && names.contains("示例县水利局"))
  }

  @Test func `a subordinate unit needs its lead unit, in the file or known, and no name stands twice`() async throws {
    let county = try await County()
    let rows = try await ImportUnits(engine: county.engine).rows(
      of: table("单位编码,单位名称\n201009,示例县会展中心\n801002,无主单位\n901001,示例县文旅局\n901002,示例县文旅局\n"))
    #expect(
      rows.map(\.problem) == [nil, "没有主管部门 801001，请一并填写。", nil, "名称与第 4 行相同。"])
  }

  @Test func `an account or number that a refused row has is nobody else's either`() async throws {
    let county = try await County()
    let rows = try await ImportPeople(engine: county.engine).rows(
      of: table(
        "账号,姓名,手机号码,岗位,单位编码\nzhang,张三,1,经办岗,201001\nzhang,张三二,,经办岗,201002\nzhou,周九,,绩效经办,201001\n"))
    #expect(rows[0].problem != nil && rows[1].problem == "账号与第 2 行相同。")
    #expect(rows[2].problem == "财政部门的岗位不填单位编码，请核对岗位。")
  }

  @Test func `the last administrator for good cannot give the post up`() async throws {
    let county = try await County()
    let (admin, finance) = (try county.person("admin"), try county.person("finance"))
    let post = Post(.administrator, at: nil)
    func update(_ person: Person, _ posts: [Post], until day: CivilDay? = nil) async throws {
      var entry = Accounts.Entry(account: person.account, name: person.name, mobile: "", posts: posts)
      if let day { entry.terms[post] = PostTerm(from: nil, until: day) }
      try await Accounts(engine: county.engine).update(
        person.id, entry, isClosed: false, by: admin.id, at: County.now)
    }
    await #expect(throws: Invalid.self) { try await update(admin, [Post(.finance, at: nil)]) }
    await #expect(throws: Invalid.self) { try await update(admin, [post], until: CivilDay("2030-12-31")) }
    try await update(finance, [Post(.finance, at: nil), post])
    try await update(admin, [post], until: CivilDay("2030-12-31"))
  }

  @Test func peopleGetTheirPostsAndASecretThatSignsThemIn() async throws {
    let county = try await County()
    let people = ImportPeople(engine: county.engine)
    let rows = try await people.rows(
      of: table(
        "账号,姓名,手机号码,岗位,单位编码\n"
          + "wang,王五,13800138000,经办岗、审核岗,201001\nli,李四,,绩效经办,\nzhao,赵六,,经办岗,\nqian,钱七,1,会计,201001\n"
          + "admin,孙八,,管理员,\nzhou,周九,13800138000,审核岗,201002\nwu,吴十,,审核岗,999999\n"))
    #expect(
      rows.map(\.problem) == [
        nil, nil, "经办岗和审核岗须填单位编码。", "没有“会计”这个岗位，应为经办岗、审核岗、绩效经办、管理员、系统管理员、安全管理员、审计管理员。", "该账号已有人使用。",
        "手机号码与第 2 行相同。", "没有编码为 999999 的单位。",
      ])
    await #expect(throws: RowsRefused.self) { try await people(rows, onlyRight: false, at: County.now) }
    let issued = try await people(rows, onlyRight: true, at: County.now)
    #expect(issued.map(\.account) == ["wang", "li"])
    let wang = try #require(
      try await county.engine.read { database in
        try database.ask(Query<Person>.people(signingInAs: "wang")).first.flatMap { try database.person($0.id) }
      })
    #expect(Set(wang.posts) == [Post(.handler, at: "201001"), Post(.reviewer, at: "201001")])
    #expect(Set(issued.map(\.secret)).count == 2 && issued.allSatisfy { $0.secret.count >= 8 })
  }

  @Test func chineseFilesOfOlderProgramsAreRead() throws {
    // 单位编码,单位名称 / 301001,水利局 in GB18030.
    let bytes: [UInt8] = [
      0xB5, 0xA5, 0xCE, 0xBB, 0xB1, 0xE0, 0xC2, 0xEB, 0x2C, 0xB5, 0xA5, 0xCE, 0xBB, 0xC3, 0xFB, 0xB3, 0xC6, 0x0A, 0x33,
      0x30, 0x31, 0x30, 0x30, 0x31, 0x2C, 0xCB, 0xAE, 0xC0, 0xFB, 0xBE, 0xD6, 0x0A,
    ]
    let file = try TableFile(bytes)
    #expect(file.header == ["单位编码", "单位名称"] && file.rows.map(\.cells) == [["301001", "水利局"]])
  }

  @Test func theTemplatesAreWorkbooksOfTheRightColumns() async throws {
    let file = try TableFile(ListTemplate.people())
    #expect(file.header == ImportPeople.captions && file.rows.isEmpty)
    #expect(try TableFile(ListTemplate.units()).header == ImportUnits.captions)
  }

  @Test(
    "what is no list is refused with the reason",
    arguments: [
      ("", "空的"), ("a\u{0}b", "不是 CSV"), ("名称\n水利局\n", "缺少列：单位编码"), ("PK无", "Office"),
    ]) func whatIsNoListIsRefused(_ text: String, _ reason: String) async throws
  {
    let county = try await County()
    do {
      _ = try await ImportUnits(engine: county.engine).rows(of: table(text))
      Issue.record("it was taken")
    } catch let invalid as Invalid {
      #expect(invalid.problems.contains { $0.message.contains(reason) }, "\(invalid.problems)")
    }
  }

  @Test func linesOfCSVAreHarmlessInSpreadsheets() {
    #expect(
      CSVText.line(["=1+1", "-5", "-x", "a\"b", "+86", "@a"])
        == "\"'=1+1\",\"-5\",\"'-x\",\"a\"\"b\",\"'+86\",\"'@a\"\r\n")
  }
}
