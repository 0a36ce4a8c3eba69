/// Every address the site answers. Links are made from cases, never from strings.
public enum Route: Hashable, Sendable {
  case home
  case signIn, signOut, account, secondFactor, sessions
  /// To another system that people sign in with, and back from there.
  case identity, identityReturn
  case setUp(String)
  case filings, reviews, query, search
  /// 统计, the sums of all items, one item, what a figure is made of, and tables as files.
  case statistics, statisticsSums, statisticsItem, statisticsFilings
  case statisticsFile(String, String)
  case ledger(String)
  case filing(Int64)
  case sheet(Int64, String)
  case cells(Int64)
  case findings(Int64)
  case indicatorNames(Int64, String)
  case projects(Int64)
  case files(Int64)
  case file(Int64, Int64)
  case removeFile(Int64, Int64)
  case check(Int64)
  case move(Int64, String)
  case explanations(Int64)
  case changes(Int64)
  case history(Int64)
  case score(Int64)
  case audits(Int64)
  case removeAudit(Int64, Int64)
  case export(Int64, String)
  /// What the draft can be taken from: all of it, the earlier filing, a file.
  case draft(Int64)
  case draftOfEarlier(Int64)
  /// The filing of a unit that became part of this one.
  case draftOfPredecessor(Int64, Int64)
  case draftFile(Int64, Int64)
  case removeDraftFile(Int64, Int64)
  case review(Int64)
  case notes(Int64)
  case noteAnswer(Int64, Int64)
  case noteSettled(Int64, Int64)
  /// 工作考核 of a filing, and whether its unit may read it.
  case assessment(Int64)
  case assessmentRelease(Int64)
  case assessmentDocument(Int64)
  /// The samples that a filing is in; the result in one of them.
  case filingSamples(Int64)
  case filingSample(Int64, Int64)
  case workbook(Int64)
  case confirmWorkbook(Int64)
  case publication(Int64)
  case publicationPreview(Int64)
  case withdrawal(Int64, Int)
  case registerDisclosure(Int64)
  /// Without sign-in: what is public, one filing's versions, and the files of one.
  case published
  case publishedFiling(Int64)
  case publishedVersion(Int64, Int)
  case publishedFile(Int64, Int, String)
  case units, people, tasks
  case unit(String)
  case tokens
  /// What was done to the program itself: as a page, as a file, and whether it is unchanged.
  case log, logFile, logCheck
  /// 三员分立.
  case separation
  /// 保存期限.
  case retention
  case factorDemand
  /// Copies of the database, and one of them.
  case backups
  case backup(String)
  /// Policies: all, one text of one, its file, a new text after it, and what differs between two.
  case policies
  case policy(String)
  case policyText(String)
  case policyEditor(String)
  case policyComparison
  case revokeToken(Int64)
  case person(Int64)
  case resetSecret(Int64)
  /// All posts of a person to another; who acts with them for a while, and no longer.
  case handover(Int64)
  case releaseIdentity(Int64)
  case deputies(Int64)
  case endDeputyship(Int64, Int64)
  case importUnits, unitsTemplate, confirmUnits
  case importPeople, peopleTemplate, confirmPeople
  case task(Int64)
  case taskMove(Int64, String)
  case taskUnits(Int64)
  case taskNotice(Int64)
  case taskCopy(Int64)
  /// A task's Word template, one that it had, one to begin with, and what a template may name.
  case taskTemplate(Int64)
  case removeTemplate(Int64)
  case templateFile(Int64, Int64)
  case startingTemplate(Int64)
  case placeholders(Int64)
  case calendar(Int?)
  case calendarDay(String)
  /// A task's notice, for all who have to do with it.
  case notice(Int64)
  case latestProgress
  case progress(Int64)
  case progressFile(Int64)
  /// A task's samples, one of them, its files, and who gets its filings.
  case samples(Int64)
  case sample(Int64, Int64)
  case sampleFile(Int64, Int64, String)
  case sampleAssignment(Int64, Int64)
  case results(Int64)
  case resultsFile(Int64, String)
  case resultsRefreshed(Int64)
  case reminders(Int64)
  /// Of a task: who must make what public, and who has.
  case disclosures(Int64)
  case disclosuresFile(Int64)
  case bulk(Int64)
  case reviewsBulk
  case bulkRun(String)
  /// A part of what was packed, from 1.
  case package(String, Int)
  case waiver(Int64)
  case checkup
  case rules
  case rule(String)
  case help
  /// What other systems can do, for those who connect them.
  case interface, interfaceDocument
  case health, metrics

