import Figures
import Reading
import Rules
import Text

extension AuditRule {
  static let d13PartsAndStatedTotal = AuditRule(
    RuleCard(
      "D13", "列举各项与总数不符", severity: .warning,
      why: "列出的各项加起来不是所写的总数，说明漏了一项或写错了一个数。",
      remedy: "逐项核对，补上漏写的一项或改正写错的数；没有列全的，写“其中主要有”或“等”。",
      sources: [.reportOutline("一般公共预算支出情况")]
    ),
    method: """
      “其中”“分别为”或括号里的各项，之和超过总数即报告。没有列全的列举不报，除非写明“分别为”“组成”，或者几项本来就合成一个总数\
      （基本与项目、三公各项、项目支出三类）。总数写“共计”“合计”、列有三项以上而没有“其余”“等”的，作为提示，列有三项以上、只差一位数字的也是。件数只看之和大于总数的，可能重叠的不看，从满意列到不满意、“已x、未x”两份、末项为“其他”的小于总数也报告；“x件，办结y件，剩余z件”的，z须是x与y之差；采购由 A28、人数由 A29、编制由 A30、基本支出由 C09 核对。先列各项、后写“合计”“共计”的，须等于前面各项之和；得分后面列出三项以上得分的，须相加相等；件数只有一位数字不同的作为提示；\
      项目等按“优、良、中、差”分列个数的，须等于总数，少于总数的作为提示。分号后面另有自己的“其中”、或说别的固定项目的，不算前面的一项；\
      “总额，其中甲、乙，其中丙、丁”是同一总额的两种分法，各自与总额比。财政资金与自筹资金、中央与地方资金、基本与项目这样只分两份的，和中央、省、市、县逐级写到本级的，也须相等；上级与本级、已支付与结转只作提示。写法精度内的差、嵌套的列举、只差单位的不报。\
      “预算（到位）x，支出y，结余z”的，z须是x与y之差，不是只差一位数字的作为提示，句中另有其他金额的不看；收入、预算写在别处，算出的只与所写的两位数字换了位置的，也报告。\
      收入总计、支出合计、年末结转各写一段而只差一位数字的也报告。总数后面紧接冒号列出的各项、“其中”后面逐年列出的各年，须等于总数；追回、使用以后“尚有”的钱须是两数之差；“共扣x分”与得分之和须是100分，各项括号里的满分须合成100分。“某某人员中，甲x人、乙y人”与前面写的某某人数比，“x个项目中，已完工y个，在建z个”与x比，大于总数的报告。报告所附的其他表格（不是自评表、基础数据表的），“合计”行和“其中”上一行在别的列加得出、在这一列加不出的报告，只有一列数的须相差不大；“合计”列在别的行加得出、只有一行加不出的也报告。
      """,
    examples: [
      .passes(
        .prose(
          "年末在职人员97人，超编5人，其中行政37人、事业60人。", "馆藏文物4862件（套），其中一级文物12件（套）、二级文物68件（套）。",
          "受理工单426件，已办结419件，剩余7件正在办理。", "发现隐患120处，完成整改110处，其余6处正在整改，4处列入计划。", "办理案件126件，其中立案126件、结案125件。",
          "资助学生46人，其中本科28人、专科18人。")),
      .passes(
        .prose(
          "与240名护林员签订责任书。护林员中汉族86人、哈萨克族112人、维吾尔族38人、其他民族4人。", "职工58人，人员中高级职称20人、党员46人。",
          "14个项目中，已完工11个，正在实施3个。", "30个项目中，已完工26个，正在验收12个。",
          "播种面积312.6万亩，比上年增加2.8万亩，增长0.9%，其中玉米128.4万亩、大豆112.7万亩。", "检查5次，其中一季度1次、二季度2次、三季度2次。")),
      .fails(
        .prose("与⟦240名⟧护林员签订责任书。护林员中汉族⟦86人⟧、哈萨克族⟦112人⟧、维吾尔族⟦38人⟧、其他民族⟦6人⟧。"),
        .at("⟦240名⟧", "所列各项之和 242，大于总数 240名。")),
      .fails(
        .prose("有执法人员⟦136人⟧。执法人员中，持证⟦96人⟧、未持证⟦44人⟧。"),
        .at("⟦136人⟧", "所列各项之和 140，大于总数 136人。")),
      .fails(
        .prose("⟦14个⟧项目中，已完工⟦12个⟧，正在实施⟦3个⟧，完工项目合格率100%。"),
        .at("⟦14个⟧", "所列各项之和 15，大于总数 14个。")),
      .fails(
        .prose("播种面积⟦312.6万亩⟧，比上年的309.8万亩增加2.8万亩，增长0.9%，其中玉米⟦128.4万亩⟧、大豆⟦112.7万亩⟧、水稻⟦66.2万亩⟧、其他作物⟦3.3万亩⟧。"),
        .at("⟦312.6万亩⟧", "所列各项之和 3106000，小于总数 312.6万亩。")),
      .fails(
        .prose("检查⟦4次⟧，其中一季度⟦1次⟧、二季度⟦1次⟧、三季度⟦2次⟧、四季度⟦1次⟧。"),
        .at("⟦4次⟧", "所列各项之和 5，大于总数 4次。")),
      .passes(.prose("项目预算486万元，全部到位。", "实际支出472.36万元，结余13.64万元由财政收回。")),
      .fails(
        .prose("项目预算⟦486万元⟧，全部到位。", "实际支出⟦472.36万元⟧，结余⟦13.46万元⟧由财政收回。"),
        .at("⟦13.46万元⟧", "486万元 减去 472.36万元 为 13.64 万元，所写结余 13.46万元。")),
      .fails(
        .prose("受理工单⟦426件⟧，已办结⟦419件⟧，剩余⟦9件⟧正在办理。"),
        .at("⟦9件⟧", "426件 减去 419件 为 7，所写其余 9件。")),
      .fails(
        .prose("检测试块⟦412组⟧，合格⟦403组⟧，合格率97.82%，对⟦8组⟧不合格的返工。"),
        .at("⟦8组⟧", "412组 减去 403组 为 9，所写其余 8组。")),
      .fails(
        .prose("收回问卷⟦1164份⟧，其中满意⟦1006份⟧、比较满意⟦132份⟧、一般⟦18份⟧、不满意⟦6份⟧。"),
        .at("⟦1164份⟧", "所列各项之和 1162，小于总数 1164份。")),
      .fails(
        .prose("现有学校⟦68所⟧，其中小学⟦41所⟧、初中⟦15所⟧、九年一贯制学校⟦8所⟧、高中⟦5所⟧；幼儿园36所。"),
        .at("⟦68所⟧", "所列各项之和 69，大于总数 68所。")),
      .fails(
        .prose("全年收入⟦2318.6万元⟧，其中财政拨款⟦2286.4万元⟧、其他收入⟦22.2万元⟧。"),
        .at("⟦2318.6万元⟧", "所列各项之和 2308.6 万元，小于总数 2318.6 万元，相差 10 万元。")),
      .fails(
        .prose("资助学生⟦46人⟧，其中本科⟦28人⟧、专科⟦20人⟧。"),
        .at("⟦46人⟧", "所列各项之和 48，大于总数 46人。")),
      .fails(
        .prose("基金支出⟦38126万元⟧，其中：基础养老金⟦33785万元⟧、个人账户养老金⟦3146万元⟧、转移及其他支出⟦1095万元⟧。"),
        .at("⟦38126万元⟧", "所列各项之和 38026 万元，小于总数 38126 万元，相差 100 万元。")),
      .fails(
        .prose("实际支出⟦120万元⟧，执行率98%。按用途分：培训⟦60万元⟧、宣传⟦45万元⟧、设备⟦25万元⟧。"),
        .at("⟦120万元⟧", "所列各项之和 130 万元，大于总数 120 万元，相差 10 万元。")),
      .fails(
        .prose("产出得⟦48分⟧，效益得⟦46.5分⟧，自评得分⟦95.5分⟧。"),
        .at("⟦95.5分⟧", "所列各项得分之和 94.5 分，与 95.5分 不等。")),
      .passes(
        .prose("项目资金640万元，由中央资金480万元、省级配套100万元、市级配套60万元组成；当年计划投资420万元，其余220万元为2025年投资。")),
      .fails(
        .prose("项目资金⟦640万元⟧，由中央资金⟦480万元⟧、省级配套⟦100万元⟧、市级配套⟦50万元⟧组成；当年计划投资420万元。"),
        .at("⟦640万元⟧", "所列各项之和 630 万元，小于总数 640 万元，相差 10 万元。")),
      .passes(.prose("全年拨付119.34万元，其中工作经费45万元，奖励资金14.6万元，其余用于活动。")),
      .passes(.prose("总支出716.8万元，其中基本支出471.83万元，项目支出245万元。")),
      .passes(.prose("全年执行数79.69万元，结余3.61万元。其中：基本支出15.6万元，项目支出64.09万元。")),
      .fails(
        .prose("总支出⟦452.72万元⟧，其中基本支出⟦249.85万元⟧，项目支出⟦212.87万元⟧。"),
        .at("⟦452.72万元⟧", "所列各项之和 462.72 万元，大于总数 452.72 万元，相差 10 万元。")),
      .fails(
        .prose("三公经费⟦10万元⟧（因公出国（境）费⟦0万元⟧，公务用车购置及运行维护费⟦3万元⟧，公务接待费⟦6万元⟧）。"),
        .at("⟦10万元⟧", "所列各项之和 9 万元，小于总数 10 万元，相差 1 万元。")),
      .fails(
        .prose("三个项目支出⟦100万元⟧，分别为培训⟦30万元⟧、展会⟦20万元⟧、走访⟦40万元⟧。"),
        .at("⟦100万元⟧", "所列各项之和 90 万元，小于总数 100 万元，相差 10 万元。")),
      .fails(
        .prose("扶持企业⟦120家⟧（其中商贸企业⟦20家⟧，外贸企业⟦90家⟧，物流企业⟦12家⟧）。"),
        .at("⟦120家⟧", "所列各项之和 122，大于总数 120家。")),
      .fails(
        .prose("支出⟦471.5万元⟧，执行率94.3%，结余28.5万元。其中：康复⟦182.6万元⟧、培训⟦76.4万元⟧、改造⟦128万元⟧、托养⟦94.5万元⟧。"),
        .at("⟦471.5万元⟧", "所列各项之和 481.5 万元，大于总数 471.5 万元，相差 10 万元。")),
      .passes(
        .prose("中央资金212万元、省级资金138万元，上级资金共计350万元。", "上级资金350万元，其中中央212万元、省级138万元；县级配套114万元，合计464万元。")),
      .fails(
        .prose("核定行政编制⟦18人⟧、事业编制⟦47人⟧，合计⟦75人⟧。"),
        .at("⟦75人⟧", "前面各项之和 65，所写合计 75人。")),
      .fails(
        .prose("自评得分⟦95.5分⟧，其中预算执行率得分⟦9.5分⟧，产出指标得分⟦49分⟧，效益指标得分⟦28分⟧，满意度指标得分⟦10分⟧。"),
        .at("⟦95.5分⟧", "所列各项得分之和 96.5 分，与 95.5分 不等。")),
      .passes(
        .prose(
          "部门预算项目60万元，分别是交流经费5万元，科技计划项目验收工作经费20万元，评审费35万元。",
          "全年预算数12846.25万元，全年执行数11818.55万元，执行率92%。其中：基本支出预算2486.4万元，执行2486.4万元；项目支出预算10359.85万元，执行9332.15万元。")),
      .fails(
        .prose("下达资金⟦3148万元⟧。其中：河道治理⟦1520万元⟧，维修养护⟦260万元⟧，小流域治理⟦950万元⟧，水价改革⟦408万元⟧。"),
        .at("⟦3148万元⟧", "所列各项之和 3138 万元，小于总数 3148 万元，相差 10 万元。")),
      .fails(
        .prose("自评得分⟦96.8分⟧。得分情况：任务完成50分，得⟦49分⟧；管理效率30分，得⟦28.5分⟧；满意度10分，得⟦10分⟧；预算执行10分，得⟦9.8分⟧。"),
        .at("⟦96.8分⟧", "所列各项得分之和 97.3 分，与 96.8分 不等。")),
      .passes(
        .prose(
          "共自评12个项目，其中优9个、良2个、中1个。", "12个项目中，自评为优的9个、良的2个，另有1个未开展。", "全县有学校12所，其中高中2所、初中4所、小学6所。",
          "办公经费98.6万元，其中办公费12.3万元、水电费8.5万元；公务接待费支出2.1万元，项目支出200万元，其中道路120万元、路灯80万元。",
          "下达资金350万元，其中中央200万元、省级150万元，其中用于救助100万元、培训240万元。",
          "培训500人，其中农村300人、城镇200人，其中残疾人150人、脱贫户260人。",
          "支出总额500万元，其中：基本支出300万元，人员250万元、公用50万元；项目支出200万元。",
          "项目总投资520万元，其中财政资金400万元、自筹资金100万元，其余为社会捐赠。", "到位资金520万元，其中中央资金400万元、省级资金100万元。")),
      .fails(
        .prose("对⟦12个⟧项目开展自评，结果为优⟦9个⟧、良⟦2个⟧、中⟦2个⟧。"),
        .at("⟦12个⟧", "各等级之和 13，与总数 12个 不等。")),
      .fails(
        .prose("⟦15个⟧项目中，⟦9个⟧评为优，⟦3个⟧评为良，⟦4个⟧评为中。"),
        .at("⟦15个⟧", "各等级之和 16，与总数 15个 不等。")),
      .fails(
        .prose("项目总投资⟦520万元⟧，其中财政资金⟦400万元⟧、自筹资金⟦100万元⟧。"),
        .at("⟦520万元⟧", "所列各项之和 500 万元，小于总数 520 万元，相差 20 万元。")),
      .fails(
        .prose("中央和省级资金共计⟦520万元⟧，其中中央资金⟦400万元⟧、省级资金⟦100万元⟧。"),
        .at("⟦520万元⟧", "所列各项之和 500 万元，小于总数 520 万元，相差 20 万元。")),
      .passes(
        .prose("安排资金1500万元，其中中央资金800万元、省级资金400万元、市级资金100万元，其余由各乡镇自筹。", "安排资金1500万元，其中：中央资金800万元，省级资金600万元，县级资金100万元。")),
      .fails(
        .prose("安排资金⟦1500万元⟧，其中：中央资金⟦800万元⟧、省级资金⟦400万元⟧、县级资金⟦100万元⟧。"),
        .at("⟦1500万元⟧", "所列各项之和 1300 万元，小于总数 1500 万元，相差 200 万元。")),
      .passes(
        .prose(
          "预算2860万元，当年支付1859万元，支付率65%，结转1001万元。", "下达资金500万元，上年结转20万元，支出480万元，结转40万元。", "预算500万元，支出480万元，收回15万元，结转5万元。")
      ),
      .fails(
        .prose("预算⟦2860万元⟧，当年支付⟦1859万元⟧，支付率65%，结转⟦1101万元⟧。"),
        .at("⟦1101万元⟧", "2860万元 减去 1859万元 为 1001 万元，所写结余 1101万元。")),
      .fails(
        .prose("2024年度收入⟦386.42万元⟧，其中财政拨款372.42万元、其他收入14万元；支出⟦381.9万元⟧，其中基本支出246.35万元、项目支出135.55万元，年末结转⟦4.25万元⟧。"),
        .at("⟦4.25万元⟧", "386.42万元 减去 381.9万元 为 4.52 万元，所写结余 4.25万元。")),
      .fails(
        .prose("预算执行得⟦9.6分⟧（10分），产出得⟦48分⟧（50分），效益得⟦29分⟧（30分），满意度得⟦9.5分⟧（10分），总分⟦95.1分⟧。"),
        .at("⟦95.1分⟧", "所列各项得分之和 96.1 分，与 95.1分 不等。")),
      .passes(.prose("产出得48分（50分），效益得29分（30分），满意度得9.5分（10分），总分86.5分。")),
      .passes(.prose("评价总分93分，其中投入14分（满分15分）、过程32分（满分35分）、产出29分（满分30分）、效果18分（满分20分）。")),
      .passes(
        .prose(
          "项目 | 预算数 | 决算数 | 执行率", "基本支出 | 2386.5 | 2416.2 | 101.24%", "其中：人员经费 | 2105.5 | 2156.8 | 102.44%",
          "公用经费 | 281 | 259.4 | 92.31%", "项目支出 | 16200 | 17824.9 | 110.03%", "合计 | 18586.5 | 20241.1 | 108.9%")),
      .fails(
        .prose(
          "项目 | 预算数 | 决算数", "基本支出 | 2386.5 | ⟦2416.2⟧", "其中：人员经费 | 2105.5 | ⟦2146.8⟧", "公用经费 | 281 | ⟦259.4⟧",
          "项目支出 | 16200 | 17824.9", "合计 | 18586.5 | 20241.1"),
        .at("⟦2416.2⟧", "表中“基本支出”写 2416.2，所列各行之和 2406.2。")),
      .passes(
        .prose(
          "下达各县资金600万元：东县280万元、西县320万元。", "总投资600万元，其中2023年200万元、2024年250万元、2025年150万元。",
          "资助资金5.42万元，已追回4.96万元，尚有0.46万元未追回。", "开工42个，完工38个，未完工4个。", "道路6公里、管网8公里，两项合计14公里。",
          "自评得分94.4分。扣分情况：甲扣2.6分，乙扣3分，共扣5.6分。")),
      .fails(
        .prose("下达各县资金⟦600万元⟧：东县⟦290万元⟧、西县⟦320万元⟧。"),
        .at("⟦600万元⟧", "所列各项之和 610 万元，大于总数 600万元。")),
      .fails(
        .prose("总投资⟦600万元⟧，其中2023年⟦200万元⟧、2024年⟦250万元⟧、2025年⟦140万元⟧。"),
        .at("⟦600万元⟧", "各年之和 590 万元，小于总数 600万元。")),
      .fails(
        .prose("涉及资金⟦5.42万元⟧，已追回⟦4.96万元⟧，尚有⟦0.64万元⟧未追回。"),
        .at("⟦0.64万元⟧", "5.42万元 减去 4.96万元 为 0.46 万元，所写其余 0.64万元。")),
      .fails(
        .prose("实际开工⟦42个⟧，完工⟦38个⟧，未完工⟦5个⟧。"), .at("⟦5个⟧", "42个 减去 38个 为 4，所写其余 5个。")),
      .fails(
        .prose("道路⟦6公里⟧、管网⟦8公里⟧、沟渠⟦3公里⟧，三项合计⟦18公里⟧。"),
        .at("⟦18公里⟧", "前面各项之和 17，所写合计 18公里。")),
      .fails(
        .prose("自评得分⟦93.4分⟧。扣分情况：甲扣2.6分，乙扣3分，共扣⟦5.6分⟧。"),
        .at("⟦93.4分⟧", "5.6分，应得 94.4 分，所写得分 93.4 分。")),
      .fails(
        .prose("自评得分91分，其中：履职（⟦40分⟧）得38分、管理（⟦30分⟧）得26分、效益（⟦35分⟧）得27分。"),
        .at("⟦40分⟧", "各项满分之和 105 分，应为 100 分。")),
      .passes(
        .prose(
          "年度 | 男（人） | 女（人） | 合计", "2022年 | 120 | 130 | 250", "2023年 | 131 | 142 | 273", "2024年 | 140 | 150 | 290")),
      .fails(
        .prose(
          "年度 | 男（人） | 女（人） | 合计", "2022年 | 120 | 130 | 250", "2023年 | ⟦131⟧ | ⟦142⟧ | ⟦283⟧",
          "2024年 | 140 | 150 | 290"),
        .at("⟦283⟧", "表中“2023年”写 283，这一行各列之和 273。")),
      .passes(
        .prose("一、收入情况", "收入总计963.48万元，含年初结转32.51万元。", "二、支出情况", "支出合计884.77万元。", "三、结余", "年末结转和结余78.71万元。")),
      .fails(
        .prose("一、收入情况", "收入总计⟦963.48万元⟧。", "二、支出情况", "支出合计⟦884.77万元⟧。", "三、结余", "年末结转和结余⟦88.71万元⟧。"),
        .at("⟦88.71万元⟧", "963.48万元 减去 884.77万元 为 78.71 万元，所写结余 88.71万元。")),
      .passes(.prose("东区5个点按期、西区3个点延期，全市共12个点。")),
      .fails(
        .prose("其中⟦8个⟧县按期兑付，⟦2个⟧县延期，全市共⟦9个⟧县。"), .at("⟦9个⟧", "前面各项之和 10，所写合计 9个。")),
      .fails(
        .prose("自评总分⟦94分⟧（产出⟦48分⟧、效益⟦38分⟧、满意度⟦9分⟧）。"),
        .at("⟦94分⟧", "所列各项得分之和 95 分，与 94分 不等。")),
      .fails(
        .prose(
          "类别 | 人数 | 支出 | 占比", "甲 | 3 | 40 | 40%", "乙 | 3 | 30 | 30%", "丙 | 2 | 20 | 20%", "丁 | 1 | ⟦10⟧ | ⟦12%⟧",
          "合计 | 9 | ⟦100⟧ | 100%"),
        .at("⟦12%⟧", "表中“丁”写 12%，按合计应为 10%。")),
      .passes(.prose("项目8个。按类别分：文化类3个、体育类5个。", "应收水费612万元，实收541.62万元，未收70.38万元。")),
      .fails(
        .prose("项目⟦8个⟧。按类别分：文化类⟦3个⟧、体育类⟦6个⟧。"), .at("⟦8个⟧", "所列各类之和 9，与总数 8个 不等。")),
      .fails(
        .prose("开展检查⟦4次⟧，其中上半年⟦2次⟧、下半年⟦3次⟧，未发现挤占挪用。"), .at("⟦4次⟧", "所列各项之和 5，大于总数 4次。")),
      .fails(
        .prose("应收水费⟦612万元⟧，实收⟦541.62万元⟧，未收⟦62.38万元⟧。"),
        .at("⟦62.38万元⟧", "612万元 减去 541.62万元 为 70.38 万元，所写其余 62.38万元。")),
      .cannotLook([:]),
    ]
  ) { dossier in
    guard dossier.hasProse else { return .notCheckable(missing: ["报告正文"]) }
    let statements = dossier.statements
    let lists = (statements.lists + statements.looseLists).filter { !statements.isOfOtherRule($0) }
    let sums = lists.compactMap { list in
      statements.look(
        at: list,
        isWhole: list.isComplete || statements.isPartition(list) || statements.isSplit(list, .inTwo)
          || statements.isBySources(list) || statements.endsInOthers(list),
        isLikelyWhole: statements.isSplit(list, .usuallyInTwo))?.finding
    }
    let plain = dossier.plainTables
    let tables =
      plain.flatMap(\.wrongSums).map { $0.finding("所列各行之和 \($0.right.spoken(4))") }
      + plain.flatMap(\.wrongRowSums).map { $0.finding("这一行各列之和 \($0.right.spoken(4))") }
      + plain.flatMap(\.wrongShares).map { $0.finding("按合计应为 \($0.right.spoken(2))%") }
    let prose = [
      countsOfParts, totalsBehind, remainders, CountRemainder.finder, NamedParts.finder, ColonParts.finder,
      YearParts.finder, ClassParts.finder,
    ].flatMap {
      dossier.found(in: $0)
    }
    let told = Set(prose.compactMap(\.places.first))
    let left = dossier.leftoverSlips.filter { !told.contains($0.places[0]) }
    let known = told.union(left.map { $0.places[0] })
    let balances = dossier.yearBalances.filter { !known.contains($0.places[0]) }
    return Verdict(sums + prose + left + balances + tables)
  }

