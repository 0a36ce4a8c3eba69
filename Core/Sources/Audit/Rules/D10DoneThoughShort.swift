import Evaluation
import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let d10DoneThoughShort = AuditRule(
    RuleCard(
      "D10", "没有完成任务却说完成", severity: .warning,
      why: "实际数没有达到任务数或指标值，却写“圆满完成”“各项目标均已完成”，复核人会认为结论不实。",
      remedy: "按实际写完成情况，说明差距和原因；数写错的改正。",
      sources: [.reportOutline("部门整体支出绩效情况")]
    ),
    method: """
      一句里先写实际数，再写“完成（圆满、全面、超额完成）……任务、目标、计划”，两数单位相同、实际数小于任务数即报告。\
      任务数前有名称（如“净增”）的，只与同名的实际数比；写明完成百分之几的由 D08 复算。\
      写“按期完成”“在工期内”，而完工日期晚于所写工期的报告。\
      写“各项绩效目标均已完成”“全部指标达到预期”一类的话（正文或年度总体目标的实际完成情况），同一份报告或附件里另写有“目标（指标值）x，实际y”而没有达到的，\
      或唯一的自评表里有没有达到指标值的指标，提示一次；绩效目标一段里有名称的目标，同名同单位的完成数没有达到，而同句写“全面完成……任务”、或别处写“各项年度目标任务全面完成”的，也报告；只说产出等一类指标的，与这一类标题下写的比；“为目标x的97%”算没有达到，目标为0而发生了的也算；同一段里又写“均按期完成”又写延到以后才完成的，“各项满意度均达到95%以上”而前面有一个不到的，完成率100%而其中还有几个在建的，也报告；“满意度94%，实现了满意度不低于95%的目标”和“浓度34，达到年度目标”而目标写“33以下”的，写“某事于x日前上报”，后来写“某事于y日上报，按时完成”而y更晚的，也报告；“结项11个，12个项目全部结项”、写提前而晚于计划、写推迟而早于计划的，写“全部到位”而到位率不到100%的，也报告；说的是另一个项目、“基本”“大部分”完成，或计划中的不看。\
      “未完成1个……各项指标全面完成”“安置率92%，全部安置到位”“为目标的87%，超出目标x”“全部超过x，最低y”（y小于x）这样同一段里自相矛盾的，也报告。\
      一个数后面紧接着写“达到目标要求”“高于目标值”“控制在目标范围内”，而同名的目标（或同一句的目标）没有达到的，也报告。\
      写“18处……已全部完成”，而18处是一条没有达到的指标的目标值、用词相同的，“某金额已全额支付”，而自评表同一预算数没有执行完的，也报告；执行率不到 99%，同一段又写“项目资金全部支付完毕”“没有结余”的，“计划x，实际y，各项任务已全部完成”而y小于x的，也报告。
      """,
    examples: [
      .passes(.prose("新签约项目84个，圆满完成全年80个的目标任务。", "实际到位资金68亿元，完成年任务（71亿元）的95.77%。")),
      .passes(.prose("新增企业13家，其中净增12家，圆满完成今年净增12家企业的目标任务。")),
      .fails(
        .prose("新增企业13家，净增⟦12家⟧，圆满完成今年净增⟦13家⟧企业的目标任务。"),
        .at("⟦12家⟧", "任务 13家，实际 12家，没有完成，却写“圆满完成”。")),
      .fails(
        .prose("引进项目⟦4个⟧，超额完成⟦5个⟧的年度目标。"), .at("⟦4个⟧", "任务 5个，实际 4个，没有完成，却写“超额完成”。")),
      .passes(
        .prose(
          "培训目标≥500人，实际培训512人，满意度目标≥90%，实际95%。", "总体看，各项绩效目标均已完成。",
          and: .indicators("quantity | 新签约项目 | ≥80个 | 84个 | 5 | 5 |"))),
      .passes(.prose("就业率目标≥70%，实际65%。", "除就业率外，各项绩效目标均已完成。", "各项绩效目标基本完成。", "下一步确保各项绩效目标全部实现。")),
      .fails(
        .prose("数量指标：学员就业率目标值≥70%，实际完成⟦65%⟧。", "总体看，⟦各项绩效目标均已完成⟧。"),
        .at("⟦各项绩效目标均已完成⟧", "写“各项绩效目标均已完成”，而目标 ≥70%，实际 65%，没有达到。")),
      .fails(
        .prose("发放补贴年初指标值为不低于180人，全年实际完成值⟦164人⟧。", "⟦该项目按照计划完成年度绩效目标⟧。"),
        .at("⟦该项目按照计划完成年度绩效目标⟧", "写“该项目按照计划完成年度绩效目标”，而目标 不低于180人，实际 164人，没有达到。")),
      .fails(
        .prose("⟦全年各项绩效指标全部完成⟧。", and: .indicators("quantity | 新签约项目 | ≥80个 | 72个 | 5 | 4.5 | 推迟签约")),
        .at("⟦全年各项绩效指标全部完成⟧", "写“全年各项绩效指标全部完成”，而新签约项目指标值 ≥80个，完成 72个，没有达到。")),
      .fails(
        .indicators(
          "quantity | 新签约项目 | ≥80个 | 72个 | 5 | 4.5 | 推迟签约", and: ["self/goal/actual": "年度目标全部完成。"]),
        .at("self/goal/actual", "写“年度目标全部完成”，而新签约项目指标值 ≥80个，完成 72个，没有达到。")),
      .passes(
        .prose("二、绩效目标", "年度目标为新增公办学位4500个。", "三、完成情况", "新增公办学位4560个，全面完成年度学位建设任务。", "新增公办学位4320个，基本完成年度任务。")),
      .fails(
        .prose(
          "二、绩效目标", "年度目标为新增公办学位⟦4500个⟧。", "三、完成情况", "新增公办学位⟦4320个⟧，缓解了入学压力，⟦全面完成年度学位建设任务⟧。"),
        .at("⟦全面完成年度学位建设任务⟧", "写“全面完成年度学位建设任务”，而新增公办学位目标 4500个，实际 4320个，没有达到。")),
      .fails(
        .prose("二、绩效目标", "年度目标为无障碍改造⟦140户⟧。", "三、完成情况", "无障碍改造⟦128户⟧。", "⟦各项年度目标任务全面完成⟧。"),
        .at("⟦各项年度目标任务全面完成⟧", "写“各项年度目标任务全面完成”，而无障碍改造目标 140户，实际 128户，没有达到。")),
      .passes(
        .prose(
          "1.数量指标", "治理面积62平方公里，为目标60平方公里的103.33%。", "各项产出指标全部完成。", "2.效益指标", "普及率目标≥90%，实际完成88%。")),
      .fails(
        .prose("1.产出指标", "（1）数量指标。治理面积⟦58.4平方公里⟧，为目标60平方公里的97.33%。", "2.满意度指标", "综上，⟦各项产出指标全部完成⟧，效益达到预期。"),
        .at("⟦各项产出指标全部完成⟧", "写“各项产出指标全部完成”，而目标 60平方公里，实际 58.4平方公里，没有达到。")),
      .fails(
        .prose("1.数量指标", "治理面积⟦58.4平方公里⟧，为目标60平方公里的97.33%。", "二、结论", "综上，⟦各项产出指标全部完成⟧。"),
        .at("⟦各项产出指标全部完成⟧", "写“各项产出指标全部完成”，而目标 60平方公里，实际 58.4平方公里，没有达到。")),
      .fails(
        .prose("二、年度目标", "全年秸秆焚烧火点为⟦0起⟧。", "三、完成情况", "全年发现焚烧火点⟦1起⟧。", "四、结论", "⟦年度履职目标全部实现⟧。"),
        .at("⟦年度履职目标全部实现⟧", "写“年度履职目标全部实现”，而秸秆焚烧火点目标 0起，实际 1起，没有达到。")),
      .passes(
        .prose(
          "二、绩效目标", "1.完成普查登记；2.统计执法检查企业60家。", "三、完成情况", "统计执法。检查企业62家。", "各项绩效目标全部圆满完成。")),
      .passes(
        .prose(
          "二、绩效目标", "1.完成普查登记；2.统计执法检查企业60家。", "三、完成情况", "安全生产。检查企业52家。", "各项绩效目标全部圆满完成。")),
      .fails(
        .prose(
          "二、绩效目标", "1.完成普查登记；2.统计执法检查企业⟦60家⟧。", "三、完成情况", "统计执法。检查企业⟦52家⟧，立案2起。", "⟦各项绩效目标全部圆满完成⟧。"),
        .at("⟦各项绩效目标全部圆满完成⟧", "写“各项绩效目标全部圆满完成”，而统计执法检查企业目标 60家，实际 52家，没有达到。")),
      .passes(.prose("各项绩效指标均达到年度目标。对未完成目标的单位下年扣减预算。", "除就业率外，各项绩效目标均已完成。扣分原因：就业率未达到目标。")),
      .fails(
        .prose("自评得分97.5分，⟦各项绩效指标均达到年度目标值⟧。扣分原因：⟦近视率下降未达到年度目标⟧。"),
        .at("⟦各项绩效指标均达到年度目标值⟧", "写“各项绩效指标均达到年度目标值”，后面又写“近视率下降未达到年度目标”，请核对。")),
      .passes(
        .prose(
          "任务均于年底前完成，按期完成率100%。因汛期影响，经批准乙标段延至次年1月完成。", "学员满意度96%，企业满意度91%，两项满意度均达到90%以上。",
          "12个站点改造完成率100%，其中8个已验收，4个已移交。", "不良率由7.8%下降到6.5%，下降1.3个百分点，完成了下降1个百分点的目标。",
          "漏损率由11.2%下降到9.6%，比目标10%低0.4个百分点，完成了下降1.5个百分点的目标。")),
      .fails(
        .prose("⟦各项任务均如期完成⟧。因汛期影响，⟦乙标段延至次年1月才完成⟧。"),
        .at("⟦乙标段延至次年1月才完成⟧", "写“各项任务均如期完成”，又写“乙标段延至次年1月才完成”，请核对。")),
      .fails(
        .prose("学员满意度96%，企业满意度⟦88%⟧，⟦两项满意度均达到90%以上⟧。"),
        .at("⟦两项满意度均达到90%以上⟧", "写“两项满意度均达到90%以上”，而前面有 88%，没有达到。")),
      .fails(
        .prose("⟦12个⟧站点改造完成率⟦100%⟧，其中8个站点已验收，⟦4个⟧站点正在施工。"),
        .at("⟦100%⟧", "写站点改造完成率100%，而 12个里还有 4个没有完成。")),
      .fails(
        .prose("不良率由7.8%下降到6.9%，下降⟦0.9个百分点⟧，完成了下降⟦1个百分点⟧的目标。"),
        .at("⟦0.9个百分点⟧", "任务 1个百分点，实际 0.9个百分点，没有完成，却写“完成了”。")),
      .passes(
        .prose("二、绩效目标", "统计年报于2025年3月31日前上报。", "三、完成情况", "统计年报于2025年3月28日上报，按时完成任务。")),
      .passes(
        .prose("二、绩效目标", "统计年报于2025年3月31日前上报。", "三、完成情况", "统计年报经批准于2025年4月8日上报，按时完成任务。")),
      .fails(
        .prose("二、绩效目标", "1.统计年报于⟦2025年3月31日⟧前上报。", "三、完成情况", "统计年报于⟦2025年4月8日⟧上报，按时完成任务。"),
        .at("⟦2025年4月8日⟧", "要求 2025年3月31日前，实际 2025年4月8日，晚于要求，却写按时完成，请核对。")),
      .fails(
        .prose("二、资金使用", "因账号有误，⟦秋季资金发放延迟至次年1月⟧。", "三、时效", "资助资金按时到位，⟦发放及时率100%⟧。"),
        .at("⟦发放及时率100%⟧", "写“发放及时率100%”，又写“秋季资金发放延迟至次年1月”，请核对。")),
      .fails(
        .prose("1.数量指标", "输送运动员⟦14人⟧，完成年度目标16人的87.5%。", "二、结论", "数量、质量、⟦时效等各项产出指标均已完成⟧。"),
        .at("⟦时效等各项产出指标均已完成⟧", "写“时效等各项产出指标均已完成”，而目标 16人，实际 14人，没有达到。")),
      .passes(.prose("收回192份，满意181份，满意度94.27%，实现了服务对象满意度不低于90%的年度目标。")),
      .passes(.prose("收回率92%，满意度94.27%，接近满意度95%的目标，未达到群众满意度不低于95%的年度目标。")),
      .fails(
        .prose("收回192份，满意181份，满意度⟦94.27%⟧，⟦实现了服务对象满意度不低于95%的年度目标⟧。"),
        .at("⟦94.27%⟧", "写“实现了服务对象满意度不低于95%的年度目标”，而实际 94.27%，没有达到。")),
      .passes(
        .prose("二、绩效目标", "年均浓度降至35微克/立方米以下。", "三、完成情况", "细颗粒物年均浓度34.2微克/立方米，达到年度目标。")),
      .fails(
        .prose("二、绩效目标", "细颗粒物年均浓度降至⟦33微克/立方米以下⟧。", "三、完成情况", "细颗粒物年均浓度⟦34.2微克/立方米⟧，⟦达到年度目标⟧。"),
        .at("⟦达到年度目标⟧", "写“达到年度目标”，而细颗粒物年均浓度目标 33微克/立方米以下，实际 34.2微克/立方米，没有达到。")),
      .passes(.prose("资金全部拨付到位，资金到位率100%。", "除自筹资金外全部到位，到位率95%。", "资金已100%足额到位。")),
      .fails(
        .prose("⟦1044万元资金全部拨付到位⟧，资金到位率⟦95%⟧。"), .at("⟦95%⟧", "写“全部…到位”，到位率却是 95%，请核对。")),
      .fails(.prose("省级资金已⟦80%足额到位⟧。"), .at("⟦80%足额到位⟧", "写“80%足额到位”，不是全部，请核对。")),
      .passes(.prose("项目于2024年10月20日完工，比计划的2024年10月31日提前。", "合同约定2024年10月31日完工，实际2024年11月20日完工。")),
      .fails(
        .prose("项目于⟦2024年11月20日⟧完工，比计划的⟦2024年10月31日⟧提前。"),
        .at("⟦2024年11月20日⟧", "写提前完成，而计划 2024年10月31日，实际 2024年11月20日，晚于计划，请核对。")),
      .passes(
        .prose(
          "年度目标 | 权重 | 完成情况 | 得分", "汇聚目录2000条以上，开放率60%以上 | 40 | 汇聚目录2186条，开放率61.2% | 40",
          "按时办结率99%以上 | 60 | 按时办结率98.6% | 55", "合计 | 100 | | 95")),
      .fails(
        .prose(
          "年度目标 | 权重 | 完成情况 | 得分", "⟦汇聚目录2000条以上，开放率60%以上⟧ | 40 | ⟦汇聚目录2186条，开放率58.01%⟧ | ⟦40⟧",
          "按时办结率99%以上 | 60 | 按时办结率99.6% | 60", "合计 | 100 | | 100"),
        .at("⟦汇聚目录2186条，开放率58.01%⟧", "表中“开放率”目标 60%以上，完成 58.01%，没有达到，却得满分 40 分。")),
      .passes(.prose("工程于2024年12月30日前全部完工，其中1个标段经批准推迟到2025年3月完工。")),
      .fails(
        .prose("⟦工程于2024年12月30日前全部完工⟧，⟦其中1个标段推迟到2025年3月完工⟧。"),
        .at("⟦其中1个标段推迟到2025年3月完工⟧", "写“工程于2024年12月30日前全部完工”，又写“其中1个标段推迟到2025年3月完工”，请核对。")),
      .passes(.prose("绩效目标：旅游收入增长15%以上。", "旅游收入10.26亿元，比上年增长15.6%，超额完成年度目标。")),
      .fails(
        .prose("绩效目标：旅游收入增长⟦15%以上⟧。", "旅游收入10.26亿元，比上年增长⟦12.5%⟧，⟦超额完成年度目标⟧。"),
        .at("⟦超额完成年度目标⟧", "写“超额完成年度目标”，而旅游收入的目标是 15%以上，实际 12.5%，没有达到。")),
      .fails(
        .prose(
          "年度目标 | 完成情况 | 责任科室", "⟦汇聚目录2000条以上，开放率60%以上⟧ | ⟦汇聚目录2186条，开放率58.01%⟧ | 数据科",
          "按时办结率99%以上 | 按时办结率99.6% | 热线科", "⟦各项年度目标均已完成⟧。"),
        .at("⟦各项年度目标均已完成⟧", "写“各项年度目标均已完成”，而表中“开放率”目标 60%以上，完成 58.01%，没有达到。")),
      .passes(
        .prose(
          "安置率100%，全部安置到位。", "按时办结率98%，全部办结。", "循环水改造2.18万平方米，为目标的109%，超出目标0.18万平方米。",
          "全县62个脱贫村集体经济收入全部超过10万元，平均每村16.8万元，最低10.6万元。", "未完成1个。除入会率外，各项指标全面完成。", "共设指标22个，全部完成。各项指标全面完成。")),
      .fails(
        .prose("符合安置条件14人，安置率⟦92.86%⟧，⟦全部安置到位⟧。"), .at("⟦92.86%⟧", "写“全部安置到位”，安置率却是 92.86%，请核对。")),
      .fails(
        .prose("循环水改造2.18万平方米，为目标的⟦87.2%⟧，⟦超出目标0.32万平方米⟧。"),
        .at("⟦超出目标0.32万平方米⟧", "写“为目标的87.2%”，又写“超出目标0.32万平方米”，方向相反，请核对。")),
      .fails(
        .prose("⟦全县62个脱贫村集体经济收入全部超过10万元⟧，平均每村16.8万元，最低⟦9.6万元⟧。"),
        .at("⟦9.6万元⟧", "写“全县62个脱贫村集体经济收入全部超过10万元”，而最低只有 9.6万元，请核对。")),
      .fails(
        .prose("共设三级指标22个，其中完成21个、⟦未完成1个⟧。自评总分97.8分。⟦各项指标全面完成⟧。"),
        .at("⟦各项指标全面完成⟧", "写“各项指标全面完成”，前面又写“未完成1个”，请核对。")),
      .passes(
        .prose(
          "二、绩效目标", "故障平均恢复时间不超过30分钟；老年人满意度不低于95%；科技成果转化合同到账率不低于90%。", "三、完成情况", "故障平均恢复时间26分钟，达到目标要求。",
          "满意度95.43%，高于目标值。", "到账率85.92%，未达到预期目标。", "年初目标为变更费用不超过1.5%，实际1.38%，控制在目标范围内。", "年度目标40处，实际建成42处，已全部完成。",
          "2023年3月20日开工，合同约定2024年9月30日完工，实际2024年9月2日通过验收，较计划提前28天。")),
      .fails(
        .prose("二、绩效目标", "老年人满意度⟦不低于95%⟧。", "三、完成情况", "收回问卷1168份，满意1103份，满意度⟦94.43%⟧，⟦高于目标值⟧。"),
        .at("⟦高于目标值⟧", "写“高于目标值”，而目标 不低于95%，实际 94.43%，没有达到。")),
      .fails(
        .prose("二、绩效目标", "故障平均恢复时间⟦不超过30分钟⟧。", "三、完成情况", "故障平均恢复时间⟦36分钟⟧，⟦达到目标要求⟧。"),
        .at("⟦达到目标要求⟧", "写“达到目标要求”，而目标 不超过30分钟，实际 36分钟，没有达到。")),
      .fails(
        .prose("年初目标为变更费用⟦不超过1.5%⟧，实际⟦1.68%⟧，⟦控制在目标范围内⟧。"),
        .at("⟦控制在目标范围内⟧", "写“控制在目标范围内”，而目标 不超过1.5%，实际 1.68%，没有达到。")),
      .fails(
        .prose("年度目标⟦40处⟧，实际建成⟦36处⟧，⟦已全部完成⟧。"),
        .at("⟦已全部完成⟧", "任务 40处，实际 36处，没有完成，却写“已全部完成”。")),
      .fails(
        .prose("2023年3月20日开工，合同约定⟦2024年9月30日⟧完工，实际⟦2024年10月28日⟧通过验收，⟦较计划提前28天⟧。"),
        .at("⟦2024年10月28日⟧", "写提前完成，而计划 2024年9月30日，实际 2024年10月28日，晚于计划，请核对。")),
      .passes(.prose("资金支出312.4万元，执行率100%。项目资金当年全部支付完毕，没有结余。")),
      .fails(
        .prose("资金支出271.79万元，执行率⟦87%⟧。⟦项目资金当年全部支付完毕⟧，没有结余。"),
        .at("⟦项目资金当年全部支付完毕⟧", "写“项目资金当年全部支付完毕”，而执行率为 87%，请核对。")),
      .passes(.prose("资金支出271.79万元，执行率87%。除质保金外，项目资金当年全部支付完毕。")),
      .passes(.prose("计划新增点位320个，实际安装320个，各项安装任务已按计划全部完成。")),
      .fails(
        .prose("计划新增点位⟦320个⟧，实际安装⟦272个⟧，完成率85%，⟦各项安装任务已按计划全部完成⟧。"),
        .at("⟦各项安装任务已按计划全部完成⟧", "写“各项安装任务已按计划全部完成”，而计划 320个、完成 272个，请核对。")),
      .cannotLook(([:] as ExampleFiling).without("self", "base")),
      .passes(
        .prose(
          "秋防于11月18日结束，较计划的11月20日提前2天。", "工程于2024年11月20日完工，比合同约定的2024年11月9日推迟。", "计划扫描42万卷，扫描44.1万卷，完成105%，超额完成年度计划。")),
      .fails(
        .prose("春防于5月28日结束，较计划的5月31日提前3天；秋防于⟦11月30日⟧结束，较计划的⟦11月20日⟧提前10天。"),
        .at("⟦11月30日⟧", "写提前完成，而计划 11月20日，实际 11月30日，晚于计划，请核对。")),
      .fails(
        .prose("工程于⟦2024年10月28日⟧完工，比合同约定的⟦2024年11月9日⟧推迟。"),
        .at("⟦2024年10月28日⟧", "写推迟，而计划 2024年11月9日，实际 2024年10月28日，早于计划，请核对。")),
      .fails(
        .prose("计划扫描42万卷，截至12月末扫描37.8万卷，完成⟦90%⟧，⟦超额完成年度计划⟧。"),
        .at("⟦超额完成年度计划⟧", "完成90%，却写“超额完成年度计划”。")),
      .passes(
        .prose("建设工期：2023年10月至2024年9月", "实际于2024年9月完工，在批复工期内完成建设任务。", "工程于2024年12月完工，未能按期完成。")),
      .fails(
        .prose("建设工期：⟦2023年10月至2024年9月⟧", "实际于2023年11月开工、⟦2024年12月⟧完工，⟦在批复工期内完成建设任务⟧。"),
        .at("⟦2024年12月⟧", "写“在批复工期内完成建设任务”，而2024年12月晚于所写的工期 2023年10月至2024年9月，请核对。")),
      .fails(
        .prose("合同签订日期：2024年4月8日；合同工期：⟦6个月⟧；完工日期：⟦2024年12月20日⟧；履约评价：⟦按合同工期完成⟧。"),
        .at("⟦2024年12月20日⟧", "写“按合同工期完成”，而2024年12月20日超出了所写的 6个月，请核对。")),
      .fails(
        .prose("计划清理河道⟦12公里⟧，实际清理⟦10.5公里⟧，⟦超额完成全年清河任务⟧。"),
        .at("⟦超额完成全年清河任务⟧", "任务 12公里，实际 10.5公里，没有完成，却写“超额完成全年清河任务”。")),
      .fails(
        .prose("计划修缮⟦5处⟧，完工⟦4处⟧，⟦如期完成全部修缮任务⟧。"),
        .at("⟦如期完成全部修缮任务⟧", "任务 5处，实际 4处，没有完成，却写“如期完成全部修缮任务”。")),
      .passes(.prose("二、绩效目标", "货车超限率控制在1.5%以内。", "三、完成情况", "货车超限率1.4%，控制在目标范围以内。")),
      .fails(
        .prose("二、绩效目标", "货车超限率控制在⟦1.5%以内⟧。", "三、完成情况", "货车超限率⟦1.8%⟧，⟦控制在目标范围以内⟧。"),
        .at("⟦控制在目标范围以内⟧", "写“控制在目标范围以内”，而货车超限率目标 1.5%以内，实际 1.8%，没有达到。")),
      .passes(.prose("立项12个，年底结项12个，12个项目全部按期结项。", "立项12个，上半年结项7个，12个项目全部结项。")),
      .fails(
        .prose("申报26个，立项12个，年底结项⟦11个⟧，⟦12个项目全部按期结项⟧。"),
        .at("⟦12个项目全部按期结项⟧", "写“12个项目全部按期结项”，而前面写结项 11个，请核对。")),
      .passes(.prose("全年计划造林5000亩，实际完成5200亩，超额完成造林任务。", "完成率93.3%，其余任务已全面完成。")),
      .fails(
        .prose("全年计划完成造林⟦5000亩⟧，实际完成⟦4600亩⟧，⟦圆满完成造林任务⟧。"),
        .at("⟦圆满完成造林任务⟧", "任务 5000亩，实际 4600亩，没有完成，却写“圆满完成造林任务”。")),
      .fails(
        .prose("招商引资124.6亿元，完成率⟦93.3%⟧，⟦圆满完成年度任务⟧。"),
        .at("⟦圆满完成年度任务⟧", "完成率93.3%，却写“圆满完成年度任务”。")),
      .passes(
        .prose("确定的18处饮水改造任务已全部完成。", and: .indicators("quantity | 农村饮水改造 | ≥18处 | 18处 | 5 | 5 |"))),
      .fails(
        .prose("确定的⟦18处⟧饮水改造任务已⟦全部完成⟧。", and: .indicators("quantity | 农村饮水改造 | ≥18处 | 17处 | 5 | 4 | 征地")),
        .at("⟦全部完成⟧", "写 18处“全部完成”，自评表“农村饮水改造”实际完成值 17处，没有达到 ≥18处。")),
      .passes(.prose("县级资金920万元已全额支付。", and: ["self/total/budget": "920", "self/total/executed": "920"])),
      .fails(
        .prose("县级资金⟦920万元⟧⟦已全额支付⟧，无结余。", and: ["self/total/budget": "920", "self/total/executed": "828"]),
        .at("⟦已全额支付⟧", "写 920万元“已全额支付”，自评表同一预算数执行 828 万元。")),
      .fails(
        .prose("项目完成率⟦100%⟧，⟦其中2个子项目尚未完工⟧。"),
        .at("⟦100%⟧", "写项目完成率100%，又写“其中2个子项目尚未完工”，请核对。")),
    ]
  ) { dossier in
    guard dossier.hasProse || !dossier.scoredSheets.isEmpty else { return .noText }
    let unmet = Lazy { dossier.unmetTasks }
    let denied = dossier.deniedClaims { unmet.value }
    let tasks = dossier.deniedTaskClaims { unmet.value }.filter { task in
      !denied.contains { $0.places.first == task.places.first }
    }
    let late = [
      LateThoughInTime.finder, SharedFloor.finder, WholeThoughOpen.finder, ShareClaim.finder, EarlierThanPlanned.finder,
      AllOfCount.finder, AllInPlace.finder, DoneBelowGoal.finder, FullRateThoughOpen.finder,
      AllDoneThoughOneOpen.finder,
      ExcessBelowPlan.finder, FloorBelied.finder, AllPaidThoughLeft.finder,
    ].flatMap { dossier.found(in: $0) }
    let told = Set((denied + tasks + late).compactMap(\.places.first))
    let all = dossier.found(in: AllDoneBelowPlan.finder).filter {
      !told.contains($0.places[0])
    }
    return Verdict(
      dossier.found(in: shortfalls) + all + denied + tasks + late + dossier.lateDays
        + dossier.allTables.flatMap(\.goalRows).compactMap(\.finding) + dossier.missedGrowthGoals
        + dossier.delaysElsewhere + dossier.wrongWithinTerm
        + dossier.paidInFullThoughNot
        + (dossier.wrongClaimsOfGoals + dossier.claimsOfMissedTargets).filter { claim in
          !(denied + tasks + late).contains { $0.places.first == claim.places.first }
        })
  }

  private static let shortfalls = PassageFinder(in: .twoFigures) { read -> [Finding] in
    let passage = read.passage
    return passage.marks.compactMap { mark in
      guard case .done = mark.cue else { return nil }
      return passage.shortfall(behind: mark)
    }
  }
}

