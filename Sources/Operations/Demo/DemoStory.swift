/// What a demo unit is for and how it is set up, in the words of its report.
struct DemoStory: Sendable {
  /// Whom or what it serves: "义务教育学校".
  let duty: String
  /// 职能职责.
  let functions: String
  let offices: [String]
  /// The institutions that belong to it.
  var institutions: [String] = []
  /// The year's goal and what became of it.
  let goal: String
  let outcome: String

  /// 机构设置情况 at the end of a year.
  func organisation(_ year: Int) -> String {
    let below =
      institutions.isEmpty ? "没有所属事业单位" : "所属事业单位\(institutions.count)个：\(institutions.joined(separator: "、"))"
    return "\(year)年末，本单位内设股室\(offices.count)个：\(offices.joined(separator: "、"))。\(below)。"
  }
}

extension DemoStory {
  static let education = DemoStory(
    duty: "义务教育学校",
    functions: "贯彻教育方针政策，编制全县教育发展规划并组织实施；管理义务教育、学前教育和高中阶段教育；统筹教育经费，负责教师队伍建设、学校安全和教育督导。",
    offices: ["办公室", "基础教育股", "人事股", "计划财务股", "安全与督导股"], institutions: ["云溪县第一中学", "云溪县特殊教育学校"],
    goal: "改善乡村学校办学条件，控辍保学，规范学校财务管理。", outcome: "乡村学校食堂和宿舍维修如期完工，没有失学辍学，学校财务检查全部完成。")
  static let school = DemoStory(
    duty: "在校学生", functions: "实施普通高中学历教育，组织教学、教研和学生管理；落实学生资助政策，维护校园安全和教学设施。",
    offices: ["办公室", "教务处", "学生处", "总务处"], goal: "提高教学质量，保障实验室和图书馆开放，按标准发放助学金。",
    outcome: "教学计划全部完成，实验室和图书馆全年开放，助学金按学期足额发放。")
  static let specialSchool = DemoStory(
    duty: "特教学生", functions: "承担全县视力、听力、智力障碍儿童少年的义务教育和康复训练，为不能到校的学生送教上门，指导普通学校随班就读。",
    offices: ["办公室", "教导处", "康复室"], goal: "保障特教学生入学，开展康复训练和送教上门。", outcome: "适龄特教学生应入尽入，康复训练按课表开展，送教上门坚持到期末。")
  static let commerce = DemoStory(
    duty: "商贸企业", functions: "拟订商贸流通发展规划，推进农贸市场、再生资源回收和电子商务体系建设；组织促消费活动，负责招商引资和外资外贸管理服务。",
    offices: ["办公室", "市场建设股", "流通与消费股", "招商引资股", "财务股"], institutions: ["云溪县投资促进事务中心"],
    goal: "做好招商引资、电子商务和市场体系建设，专款专用。", outcome: "四项专项资金全部拨付到位，农贸市场改造完工，家电以旧换新按期办结。")
  static let investment = DemoStory(
    duty: "招商项目", functions: "收集和发布招商信息，策划包装项目，接待客商考察；为签约项目代办审批手续，跟踪项目落地和投产。",
    offices: ["综合股", "项目策划股", "企业服务股"], goal: "围绕主导产业引进项目，为签约企业全程代办。", outcome: "重点产业链招商计划完成，签约企业的审批手续全部由专人代办。")
  static let trade = DemoStory(
    duty: "外经贸企业", functions: "组织企业参加境内外展会和经贸洽谈，提供国际贸易信息、单证和法律咨询，联系在外企业家返乡投资。",
    offices: ["办公室", "会展联络股", "法律服务股"], goal: "招商引资稳中有进，服务外经贸企业，规范内部管理。",
    outcome: "全年新签约项目 84 个，其中投资过亿项目 19 个，外出招商洽谈 30 次。")
  static let agriculture = DemoStory(
    duty: "高标准农田", functions: "组织粮食和重要农产品生产，推进高标准农田建设和农业机械化；指导农村集体资产管理，负责农产品质量安全和动植物疫病防控。",
    offices: ["办公室", "种植业股", "农田建设股", "畜牧兽医股", "计划财务股", "政策法规股"], goal: "稳定粮食面积，建好管好高标准农田，守住农产品质量安全。",
    outcome: "粮食面积稳定，当年高标准农田通过验收并落实管护，农产品抽检没有发现严重问题。")
  static let health = DemoStory(
    duty: "基层医疗机构", functions: "拟订卫生健康规划并组织实施，管理县乡医疗机构和公共卫生服务；负责疾病预防控制、妇幼健康、医疗质量和卫生监督。",
    offices: ["办公室", "医政股", "公共卫生股", "妇幼与家庭发展股", "规划财务股"], goal: "提升乡镇卫生院服务能力，落实基本公共卫生服务。",
    outcome: "乡镇卫生院设备更新完成，基本公共卫生服务按规范开展。")
  static let transport = DemoStory(
    duty: "农村公路", functions: "编制交通运输发展规划，组织公路建设和养护；管理客货运输市场，负责农村客运、水上交通和工程质量安全监督。",
    offices: ["办公室", "建设养护股", "运输管理股", "安全监督股"], goal: "养护好农村公路，保障建制村客运通达。", outcome: "日常养护全覆盖，建制村客运正常运行。")
  static let culture = DemoStory(
    duty: "文化活动", functions: "统筹公共文化、旅游、广播电视和体育事业，组织群众文化和全民健身活动；保护文物和非物质文化遗产，监管文化旅游市场。",
    offices: ["办公室", "公共文化股", "旅游发展股", "体育股", "市场监管股"], goal: "办好群众文化和全民健身活动，保护利用文物，规范旅游市场。",
    outcome: "送戏下乡、全民健身等活动按计划举办，文物巡查全覆盖，旅游市场秩序良好。")
}