  private static let remainders = PassageFinder { read in Remainder.all(in: read).compactMap(\.finding) }

  private static let countsOfParts = PassageFinder { read in
    read.passage.passage.figures.count < 3 ? [] : countedFindings(in: read.passage) + gradeFindings(in: read.passage)
  }
  private static let totalsBehind = PassageFinder { read in
    read.passage.passage.figures.compactMap { total($0, in: read.passage) ?? score($0, in: read.passage) }
      + DeductedScore.findings(in: read.passage)
  }

  /// People and things: more parts than there are in all. Posts and staff are looked at by A29 and A30.
  private static func countedFindings(in passage: PassageReading) -> [Finding] {
    let others = (passage.postLists + passage.staffLists).map(\.total.figure)
    return passage.passage.figures.compactMap { others.contains($0) ? nil : finding(on: $0, in: passage) }
  }

  /// Things by the grades they were given, where 其中 does not part them already.
  private static func gradeFindings(in passage: PassageReading) -> [Finding] {
    passage.passage.figures.compactMap { figure in
      guard let list = GradeCounts(wrong: figure, in: passage), finding(on: figure, in: passage) == nil else {
        return nil
      }
      let all = list.sum.exact.spoken(2)
      let isAbove = list.sum.relation(to: list.total.value) == .above
      return Finding(
        at: ([figure] + list.parts.map(\.figure)).map { .text(passage.passage.place($0.range)) },
        "各等级之和 \(all)，与总数 \(passage.quote(figure)) 不等。",
        derivation: "\(list.parts.map { passage.quote($0.figure) }.joined(separator: " + ")) = \(all)",
        severity: isAbove ? nil : .info)
    }
  }