extension Dossier {
  /// Claims that all goals were reached, the first of every part of the report that something missed belies.
  fileprivate func deniedClaims(by unmet: () -> [UnmetTask]) -> [Finding] {
    let sheets = scoredSheets.filter { !$0.countedLines.isEmpty }
    let lines = sheets.count == 1 ? sheets[0].countedLines.filter(\.isMissed) : []
    let claims = found(in: GoalClaim.finder)
    let goals = claims.isEmpty ? [] : found(in: MissedGoal.finder)
    let unmet = claims.isEmpty ? [] : unmet()
    let rows = claims.isEmpty ? [] : allTables.flatMap(\.goalRows)
    var looked: Set<Int> = []
    let told = claims.compactMap { claim -> Finding? in
      let annex = claim.passage.passage.annex
      let missed = goals.filter { claim.speaks(of: $0.passage) }
      if let admitted = claim.admission, !looked.contains(annex) {
        looked.insert(annex)
        return Finding(
          at: [.text(claim.passage.passage.place(claim.range)), .text(claim.passage.passage.place(admitted))],
          "写“\(claim.quote)”，后面又写“\(claim.passage.text(admitted).droppingBlankEnds)”，请核对。",
          derivation: claim.passage.text(admitted).droppingBlankEnds)
      }
      if !looked.contains(annex),
        let task = unmet.first(where: { claim.follows($0.actual) || claim.isOfAllGoals && $0.actual.annex == annex }),
        let actual = task.actual.place,
        let goal = task.goal.place
      {
        looked.insert(annex)
        return Finding(
          at: [.text(claim.passage.passage.place(claim.range)), actual, goal],
          "写“\(claim.quote)”，而\(task.spoken)，没有达到。", derivation: "\(task.actual.text) < \(task.goal.text)")
      }
      guard !looked.contains(annex),
        let finding = denial(
          of: claim.quote, at: .text(claim.passage.passage.place(claim.range)), missed,
          annex == 0 && claim.kind == nil ? lines : [])
          ?? (annex == 0 && claim.kind == nil ? rows.first : nil)?.denial(
            of: claim.quote, at: .text(claim.passage.passage.place(claim.range)))
      else { return nil }
      looked.insert(annex)
      return finding
    }
    return told
      + sheets.flatMap { sheet in
        sheet.goalRows.compactMap { row in
          PassageReading(cell: sheet.text(row, GoalTable.actual)).goalClaims.first.flatMap { claim in
            denial(
              of: claim.quote, at: .cell(sheet.address(row, GoalTable.actual)), [],
              sheet.countedLines.filter(\.isMissed))
          }
        }
      }
  }

