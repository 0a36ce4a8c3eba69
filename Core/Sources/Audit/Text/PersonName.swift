import Reading
import Text

/// Names of people in a text, as far as a surname and what follows can tell.
enum PersonName {
  /// A surname with one or two given names from this place on, the longer first; none where no name begins.
  static func candidates(at index: Int, in writing: Writing) -> [Range<Int>] {
    let scalars = writing.scalars
    guard scalars.indices.contains(index) else { return [] }
    var surname = 0
    if index + 1 < scalars.count, compoundSurnames.match(at: index, in: scalars) != nil {
      surname = 2
    } else if surnames.contains(scalars[index]) {
      surname = 1
    }
    guard surname > 0, noNames.match(at: index, in: scalars) == nil else { return [] }
    let given = (index + surname..<min(scalars.count, index + surname + 2)).prefix { place in
      scalars[place].isIdeograph
        && (!neverGiven.contains(scalars[place])
          || alsoGiven.contains(scalars[place]) && noGivenNames.match(at: place, in: scalars) == nil)
    }
    return (0..<given.count).reversed().map { index..<index + surname + $0 + 1 }
  }

  /// A surname, where the words around already show that a name stands there.
  static func beginsName(at index: Int, in writing: Writing) -> Bool {
    let scalars = writing.scalars
    return scalars.indices.contains(index) && surnames.contains(scalars[index])
      && noNames.match(at: index, in: scalars) == nil
  }

  /// The name at this place that ends where the words do: before a blank, a mark, a digit or the end.
  static func alone(at index: Int, in writing: Writing) -> Range<Int>? {
    candidates(at: index, in: writing).first { name in
      writing.scalar(at: name.upperBound).map { !$0.isIdeograph } ?? true
    }
  }

  /// Behind a label such as 填表人： or 单位负责人签字：.
  static func labelled(in writing: Writing) -> [Range<Int>] {
    labels.matches(in: writing.scalars).compactMap { label in
      var index = label.range.upperBound
      while let scalar = writing.scalar(at: index), signatureWords.contains(scalar) { index += 1 }
      index = writing.skippingBlanks(from: index)
      guard writing.scalar(at: index) == ":" else { return nil }
      let start = writing.skippingBlanks(from: index + 1)
      return alone(at: start, in: writing) ?? otherName(at: start, in: writing)
    }
  }

  /// Names of other peoples have no surname: 巴特尔, 买买提·艾力. Only where a label asks for a name.
  private static func otherName(at start: Int, in writing: Writing) -> Range<Int>? {
    let scalars = writing.scalars
    guard scalars.indices.contains(start) else { return nil }
    let name = scalars[start...].prefix(10).prefix { $0.isIdeograph || $0 == "·" || $0 == "•" }
    let hasDot = name.contains("·") || name.contains("•")
    guard hasDot ? (4...9).contains(name.count) : name.count == 3 || name.count == 4,
      !name.contains(where: { neverGiven.contains($0) }), noNames.match(at: start, in: scalars) == nil,
      writing.scalar(at: name.endIndex).map({ !$0.isIdeograph }) ?? true
    else { return nil }
    return name.startIndex..<name.endIndex
  }

  /// 某 stands for a name that was taken out.
  static func isMasked(_ name: Range<Int>, in writing: Writing) -> Bool {
    writing.scalars[name.dropFirst()].allSatisfy { $0 == "某" }
  }

  private static let labels: WordFinder = [
    "填表人", "填报人", "制表人", "编制人", "经办人", "联系人", "负责人", "审核人", "复核人", "责任人", "姓名", "法人代表", "法定代表人", "户主",
  ]
  private static let signatureWords: Set<Unicode.Scalar> = Set("签字章名盖（）()".unicodeScalars)

  private static let surnames: Set<Unicode.Scalar> = Set(
    """
    王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏锺钟汪田任姜范方石姚谭廖邹熊金\
    陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢骆岳齐尚梅莫庄\
    辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边喻褚池卞娄岑邬
    """.unicodeScalars)
  private static let compoundSurnames: WordFinder = [
    "欧阳", "上官", "司马", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯",
  ]

