public import Conversion
public import Database
import Evaluation
public import Hummingbird
import Logging
public import OpenID
public import Operations
import Policies

/// What pages need to answer: the database, the operations, the policies and the clock.
public struct Site: Sendable {
  let engine: any Engine
  /// For services beside the pages too.
  public let shelf: FilingShelf
  let lastChanges: LastChanges
  let figureItems = FigureItems()
  let tables = KeptTables()
  let policies: PolicyShelf
  let assets: Assets
  let metrics: RequestMetrics
  let checkup: CheckupDesk
  let press: PagePress
  let interfaceLimits: InterfaceLimits
  /// How much of what is refused is put down, by where it came from.
  let refusals = InterfaceLimits(perMinute: 20)
  let signInLimit = SignInLimit()
  let backups: SiteBackups
  /// Another system that people can sign in with, if there is one.
  let signOn: SignOnDesk?
  /// Unix seconds.
  let now: @Sendable () -> Int64
  /// Cookies are sent over https only.
  let isSecure: Bool

  /// - Parameter interfaceRate: how often in a minute another system may ask.
  public init(
    engine: any Engine, policies: PolicyShelf, checkup: CheckupSettings = CheckupSettings(),
    press: PagePress = PagePress(), interfaceRate: Int = 1_200, isSecure: Bool = false,
    backups: SiteBackups = .elsewhere("数据只在内存中，不能备份。"), signOn: SignOnDesk? = nil,
    now: @escaping @Sendable () -> Int64
  ) {
    self.engine = engine
    self.policies = policies
    self.now = now
    self.isSecure = isSecure
    shelf = FilingShelf(reader: engine, policies: policies)
    lastChanges = LastChanges(reader: engine)
    assets = Assets()
    metrics = RequestMetrics()
    self.checkup = CheckupDesk(checkup)
    self.press = press
    interfaceLimits = InterfaceLimits(perMinute: interfaceRate)
    self.backups = backups
    self.signOn = signOn
  }

  /// Packs what people asked for, beside the requests.
  public var packing: PackFilings { PackFilings(engine: engine, shelf: shelf, press: press) }

  /// The newest text of each policy.
  func newestPolicies() async throws -> [Policy] {
    try await engine.read { [policies] database in try policies.newest(in: database) }
  }

  /// What a report can be held against.
  func candidates() async throws -> [PolicySet] { PolicyLibrary(try await newestPolicies()).sets }

  /// Everything the site answers.
  public func router() -> Router<SiteContext> {
    let router = Router(context: SiteContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: MeasureMiddleware(metrics: metrics))
    router.add(middleware: SecurityHeadersMiddleware(isSecure: isSecure))
    router.add(middleware: FaultMiddleware(site: self))
    router.add(middleware: SessionMiddleware(site: self))
    // Once more inside: here it is known who asks, so that a person keeps the menu.
    router.add(middleware: FaultMiddleware(site: self))
    OperatingPages(site: self).add(to: router)
    SignInPages(site: self).add(to: router)
    HomePage(site: self).add(to: router)
    FilingLists(site: self).add(to: router)
    QueryPage(site: self).add(to: router)
    SearchPage(site: self).add(to: router)
    StatisticsPages(site: self).add(to: router)
    SheetPages(site: self).add(to: router)
    FilesPage(site: self).add(to: router)
    DraftPages(site: self).add(to: router)
    CheckPage(site: self).add(to: router)
    HistoryPages(site: self).add(to: router)
    ScorePage(site: self).add(to: router)
    AuditsPage(site: self).add(to: router)
    ExportPages(site: self).add(to: router)
    ReviewPage(site: self).add(to: router)
    NotesPage(site: self).add(to: router)
    AssessmentPage(site: self).add(to: router)
    FilingSamplesPage(site: self).add(to: router)
    WorkbookPage(site: self).add(to: router)
    PublicationPage(site: self).add(to: router)
    PublishedPages(site: self).add(to: router)
    UnitsPage(site: self).add(to: router)
    UnitPage(site: self).add(to: router)
    PeoplePages(site: self).add(to: router)
    ListImportPages(site: self).add(to: router)
    TaskPages(site: self).add(to: router)
    TaskPage(site: self).add(to: router)
    TemplatePages(site: self).add(to: router)
    NoticePages(site: self).add(to: router)
    CalendarPage(site: self).add(to: router)
    ProgressPage(site: self).add(to: router)
    SamplesPage(site: self).add(to: router)
    SamplePage(site: self).add(to: router)
    ResultsPage(site: self).add(to: router)
    RemindersPage(site: self).add(to: router)
    DisclosuresPage(site: self).add(to: router)
    BulkPages(site: self).add(to: router)
    WaiverPage(site: self).add(to: router)
    CheckupPage(site: self).add(to: router)
    RulePages(site: self).add(to: router)
    Interface(site: self).add(to: router)
    InterfacePage(site: self).add(to: router)
    TokensPage(site: self).add(to: router)
    LogPage(site: self).add(to: router)
    PoliciesPage(site: self).add(to: router)
    PolicyPages(site: self).add(to: router)
    PolicyEditorPages(site: self).add(to: router)
    SeparationPage(site: self).add(to: router)
    RetentionPage(site: self).add(to: router)
    FactorDemandPage(site: self).add(to: router)
    BackupsPage(site: self).add(to: router)
    return router
  }
}

extension Site {
  /// The address where the first 管理员 is made.
  public static func setUpPath(_ token: String) -> String { Route.setUp(token).path }
  /// The address to which another system sends back whom it has signed in.
  public static var identityReturnPath: String { Route.identityReturn.path }
}