  /// 合计 behind what it sums up.
  private static func total(_ figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard let list = TrailingTotal(wrong: figure, in: passage) else { return nil }
    let figures = [figure] + list.parts.map(\.figure)
    let sum = list.total.unit == "元" ? list.sum.spoken : list.sum.exact.spoken(2)
    return Finding(
      at: figures.map { .text(passage.passage.place($0.range)) }, "前面各项之和 \(sum)，所写合计 \(passage.quote(figure))。",
      derivation: "\(list.parts.map { passage.quote($0.figure) }.joined(separator: " + ")) = \(sum)")
  }

  /// A score and those that make it up.
  private static func score(_ figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard let list = ScoreParts(wrong: figure, in: passage) ?? ScoreParts(wrongBehind: figure, in: passage) else {
      return points(figure, in: passage)
    }
    let sum = list.sum.spoken(2)
    return Finding(
      at: ([figure] + list.parts).map { .text(passage.passage.place($0.range)) },
      "所列各项得分之和 \(sum) 分，与 \(passage.quote(figure)) 不等。",
      derivation: "\(list.parts.map { passage.quote($0) }.joined(separator: " + ")) = \(sum)")
  }

  /// What each part could earn comes to another number than 100.
  private static func points(_ figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard let (points, sum) = ScoreParts.wrongPoints(behind: figure, in: passage) else { return nil }
    return Finding(
      at: points.map { .text(passage.passage.place($0.range)) }, "各项满分之和 \(sum.spoken(2)) 分，应为 100 分。",
      derivation: "\(points.map { passage.quote($0) }.joined(separator: " + ")) = \(sum.spoken(2))")
  }