  /// What names of offices, places and things are made of, and of people as a rule not.
  private static let neverGiven: Set<Unicode.Scalar> = Set(
    """
    局部委办厅县市省乡镇村组会院公司室科股处站所队厂店校区街门府党群众员户民件案事项的了和与及等为对将在是有被把不未已由从向按以或而其之此该各\
    关系政策资金费款率值额量数度年月日季时期工作管理制务法规章条例款项目标准系统平台网机构职责任能力质效果产品业企商贸农林牧渔交通教育医疗卫\
    进出提加强推动开展实施完成建设组织落实保障支持提供报送上下前后内外全面重点分别请问题者人家名位长主书记副区
    """.unicodeScalars)

  /// Those of them that many people are called by nevertheless: 建国, 金华, 海林.
  private static let alsoGiven: Set<Unicode.Scalar> = Set("建金林全进业长".unicodeScalars)

  /// Words that begin with one of these.
  private static let noGivenNames: WordFinder = [
    "建设", "建成", "建立", "建档", "建筑", "建议", "建制", "建房", "建管", "建造", "建行", "建工", "建委", "建材", "林业", "林地", "林场", "林木", "林区",
    "林草", "林长",
    "林果", "林下", "金额", "金融", "金秋", "全面", "全部", "全体", "全县", "全市", "全区", "全镇", "全乡", "全年", "全省", "全程", "全覆盖", "全过程", "全国",
    "全域", "全力",
    "进行", "进入", "进度", "进一步", "进展", "进场", "业务", "业主", "业绩", "业委", "业态", "长期", "长效", "长远", "长度", "长江", "长沙", "长春", "长城",
    "长者", "长护",
  ]

  /// Ordinary words that begin as a name does.
  private static let noNames: WordFinder = [
    "安全", "安置", "安排", "安装", "安居", "方式", "方案", "方法", "方面", "方向", "方便", "成立", "成效", "成本", "成果", "成功", "成交", "高度", "高效",
    "高质",
    "高新", "高标", "高频", "金额", "金融", "文明", "文化", "文件", "文旅", "文书", "常态", "常住", "常规", "关于", "关爱", "关心", "管理", "管护", "程序",
    "程度",
    "计划", "任务", "任何", "时间", "时限", "应急", "白天", "万元", "万人", "全面", "石油", "江南", "路径", "路线", "水平", "平均", "施工", "温暖", "强化",
    "强调",
    "单位", "单独", "包括", "包含", "车辆", "车间", "房屋", "房产", "边远", "边境", "解决", "解答", "华南", "华东", "华北", "司法", "司机", "季度", "向上",
    "向下",
    "向群", "齐全", "尚未", "尚有", "成员", "成年", "项目", "费用", "纪律", "纪检", "严格", "严重", "严肃", "严禁", "严防", "牛羊", "马上", "于是", "游客",
    "盛大",
    "童年", "曲线", "查处", "查询", "查找", "位于", "位置", "许可", "许多", "何时", "毕业", "易地", "易于", "谷物", "申报", "申请", "尤其", "宁可", "阳光",
    "欧洲",
    "凌晨", "康复", "康养", "田间", "田园", "林业", "林地", "农业", "余额", "余元", "余人", "白条", "石材", "章程", "武装", "段落", "龙头", "钱款", "洪水",
    "洪涝",
    "陆续", "汤类", "顾问", "常年", "伍保", "席位", "景区", "景点", "薄弱", "柴油", "左右", "左侧", "祝贺", "梅雨", "路灯", "路面", "路段", "黄金", "汪洋",
    "钟头",
    "马路", "毛利", "毛坯", "江河", "龙虾", "叶片", "夏季", "夏粮", "金秋", "胡同", "周边", "周期", "周年", "周末", "周到", "徐徐", "高龄", "高中", "高校",
    "高温",
  ]
}

extension PersonName {
  static func isSurname(_ scalar: Unicode.Scalar) -> Bool { surnames.contains(scalar) }
}
