import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let d08StatedPercentage = AuditRule(
    RuleCard(
      "D08", "正文百分比、平均数算错", severity: .warning,
      why: "百分比和平均数用旁边的两个数就能算出来；算不出所写的数，必有一个写错。",
      remedy: "按所写的数重新计算，改正百分比或写错的数。",
      sources: [.reportOutline("部门整体支出绩效情况")]
    ),
    method: """
      看几种写法：写出算式的“（x÷y）×100%=p%”；“完成任务（y）的p%”与同一句前面同单位的数；“比上年增加d（或上年为y、由x增加到y），增长p%”与本年数；\
      “抽检x份，合格y份，合格率p%”一类，率的名称与前一个数的名称相同，或完成率旁写有目标数；“权重x分，得y分，得分率p%”；“计划y，实际x，超额完成p%”；\
      “完成年度任务的p%”“超任务p%”“比目标多d”而句中没有写目标的，与别处（绩效目标一段，或自评表的指标值）同名同单位的目标比。占支出的百分比由 A22、预算执行率由 D23 复算。\
      四舍五入或截尾到所写位数都算对；\
      “甲x、乙y、丙z，分别占a%、b%和c%”只有一个算不出的，“x户，户均y元，共z元”“x人，每人每年y元，共计z元”相差百分之二以上的，也报告。问卷数与“满意、比较满意”的人数算不出所写综合满意度的，“x公里，每公里y元，共z元”差一万倍的、“x册，每册y元，印刷费z元”这样紧接着写而差十倍、百倍的，支出与紧接着写的未支出合成报告里的总额而支出率算不出的，“x亩（折合y公顷）”换算不对的，“5期，共x人次，平均每期y人次”算不出的，“甲x人，占y人的p%”“40名职工中，甲x人，占p%”只有部分算不出的，同一段另写有上年数而增减率算不出的，“收入x。同比增加d，增长p%”这样另起一句写的，也报告。\
      到位率、使用率、支付率、拨付进度、节约率与同一句（只有一个数时，与前后一句）的计划数、实际数比，任何两数算得出即不报；上年数写在增减率后面的，合格率旁只写了抽检数和不合格数的，接待费与人次算不出所写人均的，中标价比限价下浮算不出的，各项之和就是前面所写总额而只有一部分占比算不出的，三位以上的百分比与旁边两数算出的只错一两位数字、又没有别的两数算得出的，“x户、y万元，户均z元”算不出的，写出“268名×750元×12个月”而与旁边的合计算不出的，“144人，每人每月500元，全年补助84.6万元”只错一两位数字的，也报告。\
      “4期，每期45人，共x人”、月均、班均、“按每公斤y元计算”的，“占医疗收入的p%”而医疗收入写在别处的，“x，上年为y，同比增长p%”的，也复算。\
      约数、找不到两个数的不看，前面有一个数能算出来即不报。\
      “设计（计划）x，实际y，负荷率p%”两数颠倒着除的，“亩均投资z”与同一段的总投资、面积算出的只错一位数字的，“首付款30%，即x”不是报告里任何金额的30%、而与合同价算出的只错一位数字的，也报告。\
      “社区食堂占点位总数的p%”与前面写的同名数、总数只错一两位数字的，“每座补助x，计y”除不出整数的，“上年x，增加d，增长p%”按本年数算的，也报告；结案率按受理数和审结数算。
      """,
    examples: [
      .passes(.prose("实际到位资金29.35亿元，完成年任务（27亿元）的108.7%。")),
      .passes(.prose("三公经费支出7.96万元，比上年减少3.68万元，下降31.62%。")),
      .fails(
        .prose("新注册企业⟦13家⟧，完成年任务⟦9家⟧的⟦154.4%⟧。"),
        .at("⟦154.4%⟧", "所写 154.4%，13家 ÷ 9家 应为 144.44%。")),
      .fails(
        .prose("三公经费支出⟦7.96万元⟧，比上年减少⟦3.68万元⟧，下降⟦46.23%⟧。"),
        .at("⟦46.23%⟧", "所写 46.23%，3.68万元 ÷ 11.64万元 应为 31.62%。")),
      .passes(.prose("三公经费支出158.42万元，其中公务接待费8.55万元，较上年减少11.58万元，下降6.81%。")),
      .passes(.prose("支出总计2914.73万元，比上年增加186.25万元，增长6.83%。其中：基本支出2386.52万元，占支出总额的81.88%。")),
      .passes(.prose("农产品销售额1.26亿元，比上年的1.12亿元增长12.5%，游客30万人次，较去年25万人次增长20%。")),
      .fails(
        .prose("农产品销售额⟦1.26亿元⟧，比上年的⟦1.12亿元⟧增长⟦15.2%⟧。"),
        .at("⟦15.2%⟧", "所写 15.2%，（1.26亿元 与 1.12亿元 之差）÷ 1.12亿元 应为 12.5%。")),
      .passes(
        .prose("财政供养人员控制率=（在职人员数/编制数）×100%=（17/20）×100%=85%，“三公”经费变动率=（13.5－15）÷15×100%=-10%，完成率=84/(60+24)×100%=100%。")
      ),
      .fails(
        .prose("公用经费控制率=（实际支出公用经费总额/预算安排公用经费总额）×100%=（⟦221.98万元÷90.76万元⟧）×100%=⟦224.58%⟧。"),
        .at("⟦224.58%⟧", "所写 224.58%，221.98万元 ÷ 90.76万元 应为 244.58%。")),
      .passes(.prose("抽检样品120份，合格114份，水质达标率92%。", "登记工单260件，按时办结251件，按时办结率100%。")),
      .fails(
        .prose("抽检食品⟦1260批次⟧，其中合格⟦1236批次⟧，合格率⟦99.1%⟧。"),
        .at("⟦99.1%⟧", "所写 99.1%，1236批次 ÷ 1260批次 应为 98.1%。")),
      .passes(.prose("计划采购426.8万元，实际采购418.26万元，节约8.54万元，节约率2%。")),
      .fails(
        .prose("全年接种⟦642人次⟧，目标⟦600人次⟧，完成率⟦170%⟧。"),
        .at("⟦170%⟧", "所写 170%，642人次 ÷ 600人次 应为 107%。")),
      .fails(
        .prose("案件数由上年的⟦212件⟧增加到⟦265件⟧，增长⟦15%⟧。"),
        .at("⟦15%⟧", "所写 15%，（265件 与 212件 之差）÷ 212件 应为 25%。")),
      .fails(
        .prose("帮助就业⟦68人⟧，较上年增加⟦12人⟧，增长⟦12.43%⟧。"),
        .at("⟦12.43%⟧", "所写 12.43%，12人 ÷ 56人 应为 21.43%。")),
      .passes(.prose("发表文章15篇，比2022年的12篇增加3篇，增长25%。", "示范点亩产412公斤，较对照增产56公斤，增产率15.73%。")),
      .fails(
        .prose("发表文章15篇，比2022年的⟦12篇⟧增加⟦3篇⟧，增长⟦20%⟧。"),
        .at("⟦20%⟧", "所写 20%，3篇 ÷ 12篇 应为 25%。")),
      .fails(
        .prose("资金支付⟦1853.2万元⟧，未支付⟦72.8万元⟧，支付率⟦94%⟧。"),
        .at("⟦94%⟧", "所写 94%，1853.2万元 ÷（1853.2万元 + 72.8万元） 应为 96.22%。")),
      .fails(
        .prose("资金支付⟦1853.2万元⟧，未支⟦72.8万元⟧，支付率⟦94%⟧。"),
        .at("⟦94%⟧", "所写 94%，1853.2万元 ÷（1853.2万元 + 72.8万元） 应为 96.22%。")),
      .passes(.prose("计划改造115户，实际改造138户，超额完成20%。", "计划改造115户，实际改造138户，超额完成120%。")),
      .fails(
        .prose("计划改造⟦115户⟧，实际改造⟦161户⟧，超额完成⟦29%⟧。"),
        .at("⟦29%⟧", "所写 29%，（161户 与 115户 之差）÷ 115户 应为 40%。")),
      .passes(.prose("收回问卷196份，其中满意190份、基本满意5份、不满意1份，满意度99.49%。")),
      .passes(
        .prose(
          "“三公”经费支出36.85万元。与上年38.92万元相比减少2.07万元，下降5.32%。",
          "“三公”经费支出9.87万元，比预算12万元减少2.13万元，比上年的11.05万元下降10.68%。",
          "“三公”经费支出48.36万元，其中公务用车运行维护费43.2万元、公务接待费5.16万元；与上年51.2万元相比，下降5.55%。")),
      .fails(
        .prose("改造目标值600户，实际完成612户，完成率102%；培训目标值⟦300人⟧，实际完成⟦326人⟧，完成率⟦118.67%⟧。"),
        .at("⟦118.67%⟧", "所写 118.67%，326人 ÷ 300人 应为 108.67%。")),
      .fails(
        .prose("决策权重15分，得13.5分，得分率90%；效益权重⟦25分⟧，得⟦20分⟧，得分率⟦85%⟧。"),
        .at("⟦85%⟧", "所写 85%，20分 ÷ 25分 应为 80%。")),
      .passes(
        .prose(
          "二、绩效目标", "年度目标为新建农村道路42公里，培训农民1800人次，每吨处置费用不超过98元。", "三、完成情况",
          "新建农村道路46.2公里，完成年度任务的110%。", "培训农民1920人次，超任务6.67%。", "培训农民1920人次，比目标多120人次。")),
      .fails(
        .prose(
          "二、绩效目标", "年度目标为新建农村道路⟦42公里⟧，培训农民⟦1800人次⟧。", "三、完成情况", "新建农村道路⟦46.2公里⟧，完成年度任务的⟦112%⟧。",
          "培训农民⟦1920人次⟧，超任务⟦16.7%⟧。"),
        .at("⟦112%⟧", "所写 112%，46.2公里 与目标 42公里比较，应为 110%。"),
        .at("⟦16.7%⟧", "所写 16.7%，1920人次 与目标 1800人次比较，应为 6.67%。")),
      .fails(
        .prose(
          "每吨处置费用⟦96.5元⟧，比控制标准低⟦2.5元⟧。", and: .indicators("cost | 每吨处置费用 | ≤98元 | 96.5元 | 5 | 5 |")),
        .at("⟦2.5元⟧", "所写 2.5元，96.5元 与目标 ≤98元比较，应为 1.5元。")),
      .passes(
        .prose(
          "出院患者1.92万人次，其中本区1.32万人次、外区0.48万人次、外省0.12万人次，分别占68.75%、25%和6.25%。",
          "改造128户，户均投入6000元，投入资金76.8万元。", "代缴资金84.62万元，代缴标准为每人100元，代缴率100%。",
          "培训支出比上年165.2万元增加17.4万元，增长10.53%。")),
      .fails(
        .prose("出院患者1.92万人次，其中本区1.32万人次、外区0.48万人次、外省⟦0.12万人次⟧，分别占68.75%、25%和⟦8.25%⟧。"),
        .at("⟦8.25%⟧", "所写 8.25%，0.12万人次 ÷ 19200人次 应为 6.25%。")),
      .fails(
        .prose("改造⟦128户⟧，户均投入⟦6000元⟧，投入资金⟦84万元⟧。"),
        .at("⟦6000元⟧", "6000元 × 128户 为 76.8 万元，所写总额 84万元。")),
      .passes(
        .prose(
          "免学费228人，每生每年2000元，共计45.6万元；发放助学金186人，每生每年2000元，共计37.2万元。",
          "签约居民27280人，签约率44%；重点人群签约11460人，签约率78.2%。", "收入由14260元提高到15587元，增加1327元，增长9.31%。",
          "支出12.4万元，其中车辆8.6万元、接待3.8万元，上年支出11.85万元，比上年增加0.55万元，增长4.64%。")),
      .fails(
        .prose("更新设备⟦16套⟧，预算⟦48万元⟧，平均每套⟦2万元⟧。"),
        .at("⟦2万元⟧", "2万元 × 16套 为 32 万元，所写总额 48万元。")),
      .fails(
        .prose("免学费228人，每生每年2000元，共计45.6万元；发放助学金⟦186人⟧，每生每年⟦2000元⟧，共计⟦39.2万元⟧。"),
        .at("⟦2000元⟧", "2000元 × 186人 为 37.2 万元，所写总额 39.2万元。")),
      .fails(
        .prose("人均收入由上年的⟦14260元⟧提高到15587元，增加⟦1327元⟧，增长⟦8.31%⟧。"),
        .at("⟦8.31%⟧", "所写 8.31%，1327元 ÷ 14260元 应为 9.31%。")),
      .fails(
        .prose("全年支出178.56万元，人员经费104万元、项目经费57万元。比2022年的⟦174.36万元⟧增加⟦4.2万元⟧，增长⟦24.1%⟧。"),
        .at("⟦24.1%⟧", "所写 24.1%，4.2万元 ÷ 174.36万元 应为 2.41%。")),
      .fails(
        .prose("培训支出比上年⟦165.2万元⟧增加⟦17.4万元⟧，增长⟦12.53%⟧。"),
        .at("⟦12.53%⟧", "所写 12.53%，17.4万元 ÷ 165.2万元 应为 10.53%。")),
      .passes(
        .prose(
          "收回问卷200份，其中满意150家、比较满意40家、一般10家，综合满意度95%。", "发放问卷210份，收回200份，表示满意的150人、比较满意的40人，总体满意度75%。",
          "核减里程1.2万公里，按每公里5元计算，涉及资金6万元。")),
      .fails(
        .prose("收回问卷⟦200份⟧，其中满意⟦150家⟧、比较满意⟦40家⟧，综合满意度⟦97%⟧。"),
        .at("⟦97%⟧", "所写 97%，（150家 + 40家）÷ 200份 应为 95%。")),
      .fails(
        .prose("核减里程⟦1.2万公里⟧，按每公里⟦5元⟧计算，涉及资金⟦6元⟧。"),
        .at("⟦6元⟧", "5元 × 1.2万公里 为 6 万元，所写 6元 相差一万倍，单位可能写错。")),
      .fails(
        .prose("编印手册⟦3.5万册⟧，每册⟦2.8元⟧，印刷费⟦98万元⟧。"),
        .at("⟦98万元⟧", "2.8元 × 3.5万册 为 9.8 万元，所写 98万元 相差十倍。")),
      .passes(.prose("编印手册3.5万册，每册2.8元，印刷费9.8万元。", "发放宣传单500份，每份2元，另有场地费1万元。")),
      .passes(.prose("预算安排500万元。", "支出480万元，支出率96%。未支出的20万元结转。")),
      .fails(
        .prose("安排资金500万元。", "支出⟦480万元⟧，支出率⟦98%⟧。未支出的⟦20万元⟧结转。"),
        .at("⟦98%⟧", "所写 98%，480万元 ÷（480万元 + 20万元） 应为 96%。")),
      .passes(
        .prose(
          "治理沙地30万亩（折合2万公顷）。", "举办展览5期，观众2.64万人次，平均每期5280人次。", "40名职工中，党员12人，占30%；高级职称8人，占20%。",
          "支出480万元。比上年减少20万元，下降4%。上年支出500万元。")),
      .fails(.prose("治理沙地⟦30万亩⟧（折合⟦3万公顷⟧）。"), .at("⟦3万公顷⟧", "30万亩 折合不是 3万公顷，请核对（1公顷=15亩）。")),
      .fails(
        .prose("举办展览⟦5期⟧，观众⟦2.64万人次⟧，平均每期⟦6280人次⟧。"),
        .at("⟦6280人次⟧", "2.64万人次 ÷ 5期 为 5280，所写平均 6280人次。")),
      .fails(
        .prose("⟦40名⟧职工中，党员12人，占30%；高级职称⟦8人⟧，占⟦25%⟧。"), .at("⟦25%⟧", "所写 25%，8人 ÷ 40名 应为 20%。")),
      .fails(
        .prose("支出480万元。与上年相比，支出减少⟦20万元⟧，下降⟦5%⟧。上年支出⟦500万元⟧。"),
        .at("⟦5%⟧", "所写 5%，20万元 ÷ 500万元 应为 4%。")),
      .fails(
        .prose("更换水表⟦8600块⟧，每块平均⟦180元⟧，合计⟦15.48万元⟧。"),
        .at("⟦180元⟧", "180元 × 8600块 为 154.8 万元，所写总额 15.48万元。")),
      .passes(.prose("离职46名，占上年末205名的22.44%。", "发放手册18万份，单价2.5元，合计45万元。")),
      .fails(
        .prose("离职⟦46名⟧，占上年末⟦205名⟧的⟦24.44%⟧。"), .at("⟦24.44%⟧", "所写 24.44%，46名 ÷ 205名 应为 22.44%。")),
      .fails(
        .prose("发放手册⟦18万份⟧，单价⟦2.5元⟧，合计⟦45元⟧。"),
        .at("⟦45元⟧", "2.5元 × 18万份 为 45 万元，所写 45元 相差一万倍，单位可能写错。")),
      .passes(.prose("收入792.22万元。同比上年度增加189.25万元，增长31.39%。", "收入792.22万元，支出780万元。比上年增加20万元，增长2.8%。")),
      .fails(
        .prose("收入⟦792.22万元⟧。同比上年度增加⟦189.25万元⟧，增长⟦13.39%⟧。"),
        .at("⟦13.39%⟧", "所写 13.39%，189.25万元 ÷ 602.97 万元 应为 31.39%。")),
      .fails(
        .prose("接待⟦486批次⟧。较上年减少⟦54批次⟧，下降⟦12%⟧。"), .at("⟦12%⟧", "所写 12%，54批次 ÷ 540批次 应为 10%。")),
      .passes(.prose("防治面积8.4万亩，其中飞机防治5万亩、人工防治3.4万亩，无公害防治率92.5%。")),
      .passes(
        .prose(
          "年末执勤车18台，其中超期服役的7台，占38.89%。", "发放问卷180份，收回170份，其中满意70份，占41.18%。",
          "小学生120人、初中生50人，其中寄宿的70人，占41.18%。", "教师180人，其中党员70人，占全县党员的12.5%。")),
      .fails(
        .prose("年末执勤车⟦18台⟧，其中超期服役的⟦7台⟧，占⟦41.18%⟧。"),
        .at("⟦41.18%⟧", "所写 41.18%，7台 ÷ 18台 应为 38.89%。")),
      .fails(
        .prose("现有⟦18台⟧执勤车中，服役超过15年的⟦7台⟧，占⟦41.18%⟧。"),
        .at("⟦41.18%⟧", "所写 41.18%，7台 ÷ 18台 应为 38.89%。")),
      .passes(
        .prose(
          "计划投入资金500万元，实际到位480万元，资金到位率96%。", "采购预算100万元，实际采购88万元，节约率12%。",
          "抽检样品500个，不合格12个，合格率97.6%。", "接待来访356人次，同比下降11%，去年同期为400人次。",
          "公务接待费6.26万元。国内公务接待86批次734人次，人均85.29元。", "中标价8236万元，比最高限价8720万元下浮5.55%。",
          "发放问卷100份，收回95份，回收率95%。")),
      .fails(
        .prose("计划投入资金⟦500万元⟧，实际到位⟦480万元⟧，资金到位率⟦98%⟧。"),
        .at("⟦98%⟧", "所写 98%，480万元 ÷ 500万元 应为 96%。")),
      .fails(
        .prose("下达资金⟦200万元⟧，已拨付⟦66.86万元⟧，资金拨付进度⟦100%⟧。"),
        .at("⟦100%⟧", "所写 100%，66.86万元 ÷ 200万元 应为 33.43%。")),
      .fails(
        .prose("计划投入资金⟦500万元⟧，实际到位⟦480元⟧，资金到位率⟦96%⟧。"),
        .at("⟦96%⟧", "所写 96%，480元 ÷ 500万元 差一万倍，金额的单位可能写错，请核对。")),
      .fails(
        .prose("采购预算⟦100万元⟧，实际采购⟦88万元⟧，节约率⟦15%⟧。"),
        .at("⟦15%⟧", "所写 15%，（100万元 − 88万元）÷ 100万元 应为 12%。")),
      .fails(
        .prose("抽检样品⟦500个⟧，不合格⟦12个⟧，合格率⟦98.6%⟧。"),
        .at("⟦98.6%⟧", "所写 98.6%，（500个 − 12个）÷ 500个 应为 97.6%。")),
      .fails(
        .prose("接待来访⟦356人次⟧，同比下降⟦12.5%⟧，去年同期为⟦400人次⟧。"),
        .at("⟦12.5%⟧", "所写 12.5%，（356人次 与 400人次 之差）÷ 400人次 应为 11%。")),
      .fails(
        .prose("公务接待费⟦6.26万元⟧。国内公务接待86批次⟦734人次⟧，人均⟦95.29元⟧。"),
        .at("⟦95.29元⟧", "6.26万元 ÷ 734人次 为 85.29元，所写 95.29元。")),
      .fails(
        .prose("中标价⟦8236万元⟧，比最高限价⟦8720万元⟧下浮⟦6.55%⟧。"),
        .at("⟦6.55%⟧", "所写 6.55%，（8720万元 − 8236万元）÷ 8720万元 应为 5.55%。")),
      .fails(
        .prose("发放问卷⟦100份⟧，收回⟦95份⟧，回收率⟦98%⟧。"),
        .at("⟦98%⟧", "所写 98%，95份 ÷ 100份 应为 95%。")),
      .passes(.prose("基本支出620万元，占比62%；项目支出380万元，占比38%。")),
      .fails(
        .prose("基本支出620万元，占比62%；项目支出⟦380万元⟧，占比⟦48%⟧。"),
        .at("⟦48%⟧", "所写 48%，380万元 ÷（620万元 + 380万元） 应为 38%。")),
      .passes(
        .prose(
          "村级防疫员补助241.2万元（268名×750元×12个月）。", "村级防疫员补助241.2万元（268名×750元/月）。",
          "全年接待186批2.3万人次，其中省外平均每批132人。", "租赁费按15台×1200元×60天计算，共计108万元。", "单价（3×1200元+500元）合计4100元。",
          "护林员144人，每人每月500元，全年补助86.4万元。", "护林员144人，每人每月500元，全年补助82.3万元。")),
      .fails(
        .prose("村级防疫员补助⟦214.2万元⟧（⟦268名⟧×⟦750元⟧×⟦12个月⟧）。"),
        .at("⟦214.2万元⟧", "268名 × 750元 × 12个月 为 241.2 万元，所写 214.2万元。")),
      .fails(
        .prose("租赁费按⟦15台⟧×⟦1200元/台⟧×⟦60天⟧计算，共计⟦126万元⟧。"),
        .at("⟦126万元⟧", "15台 × 1200元/台 × 60天 为 108 万元，所写 126万元。")),
      .fails(
        .prose("护林员⟦144人⟧，每人每月⟦500元⟧，全年补助⟦84.6万元⟧。"),
        .at("⟦84.6万元⟧", "144人 × 500元 × 12个月 为 86.4 万元，所写 84.6万元，请核对。")),
      .passes(
        .prose(
          "新增泊位3260个，其中路外2480个、路内780个，超额完成年度目标3000个的8.67%。", "培训126人，取得证书108人，取证率85.71%。",
          "覆盖46个行政村，占全县行政村（158个）的29.11%。", "发放问卷392份，收回386份，满意度93.47%。", "新增贷款1126户、5067万元，户均4.5万元；逾期18笔62万元。")),
      .fails(
        .prose("培训⟦126人⟧，取得证书⟦108人⟧，取证率⟦85.17%⟧。"),
        .at("⟦85.17%⟧", "所写 85.17%，108人 ÷ 126人 应为 85.71%，数字相近，请核对。")),
      .fails(
        .prose("覆盖⟦46个⟧行政村，占全县行政村（⟦158个⟧）的⟦39.11%⟧。"),
        .at("⟦39.11%⟧", "所写 39.11%，46个 ÷ 158个 应为 29.11%，数字相近，请核对。")),
      .fails(
        .prose("新增贷款⟦1126户⟧、⟦5067万元⟧，户均⟦5.4万元⟧；逾期18笔62万元。"),
        .at("⟦5.4万元⟧", "5067万元 ÷ 1126户 为 4.5 万元，所写平均 5.4万元。")),
      .fails(
        .prose("为⟦712名⟧残疾人投保，每人每年⟦120元⟧，支出⟦8.45万元⟧；理赔23人、14.6万元。"),
        .at("⟦8.45万元⟧", "712名 × 120元 为 8.544 万元，所写 8.45万元，请核对。")),
      .fails(
        .prose("抽查⟦42个⟧项目有⟦6个⟧未落实管护人，占⟦16.67%⟧。"),
        .at("⟦16.67%⟧", "所写 16.67%，6个 ÷ 42个 应为 14.29%。")),
      .passes(.prose("印刷1200册，单价85元，共10.2万元。", "运行费3.2万元，比预算3.5万元节约0.3万元，节约率8.57%。")),
      .fails(
        .prose("印刷⟦1200册⟧，单价⟦85元⟧，共⟦12.2万元⟧。"), .at("⟦12.2万元⟧", "1200册 × 85元 为 10.2 万元，所写 12.2万元，请核对。")),
      .fails(
        .prose("培训⟦2046人次⟧。科级干部786人次，占38.42%；村干部720人次，占35.19%；其他⟦540人次⟧，占⟦36.39%⟧。"),
        .at("⟦36.39%⟧", "所写 36.39%，540人次 ÷ 2046人次 应为 26.39%，数字相近，请核对。")),
      .passes(
        .prose(
          "立案35,040件，立案率96%；结案33,990件，结案率97%。", "676名学生参加中考，392人达到普通高中录取线，录取率57.99%。",
          "签约居民27280人，签约率44%；重点人群签约11460人，签约率78.2%。")),
      .fails(
        .prose("上报36,500件，立案⟦35,040件⟧，立案率96%；结案⟦33,990件⟧，结案率⟦98%⟧。"),
        .at("⟦98%⟧", "所写 98%，33,990件 ÷ 35,040件 应为 97%。")),
      .fails(
        .prose("⟦676名⟧学生参加中考，⟦392人⟧达到普通高中录取线，录取率⟦59.97%⟧。"),
        .at("⟦59.97%⟧", "所写 59.97%，392人 ÷ 676名 应为 57.99%。")),
      .passes(
        .prose(
          "培训护理员4期，每期45人，共培训180人。", "共有教学班42个，在校学生2016人，平均每班48人。", "全年客运量1,152万人次，月均96万人次。",
          "亩均增产48公斤，按2.6元/公斤计算，亩均增收124.8元。", "培训4期，每期约45人，共培训160人。")),
      .fails(
        .prose("培训护理员⟦4期⟧，每期⟦45人⟧，共培训⟦160人⟧。"), .at("⟦160人⟧", "4期 × 45人 为 180，所写 160人。")),
      .fails(
        .prose("共有教学班⟦42个⟧，在校学生⟦2016人⟧，平均每班⟦52人⟧。"), .at("⟦52人⟧", "2016人 ÷ 42个 为 48，所写 52人。")),
      .fails(
        .prose("全年客运量⟦1,152万人次⟧，月均⟦86万人次⟧。"), .at("⟦86万人次⟧", "1,152万人次 ÷ 12 为 960000，所写 86万人次。")),
      .fails(
        .prose("亩均增产⟦48公斤⟧，按2.6元/公斤计算，亩均增收⟦142.8元⟧。"),
        .at("⟦142.8元⟧", "48公斤 × 2.6元/公斤 为 124.8元，所写 142.8元。")),
      .passes(
        .prose(
          "全年医疗收入2.856亿元，药品收入8,568万元，占医疗收入的30%。", "灌区渠道总长238.6公里。", "清淤62.8公里，其中干渠18.5公里、支渠43.3公里，占渠道总长的26.32%。")),
      .fails(
        .prose("全年医疗收入⟦2.856亿元⟧。药品收入⟦8,568万元⟧，占医疗收入的⟦33%⟧。"),
        .at("⟦33%⟧", "所写 33%，8,568万元 ÷ 医疗收入 2.856亿元 应为 30%。")),
      .fails(
        .prose("年初预算⟦960万元⟧，年中追加⟦180万元⟧。", "年中追加占年初预算的⟦15.75%⟧。"),
        .at("⟦15.75%⟧", "所写 15.75%，180 万元 ÷ 年初预算 960万元 应为 18.75%。")),
      .passes(.prose("出院患者1.42万人次，上年为1.35万人次，同比增长5.19%。", "客运量1,420.6万人次，日均3.88万人次，比上年的1,388.2万人次增长2.33%。")),
      .fails(
        .prose("出院患者⟦1.42万人次⟧，上年为⟦1.35万人次⟧，同比增长⟦8.5%⟧。"),
        .at("⟦8.5%⟧", "所写 8.5%，（1.42万人次 与 1.35万人次 之差）÷ 1.35万人次 应为 5.19%。")),
      .fails(.prose("设⟦18个⟧班，在园幼儿⟦576人⟧，班均⟦36人⟧。"), .at("⟦36人⟧", "576人 ÷ 18个 为 32，所写 36人。")),
      .passes(.prose("全年开馆340天，接待读者40.8万人次，日均1200人次。", "组建护林队14支、护林员420人，每支30人。")),
      .fails(
        .prose("全年开馆⟦340天⟧，接待读者⟦40.8万人次⟧，日均⟦1300人次⟧。"),
        .at("⟦1300人次⟧", "40.8万人次 ÷ 340天 为 1200，所写 1300人次。")),
      .fails(
        .prose("组建护林队⟦14支⟧、护林员⟦420人⟧，每支⟦32人⟧。"), .at("⟦32人⟧", "420人 ÷ 14支 为 30，所写 32人。")),
      .passes(
        .prose(
          "设计能力日处理200吨，实际日均进厂220吨，负荷率110%。", "总面积3.2万亩。总投资8,160万元，其中中央资金6,120万元。亩均投资2,550元。",
          "合同金额468万元。", "按合同约定支付首付款30%，即140.4万元；其余款项按进度支付。")),
      .fails(
        .prose("设计能力日处理⟦200吨⟧，实际日均进厂⟦220吨⟧，负荷率⟦90.91%⟧。"),
        .at("⟦90.91%⟧", "所写 90.91%，220吨 ÷ 200吨 应为 110%。")),
      .fails(
        .prose("总面积⟦3.2万亩⟧。总投资⟦8,160万元⟧，其中中央资金6,120万元。亩均投资⟦2,250元⟧。"),
        .at("⟦2,250元⟧", "8,160万元 ÷ 3.2万亩 为 2550元，所写 2,250元，请核对。")),
      .fails(
        .prose("合同金额⟦468万元⟧。", "按合同约定支付首付款⟦30%⟧，即⟦148.4万元⟧；其余款项按进度支付。"),
        .at("⟦148.4万元⟧", "468万元 的 30% 为 140.4 万元，所写 148.4万元，请核对。")),
      .passes(
        .prose(
          "助餐点126个，其中社区食堂38个、社区助餐点71个、流动助餐车17个，社区食堂占点位总数的30.16%。", "每座补助16万元，计176万元；每座补助10万元，计470万元。",
          "上年承载系统271个，本年增加47个，增长17.34%。", "应享受补贴农户68,420户，应兑付补贴3,309.96万元，分两批兑付完毕。户均面积6.05亩，户均补贴483.77元。",
          "按照每生每学年2,000元的标准，免除2,846名学生学费569.2万元。", "与各部门自建的测算成本2,092.6万元相比，全年实际支出少472万元，节约22.56%。")),
      .fails(
        .prose("助餐点⟦126个⟧，其中社区食堂⟦38个⟧、社区助餐点71个、流动助餐车17个，社区食堂占点位总数的⟦36.10%⟧。"),
        .at("⟦36.10%⟧", "所写 36.10%，38个 ÷ 126个 应为 30.16%。")),
      .fails(
        .prose("小型水库每座补助⟦10.00万元⟧，计⟦407.00万元⟧。"),
        .at("⟦407.00万元⟧", "407.00万元 ÷ 10.00万元 为 40.7，不是整数，请核对。")),
      .fails(
        .prose("上年承载系统⟦271个⟧，本年增加⟦47个⟧，增长⟦14.78%⟧。"),
        .at("⟦14.78%⟧", "所写 14.78%，47个 ÷ 271个 应为 17.34%。")),
      .fails(
        .prose("应享受补贴农户⟦68,420户⟧，应兑付补贴⟦3,309.96万元⟧，分两批兑付完毕。户均面积6.05亩，户均补贴⟦438.77元⟧。"),
        .at("⟦438.77元⟧", "3,309.96万元 ÷ 68,420户 为 483.77元，所写 438.77元，请核对。")),
      .fails(
        .prose("按照每生每学年⟦2,000万元⟧的标准，免除⟦2,846名⟧学生学费⟦569.2万元⟧。"),
        .at("⟦569.2万元⟧", "2,000万元 × 2,846名 为 5692000 万元，所写 569.2万元 相差一万倍，单位可能写错。")),
      .passes(.prose("与2023年执行数2265.12万元相比，2024年支出增加105.33万元，增长4.65%。")),
      .passes(.prose("2023年检查2274家，2024年较上年增加42家，增长1.85%。")),
      .passes(.prose("受理案件8642件，其中新收8130件；审结8391件，结案率97.10%。")),
      .fails(
        .prose("受理案件⟦8642件⟧，较上年上升6.5%；审结⟦8391件⟧，结案率⟦99.10%⟧。"),
        .at("⟦99.10%⟧", "所写 99.10%，8391件 ÷ 8642件 应为 97.1%。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    guard dossier.hasProse else { return .noText }
    let parted = dossier.found(in: ShareOfParted.finder)
    let found =
      [
        percentages, SharesInTurn.finder, WrittenAverage.finder, SatisfiedShare.finder, CountAverage.finder,
        SharesOfNamed.finder, SharesOfNamed.ofWholes, ConvertedArea.finder, ChangeOfSentenceBefore.finder,
        RateOfPlan.finder, PassRateOfFailed.finder, ReceptionAverage.finder, FallFromLimit.finder,
        SharesOfSpending.finder, WrittenProduct.finder,
      ].flatMap { dossier.found(in: $0) }
      + dossier.slippedProducts + dossier.wrongGoalComparisons + dossier.ratesOfRest + dossier.changesOfToldBases
    let told = Set(found.map { $0.places[0] })
    let others = parted + dossier.found(in: BaseToldBehind.finder).filter { $0.isOnPercentage }
    let named =
      (dossier.found(in: ChainedRate.finder) + dossier.found(in: BesideLastYear.rates)
      + dossier.found(in: EachTimesCount.finder)
      + dossier.wrongSharesOfNamed).filter { !told.contains($0.places[0]) }
    let all = found + others.filter { !told.contains($0.places[0]) } + named
    // What is told of a figure by its own words is not told again because digits lie near.
    let known = Set(all.flatMap(\.places))
    let slips =
      [
        SlippedRate.finder, AdjacentAverage.finder, MonthlyTotal.finder, UnitPriceTotal.finder, InvertedRate.finder,
        AverageOfTotal.finder, NamedShare.finder, EachMustDivide.finder, GrowthOnNow.finder,
      ].flatMap { dossier.found(in: $0) } + dossier.wrongSharesOfContracts
    return Verdict(all + slips.filter { !known.contains($0.places[0]) })
  }

  private static let percentages = PassageFinder(in: .figure) { read -> [Finding] in
    let passage = read.passage
    return passage.figures.compactMap { figure in
      guard case .percent(.number(let percent)) = figure.kind, !figure.isApproximate else { return nil }
      let ratio =
        passage.division(figure, percent) ?? passage.completion(figure, percent) ?? read.growth(figure, percent)
        ?? passage.growth(figure, percent) ?? passage.excess(figure, percent) ?? passage.namedRate(figure, percent)
        ?? passage.scoreRate(figure, percent)
      guard case .breaks(let finding)? = ratio?.look(at: figure, in: passage) else { return nil }
      return finding
    }
  }
}

extension Finding {
  /// What is wrong is a rate, not an amount.
  fileprivate var isOnPercentage: Bool { message.holds("应为") }
}

extension PassageReading {
  /// （x÷y）×100%=p%.
  fileprivate func division(_ figure: WrittenFigure, _ percent: WrittenNumber) -> FoundRatio? {
    guard let quotient = WrittenQuotient(before: figure, in: self) else { return nil }
    return FoundRatio(
      ratio: WrittenRatio(
        percent: percent.isNegative ? percent.negated : percent, part: quotient.part, whole: quotient.whole),
      working: quotient.working, ranges: [quotient.range])
  }

  /// x，完成任务（y）的p%.
  fileprivate func completion(_ figure: WrittenFigure, _ percent: WrittenNumber) -> FoundRatio? {
    let sentence = sentence(at: figure.range.lowerBound)
    guard let whole = figures(in: sentence.lowerBound..<figure.range.lowerBound).last, let y = ProseQuantity(whole),
      isOf(whole.range.upperBound..<figure.range.lowerBound)
    else { return nil }
    var start = whole.range.lowerBound
    while start > sentence.lowerBound, !scalars[start - 1].isComma { start -= 1 }
    let cues = marks(in: start..<whole.range.lowerBound)
    guard cues.contains(where: { $0.cue == .done(fully: false) || $0.cue == .done(fully: true) || $0.cue == .target })
    else { return nil }
    let before = figures(in: sentence.lowerBound..<start).compactMap { ProseQuantity($0) }.filter { $0.isLike(y) }
    guard let x = before.last else { return nil }
    func ratio(_ part: ProseQuantity) -> WrittenRatio {
      WrittenRatio(percent: percent, part: part.value, whole: y.value)
    }
    guard !before.contains(where: { ratio($0).isRight }) else { return nil }
    // 3260个，超额完成3000个的8.67% tells by how much it is more.
    let isExcess =
      text(start..<figure.range.lowerBound).holds("超")
      && before.contains {
        WrittenRatio(percent: percent, part: $0.value.gap(to: y.value), whole: y.value).isRight
      }
    guard !isExcess else { return nil }
    return FoundRatio(
      ratio: ratio(x), working: "\(quote(x.figure)) ÷ \(quote(whole))", ranges: [x.figure.range, whole.range])
  }

  /// 计划y，实际x，超额完成p%; nil where it may be meant as x in per cent of y.
  fileprivate func excess(_ figure: WrittenFigure, _ percent: WrittenNumber) -> FoundRatio? {
    let words = text(words(before: figure)).withoutBlanks
    guard words.holds(anyOf: ["超额", "超任务", "超目标", "超计划", "超出目标", "超出计划", "超出任务"]), !words.ends(with: "的") else {
      return nil
    }
    let sentence = sentence(at: figure.range.lowerBound)
    let before = figures(in: sentence.lowerBound..<figure.range.lowerBound)
    guard !before.contains(where: \.isPercent) else { return nil }
    let quantities = before.compactMap(ProseQuantity.init).filter { !$0.unit.isEmpty }
    guard let target = quantities.last(where: { has(.target, in: self.words(before: $0.figure)) }) else { return nil }
    let done = quantities.filter { $0.unit == target.unit && !has(.target, in: self.words(before: $0.figure)) }
    guard done.count == 1, let x = done.first, let more = x.value.exact.subtracting(target.value.exact), more > .zero,
      !WrittenRatio(percent: percent, part: x.value, whole: target.value).isRight
    else { return nil }
    return FoundRatio(
      ratio: WrittenRatio(
        percent: percent, part: StatedAmount(more, slack: .zero).with(x.value.slack, target.value.slack),
        whole: target.value),
      working: "（\(quote(x.figure)) 与 \(quote(target.figure)) 之差）÷ \(quote(target.figure))",
      ranges: [x.figure.range, target.figure.range].sorted { $0.lowerBound < $1.lowerBound })
  }

  /// 合格率 behind what was looked at and what was 合格.
  fileprivate func namedRate(_ figure: WrittenFigure, _ percent: WrittenNumber) -> FoundRatio? {
    guard let rate = NamedRate(wrong: figure, percent, in: self) else { return nil }
    let ratio = WrittenRatio(percent: percent, part: rate.part.value, whole: rate.base)
    let part = quote(rate.part.figure)
    guard let rest = rate.rest else {
      return FoundRatio(
        ratio: ratio, working: "\(part) ÷ \(quote(rate.whole.figure))",
        ranges: [rate.whole.figure.range, rate.part.figure.range]
      ).asPreciseAsItsPart
    }
    return FoundRatio(
      ratio: ratio, working: "\(part) ÷（\(part) + \(quote(rest.figure))）",
      ranges: [rate.part.figure.range, rest.figure.range])
  }

  /// 权重25分，得21分，得分率84%.
  fileprivate func scoreRate(_ figure: WrittenFigure, _ percent: WrittenNumber) -> FoundRatio? {
    guard text(words(before: figure)).withoutBlanks.holds("得分率") else { return nil }
    let before = figures(in: sentence(at: figure.range.lowerBound).lowerBound..<figure.range.lowerBound)
    // What stands before another rate belongs to that one.
    let own = before.suffix { !$0.isPercent }
    let scores = own.filter { $0.pointsOrScore != nil && $0.isUnbounded }
    guard scores.count == 2, let points = scores.first(where: { isWorth($0) }),
      let earned = scores.first(where: { !isWorth($0) }), let x = earned.pointsOrScore, let y = points.pointsOrScore
    else { return nil }
    return FoundRatio(
      ratio: WrittenRatio(
        percent: percent, part: StatedAmount(x.value, slack: .zero), whole: StatedAmount(y.value, slack: .zero)),
      working: "\(quote(earned)) ÷ \(quote(points))", ranges: [points.range, earned.range])
  }

  /// 权重, 分值 or 满分 stands before it.
  private func isWorth(_ figure: WrittenFigure) -> Bool {
    text(words(before: figure)).holds(anyOf: ["权重", "分值", "满分", "标准分"])
  }

  /// Nothing but 的, blanks and a closing bracket.
  private func isOf(_ range: Range<Int>) -> Bool {
    let rest = scalars[range].filter { !$0.isBlankOrBracket }
    return rest == ["的"]
  }
}

extension WrittenFigure {
  /// 25 of 25分.
  fileprivate var pointsOrScore: WrittenNumber? {
    if case .score(.number(let number)) = kind { number } else { nil }
  }
}

extension [WrittenFigure] {
  /// The last ones for which something holds.
  fileprivate func suffix(while holds: (WrittenFigure) -> Bool) -> ArraySlice<WrittenFigure> {
    self[(lastIndex { !holds($0) }.map { $0 + 1 } ?? 0)...]
  }
}

extension Unicode.Scalar {
  fileprivate var isComma: Bool { [",", ";", "、", ":", "。"].contains(self) }
  fileprivate var isBlankOrBracket: Bool { self == " " || self == "(" || self == ")" }
}

extension Dossier {
  /// Those that are not told as averages already.
  fileprivate var slippedProducts: [Finding] {
    let averages = found(in: WrittenAverage.finder)
    return found(in: SlippedProduct.finder).filter { product in
      !averages.contains { Set($0.places) == Set(product.places) }
    }
  }
}
