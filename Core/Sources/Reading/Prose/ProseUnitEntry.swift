/// A unit with the characters that must not follow it: 人 is none in 人民, 元 none in 元旦.
struct ProseUnitEntry {
  let word: ProseUnitWord
  let exceptBefore: [UInt32]

  /// Every unit the reader knows.
  static let all: [ProseUnitEntry] = calendar + measures + counters

  private static let calendar: [ProseUnitEntry] =
    words(.year, "年 学年", except: ["年": "级代龄轻货糕画终报"]) + words(.fiscalYear, "年度 财年 财政年度")
    + words(.month, "月 月份", except: ["月": "龄嫂饼球亮色经台刊报票"]) + words(.day, "日", except: ["日": "常均报元用"])
    + words(.quarter, "季度 个季度")

  private static let measures: [ProseUnitEntry] =
    words(.money(0), "元 圆 人民币 元人民币", except: ["元": "素旦月宵首老帅件器勋化", "圆": "满形桌"])
    + words(.foreignMoney, "美元 美金 欧元 港元 港币 日元 英镑 韩元 卢布 新台币 澳元 加元 泰铢")
    + words(.percent(0), "% 个%") + words(.percent(-1), "‰") + words(.percentPoints, "个百分点 百分点")
    + words(.times, "倍", except: ["倍": "增"])
    + words(.score, "分", except: ["分": "钟之公局类管别布支期批级项析解工店厂会配中行院校县成散享流贝秒队组部社辨担歧红母段区离"])
    + words(.area(0), "平方米 平米 ㎡ m² m2 ㎡ 平方") + words(.area(4), "公顷 hm² hm2 hm") + words(.area(6), "平方公里 平方千米 km² km2")

  /// Counters that are ordinary words as well name, after a stroke, what makes them one.
  private static let counters: [ProseUnitEntry] =
    words(
      .count,
      """
      个 个月 个工作日 工作日 个小时 小时 分钟 秒 秒钟 天 日历天 周 星期 周岁 岁 周年 季 旬 课时 学时 学分
      名 人 人次 人天 人份 位 户 户次 家 家次 口 头 只 匹 羽 尾 棵 株 亩 亩次 分地
      次 批 批次 场 场次 趟 遍 回 轮 轮次 届 届次 班 班次 车次 架次 航次 站次 件次 篇次 期次 门次 册次
      件 项 条 款 起 例 宗 桩 笔 单 份 篇 部 本 册 卷 页 幅 张 枚 套 台 台次 台套 辆 辆次 艘 架 列 节 组 队 支
      处 窟 所 座 栋 幢 间 层 站 点位 片 块 段 道 眼 口井 根 盏 扇 樘 箱 袋 桶 瓶 盒 包 捆 字 集 首 种 类 门 期
      公里 千米 里 米 厘米 毫米 微米 海里 吨 公吨 千克 公斤 斤 克 毫克 微克 升 毫升 立方米 立方 方 吨公里
      千瓦 兆瓦 千瓦时 瓦 度电 吨标准煤 吨标煤 车位 床位 床 学位 伏 千伏 千伏安 兆 比特 摄氏度 ℃
      km KM m cm mm kg KG t kW KW kw MW kWh KWh kwh GW GWh L mL ml m³ m3 GB TB MB Mbps dB kV ha
      村 镇 乡 县 市 区 省 街道 社区 乡镇 国 股 股室 科室 部门 字节 人月
      """,
      except: Self.exceptions, arabicOnly: Self.uncountedInChinese)

  private static let exceptions: [String: String] = [
    "个": "性别", "人": "民大才社口事力工物员体类文居", "家": "庭园居", "次": "性要", "项": "链", "条": "龙例件约线码", "款": "项待式",
    "处": "理置罚长级", "场": "所地馆", "部": "分队委", "所": "有属谓需以得", "天": "然津", "周": "边期转末", "期": "间限末初望待刊权",
    "本": "单部级年局县次市区省地着月季科", "单": "位独一元", "支": "出持付撑部", "位": "于置", "起": "草到来步着点初诉", "例": "如行外会",
    "批": "准复零发评", "组": "织成建团长", "队": "伍员", "站": "点长", "门": "店户窗面", "类": "似别型", "种": "植子粮养",
    "层": "面次级", "轮": "换流岗训", "套": "餐", "台": "湾账", "份": "额", "只": "有能是要需为", "头": "部等", "片": "区面",
    "块": "状", "升": "级高至值降学", "克": "服", "根": "据本", "座": "谈", "架": "构", "列": "入为席出", "遍": "及布",
    "回": "复访收购顾应头到升落", "幅": "度", "首": "次先批创季", "集": "团中成体合聚市", "节": "约日能假", "道": "路德",
    "眼": "睛", "包": "括含", "口": "岸号头", "方": "面案式法向便针", "里": "程面", "米": "粉", "册": "子", "页": "面", "字": "第体样",
    "季": "度节", "班": "子级", "瓦": "斯解", "国": "家内际外务资有民道省企产", "省": "级市直内外钱",
    "市": "场级直委政民内外县区值长", "县": "级直委政域内外长", "区": "级域间委内外直长", "村": "级民委干支两庄", "镇": "级区政长",
    "乡": "村级贤镇", "股": "份权票东级", "户": "外口籍型主", "名": "单称誉牌为录额", "件": "套", "篇": "幅", "盒": "饭", "床": "上",
    "枚": "举", "间": "接隔", "段": "落", "卷": "入", "笔": "试记", "张": "家", "桶": "装", "袋": "装", "瓶": "装", "箱": "变",
    "秒": "杀", "吨": "位",
  ]

  /// Counters that with a number in Chinese mostly are another word or name a rank.
  private static let uncountedInChinese: Set<String> = [
    "起", "期", "部", "门", "点位", "季", "方", "里", "口", "回", "节", "道", "片", "段", "集", "首", "字", "包", "线", "床", "兆", "伏",
    "瓦", "国", "股", "头", "班", "本", "单", "位", "旬", "层", "轮", "队", "组", "列", "区", "市", "省", "县", "村", "镇", "乡", "类", "站",
  ]

  private static let durations: Set<String> = ["年", "个月", "天", "周", "届", "期"]

  private static func words(
    _ unit: ProseUnit, _ spellings: String, except: [String: String] = [:], arabicOnly: Set<String> = []
  ) -> [ProseUnitEntry] {
    spellings.split(whereSeparator: \.isWhitespace).map(String.init).map { spelling in
      let word = ProseUnitWord(
        spelling: spelling, unit: unit, isArabicOnly: arabicOnly.contains(spelling),
        isDuration: durations.contains(spelling))
      return ProseUnitEntry(word: word, exceptBefore: (except[spelling] ?? "").unicodeScalars.map(\.value))
    }
  }
}