  /// From the root of the site, without scheme and host.
  public var path: String {
    switch self {
    case .home: "/"
    case .signIn: "/sign-in"
    case .signOut: "/sign-out"
    case .identity: "/sign-in/identity"
    case .identityReturn: "/sign-in/identity/return"
    case .account: "/account"
    case .secondFactor: "/account/second-factor"
    case .sessions: "/account/sessions"
    case .setUp(let token): "/set-up/\(token)"
    case .filings: "/filings"
    case .reviews: "/reviews"
    case .query: "/query"
    case .search: "/search"
    case .statistics: "/statistics"
    case .statisticsSums: "/statistics/sums"
    case .statisticsItem: "/statistics/item"
    case .statisticsFilings: "/statistics/filings"
    case .statisticsFile(let table, let format): "/statistics/files/\(table)/\(format)"
    case .ledger(let format): "/query/ledger/\(format)"
    case .filing(let id): "/filings/\(id)"
    case .sheet(let id, let sheet): "/filings/\(id)/sheets/\(sheet)"
    case .cells(let id): "/filings/\(id)/cells"
    case .findings(let id): "/filings/\(id)/findings"
    case .indicatorNames(let id, let sheet): "/filings/\(id)/sheets/\(sheet)/indicator-names"
    case .projects(let id): "/filings/\(id)/projects"
    case .files(let id): "/filings/\(id)/files"
    case .file(let id, let file): "/filings/\(id)/files/\(file)"
    case .removeFile(let id, let file): "/filings/\(id)/files/\(file)/remove"
    case .check(let id): "/filings/\(id)/check"
    case .move(let id, let move): "/filings/\(id)/moves/\(move)"
    case .explanations(let id): "/filings/\(id)/explanations"
    case .changes(let id): "/filings/\(id)/changes"
    case .history(let id): "/filings/\(id)/history"
    case .score(let id): "/filings/\(id)/score"
    case .audits(let id): "/filings/\(id)/audits"
    case .removeAudit(let id, let audit): "/filings/\(id)/audits/\(audit)/remove"
    case .export(let id, let format): "/filings/\(id)/export/\(format)"
    case .draft(let id): "/filings/\(id)/draft"
    case .draftOfEarlier(let id): "/filings/\(id)/draft/earlier"
    case .draftOfPredecessor(let id, let other): "/filings/\(id)/draft/predecessors/\(other)"
    case .draftFile(let id, let file): "/filings/\(id)/draft/files/\(file)"
    case .removeDraftFile(let id, let file): "/filings/\(id)/draft/files/\(file)/remove"
    case .review(let id): "/filings/\(id)/review"
    case .notes(let id): "/filings/\(id)/notes"
    case .noteAnswer(let id, let note): "/filings/\(id)/notes/\(note)/answer"
    case .noteSettled(let id, let note): "/filings/\(id)/notes/\(note)/settled"
    case .assessment(let id): "/filings/\(id)/assessment"
    case .assessmentRelease(let id): "/filings/\(id)/assessment/release"
    case .assessmentDocument(let id): "/filings/\(id)/assessment/docx"
    case .filingSamples(let id): "/filings/\(id)/samples"
    case .filingSample(let id, let draw): "/filings/\(id)/samples/\(draw)"
    case .workbook(let id): "/filings/\(id)/workbook"
    case .confirmWorkbook(let id): "/filings/\(id)/workbook/confirm"
    case .publication(let id): "/filings/\(id)/publication"
    case .publicationPreview(let id): "/filings/\(id)/publication/preview"
    case .withdrawal(let id, let number): "/filings/\(id)/publication/\(number)/withdraw"
    case .registerDisclosure(let id): "/filings/\(id)/publication/register"
    case .published: "/public"
    case .publishedFiling(let id): "/public/\(id)"
    case .publishedVersion(let id, let number): "/public/\(id)/\(number)"
    case .publishedFile(let id, let number, let format): "/public/\(id)/\(number)/\(format)"
    case .units: "/admin/units"
    case .unit(let code): "/admin/units/\(code)"
    case .people: "/admin/people"
    case .tokens: "/admin/tokens"
    case .log: "/admin/log"
    case .logFile: "/admin/log.csv"
    case .logCheck: "/admin/log/check"
    case .separation: "/admin/separation"
    case .retention: "/admin/retention"
    case .factorDemand: "/admin/second-factor"
    case .backups: "/admin/backups"
    case .backup(let name): "/admin/backups/\(name)"
    case .policies: "/admin/policies"
    case .policy(let hash): "/admin/policies/\(hash)"
    case .policyText(let hash): "/admin/policies/\(hash)/text"
    case .policyEditor(let hash): "/admin/policies/\(hash)/edit"
    case .policyComparison: "/admin/policy-comparison"
    case .revokeToken(let id): "/admin/tokens/\(id)/revoke"
    case .person(let id): "/admin/people/\(id)"
    case .resetSecret(let id): "/admin/people/\(id)/reset"
    case .handover(let id): "/admin/people/\(id)/handover"
    case .releaseIdentity(let id): "/admin/people/\(id)/identity/release"
    case .deputies(let id): "/admin/people/\(id)/deputies"
    case .endDeputyship(let id, let deputyship): "/admin/people/\(id)/deputies/\(deputyship)/end"
    case .importUnits: "/admin/import/units"
    case .unitsTemplate: "/admin/import/units/template"
    case .confirmUnits: "/admin/import/units/confirm"
    case .importPeople: "/admin/import/people"
    case .peopleTemplate: "/admin/import/people/template"
    case .confirmPeople: "/admin/import/people/confirm"
    case .tasks: "/admin/tasks"
    case .task(let id): "/admin/tasks/\(id)"
    case .taskMove(let id, let move): "/admin/tasks/\(id)/moves/\(move)"
    case .taskUnits(let id): "/admin/tasks/\(id)/units"
    case .taskNotice(let id): "/admin/tasks/\(id)/notice"
    case .taskCopy(let id): "/admin/tasks/\(id)/copy"
    case .taskTemplate(let id): "/admin/tasks/\(id)/template"
    case .removeTemplate(let id): "/admin/tasks/\(id)/template/remove"
    case .templateFile(let id, let template): "/admin/tasks/\(id)/template/files/\(template)"
    case .startingTemplate(let id): "/admin/tasks/\(id)/template/start"
    case .placeholders(let id): "/admin/tasks/\(id)/template/placeholders"
    case .calendar(let year): year.map { "/admin/calendar?year=\($0)" } ?? "/admin/calendar"
    case .calendarDay(let day): "/admin/calendar/\(day)/remove"
    case .notice(let id): "/tasks/\(id)/notice"
    case .latestProgress: "/progress"
    case .progress(let id): "/tasks/\(id)/progress"
    case .progressFile(let id): "/tasks/\(id)/progress.csv"
    case .samples(let id): "/tasks/\(id)/samples"
    case .sample(let id, let draw): "/tasks/\(id)/samples/\(draw)"
    case .sampleFile(let id, let draw, let name): "/tasks/\(id)/samples/\(draw)/\(name).csv"
    case .sampleAssignment(let id, let draw): "/tasks/\(id)/samples/\(draw)/assign"
    case .results(let id): "/tasks/\(id)/results"
    case .resultsFile(let id, let format): "/tasks/\(id)/results/\(format)"
    case .resultsRefreshed(let id): "/tasks/\(id)/results/refresh"
    case .reminders(let id): "/tasks/\(id)/reminders"
    case .disclosures(let id): "/tasks/\(id)/disclosures"
    case .disclosuresFile(let id): "/tasks/\(id)/disclosures.csv"
    case .bulk(let id): "/tasks/\(id)/bulk"
    case .reviewsBulk: "/reviews/bulk"
    case .bulkRun(let token): "/bulk/\(token)"
    case .package(let token, let part): "/bulk/\(token)/package/\(part)"
    case .waiver(let id): "/filings/\(id)/waiver"
    case .checkup: "/checkup"
    case .rules: "/rules"
    case .rule(let code): "/rules/\(code)"
    case .help: "/help"
    case .interface: "/api"
    case .interfaceDocument: "/api/v1/openapi.json"
    case .health: "/healthz"
    case .metrics: "/metrics"
    }
  }
}