  private static func finding(on figure: WrittenFigure, in passage: PassageReading) -> Finding? {
    guard let list = CountedParts(behind: figure, in: passage), let sum = list.sum else { return nil }
    let relation = sum.relation(to: list.total.value)
    let isAbove = relation == .above
    let isShort = relation == .below && list.leavesNothingOut(in: passage)
    guard isAbove || isShort || list.isSlip(of: passage) else { return nil }
    let figures = [figure] + list.parts.map(\.figure)
    let all = sum.exact.spoken(2)
    return Finding(
      at: figures.map { .text(passage.passage.place($0.range)) },
      "所列各项之和 \(all)，\(isAbove ? "大于总数" : isShort ? "小于总数" : "与总数") \(passage.quote(figure))\(isAbove || isShort ? "" : " 只差一位数字，请核对")。",
      derivation: "\(list.parts.map { passage.quote($0.figure) }.joined(separator: " + ")) = \(all)",
      severity: isAbove || isShort ? nil : .info)
  }
}

extension Statements {
  /// Basic spending and procurement are looked at by C09 and A28.
  fileprivate func isOfOtherRule(_ list: PartList) -> Bool {
    switch amounts[list.total].item {
    case .procurement: list.parts.allSatisfy { [.goods, .works, .services].contains(amounts[$0].item) }
    case .basicExpenditure: isPartition(list)
    default: false
    }
  }
}