  private func denial(of claim: String, at place: Place, _ goals: [MissedGoal], _ lines: [IndicatorLine]) -> Finding? {
    let said =
      goals.prefix(3).map(\.spoken) + lines.prefix(max(0, 3 - goals.count)).map { "\($0.title)\($0.comparison)" }
    guard !said.isEmpty else { return nil }
    let places =
      goals.prefix(3).map { Place.text($0.passage.passage.place($0.actual.range)) }
      + lines.prefix(max(0, 3 - goals.count)).map { .cell($0.address(.actual)) }
    return Finding(
      at: [place] + places, "写“\(claim)”，而\(said.joined(separator: "；"))，没有达到。",
      derivation: said.joined(separator: "; "))
  }
}

extension IndicatorLine {
  /// Both are numbers, and the actual one is on the wrong side of the target.
  fileprivate var isMissed: Bool {
    guard let ratio = TargetRatio(of: self), let kind = comparisonKind, case .quantity(let target) = target else {
      return false
    }
    // A cost target without a sign may be the least as well.
    return kind == .reverse ? target.sign != nil && ratio.exact > .one : ratio.exact < .one
  }
}

extension PassageReading {
  /// What was done and what was to be done, where the first is less.
  fileprivate func shortfall(behind mark: CueMark) -> Finding? {
    let sentence = sentence(at: mark.range.lowerBound)
    let clause = clause(at: mark.range.lowerBound)
    guard marks(in: clause.rest(behind: mark.range)).contains(where: { $0.cue == .target }) else {
      return nil
    }
    let figures = figures(in: clause.rest(behind: mark.range))
    guard let goal = figures.compactMap(ProseQuantity.orPoints).first, !goal.unit.isEmpty,
      !figures.contains(where: \.isPercent)
    else { return nil }
    let name = name(of: goal.figure)
    let done = self.figures(in: sentence.lowerBound..<mark.range.lowerBound).compactMap(ProseQuantity.orPoints).filter {
      $0.unit == goal.unit && ($0.unit != "个百分点" || isTurned($0.figure, like: goal.figure))
    }
    let named = done.filter { !name.isEmpty && self.name(of: $0.figure).ends(with: name) }
    guard let actual = named.last ?? (name.isEmpty ? done.last : nil), actual.value.relation(to: goal.value) == .below
    else { return nil }
    let (x, y) = (quote(actual.figure), quote(goal.figure))
    return Finding(
      at: [actual.figure, goal.figure].map { .text(passage.place($0.range)) },
      "任务 \(y)，实际 \(x)，没有完成，却写“\(text(mark.range))”。", derivation: "\(x) < \(y)")
  }

  /// 下降0.9个百分点 is what 下降1个百分点 was to be; 比目标低0.4个百分点 is not.
  private func isTurned(_ done: WrittenFigure, like goal: WrittenFigure) -> Bool {
    guard let first = turn(before: done), let second = turn(before: goal) else { return false }
    return text(first.range) == text(second.range) && !has(.target, in: words(before: done))
  }

  /// What a figure counts, by the words right before it that are none of the table: 净增.
  private func name(of figure: WrittenFigure) -> String {
    let words = words(before: figure)
    let last = marks(in: words).last.map(\.range.upperBound) ?? words.lowerBound
    let years = figures(in: words).last.map(\.range.upperBound) ?? words.lowerBound
    return text(max(last, years)..<words.upperBound).bare
  }
}

extension WrittenFigure {
  var isPercent: Bool { if case .percent = kind { true } else { false } }
}
