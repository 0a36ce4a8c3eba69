import Evaluation
import Policies
import Testing

/// What the published forms print, in their order.
struct PrintedFormTests {
  @Test func `the county's base table prints what its original prints`() throws {
    let layout = try layout("hunan-2024-department", "base")
    #expect(layout.title == "2024年度部门整体支出绩效评价基础数据表")
    #expect(
      layout.grid.printed == [
        "财政供养人员情况（人）", "编制数", "2024年实际在职人数", "控制率",
        "经费控制情况（万元）", "2023年决算数", "2024年预算数", "2024年决算数",
        "三公经费", "1、公务用车购置和维护经费", "其中：公车购置", "公车运行维护", "2、出国经费", "3、公务接待",
        "项目支出", "1、业务工作经费", "2、运行维护经费", "3、上级专项资金",
        "公用经费", "其中：办公经费", "水费、电费、差旅费", "会议费、培训费", "政府采购金额", "部门基本支出预算调整",
        "楼堂馆所控制情况（2024年完工项目）", "批复规模（㎡）", "实际规模（㎡）", "规模控制率", "预算投资（万元）",
        "实际投资（万元）", "投资概算控制率", "厉行节约保障措施",
      ])
    #expect(layout.form.notes.map { $0.prefix(3) } == ["说明："])
    #expect(layout.footer.isEmpty)
  }

  @Test func `the county's self-evaluation table prints what its original prints`() throws {
    let layout = try layout("hunan-2024-department", "self")
    #expect(layout.title == "2024年度部门整体支出绩效自评表")
    #expect(
      layout.grid.printed == [
        "单位名称", "示例县商务局",
        "年度预算申请（万元）", "年初预算数", "全年预算数(A)", "全年执行数(B)", "分值", "执行率(B/A)", "得分", "年度资金总额",
        "按收入性质分：", "按支出性质分：", "其中：一般公共预算：", "其中：基本支出：", "政府性基金拨款：", "项目支出：",
        "纳入专户管理的非税收入拨款：", "其他资金：",
        "年度总体目标", "年初目标设定", "全年实际完成情况",
        "绩效指标（90分）", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施",
        "产出指标（50分）", "数量指标", "质量指标", "时效指标", "成本指标",
        "效益指标（30分）", "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标",
        "满意度指标（10分）", "服务对象满意度指标", "总分",
      ])
    #expect(layout.form.notes.count == 3)
    #expect(layout.footer.isEmpty)
  }

  @Test func `the city's base table prints what its original prints`() throws {
    let layout = try layout("yueyang-2024-department", "base")
    #expect(
      layout.grid.printed == [
        "财政供养人员情况（人）", "编制数", "2024年实际在职人数", "控制率",
        "经费控制情况（万元）", "2023年决算数", "2024年预算数", "2024年决算数",
        "三公经费", "1、公务用车购置和维护经费", "其中：公车购置", "公车运行维护", "2、出国经费", "3、公务接待",
        "项目支出：", "1、业务工作经费", "2、运行维护经费", "3、市级专项资金（一个专项一行）",
        "公用经费", "其中：办公经费", "水费、电费、差旅费", "会议费、培训费", "政府采购金额", "部门基本支出预算调整",
        "楼堂馆所控制情况（2024年完工项目）", "批复规模（㎡）", "实际规模（㎡）", "规模控制率", "预算投资（万元）",
        "实际投资（万元）", "投资概算控制率", "厉行节约保障措施",
      ])
    #expect(layout.footer.map(\.caption) == ["填表人", "填报日期", "联系电话", "单位负责人签字"])
    #expect(layout.form.footer.filter(\.isPersonal).map(\.column) == ["preparer", "phone", "head"])
  }

  @Test func `the city's self-evaluation table prints what its original prints`() throws {
    let layout = try layout("yueyang-2024-department", "self")
    #expect(
      layout.grid.printed == [
        "市级预算部门名称", "示例县商务局",
        "年度预算申请（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分", "年度资金总额",
        "按收入性质分：", "按支出性质分：", "其中：一般公共预算：", "其中：基本支出：", "政府性基金拨款：", "项目支出：",
        "纳入专户管理的非税收入拨款：", "其他资金：",
        "年度总体目标", "预期目标", "实际完成情况",
        "绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施",
        "产出指标(50分)", "数量指标", "质量指标", "时效指标", "成本指标",
        "效益指标（30分）", "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标",
        "满意度指标（10分）", "服务对象满意度指标", "总分",
      ])
    #expect(layout.footer.map(\.caption) == ["填表人", "填报日期", "联系电话", "单位负责人签字"])
    let total = CellAddress("self", "income", "total")
    #expect(!layout.grid.definitions.contains { $0.address == total })
  }

  @Test func `the project table of 2022 prints what its original prints`() throws {
    let layout = try layout("hunan-2022-project", "project-1")
    #expect(layout.title == "2022年度预算支出绩效自评表")
    #expect(
      layout.grid.printed == [
        "项目支出名称", "主管部门", "实施单位",
        "项目资金(万元)", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分",
        "年度资金总额", "其中：当年财政拨款", "上年结转资金", "其他资金",
        "年度总体目标", "预期目标", "实际完成情况",
        "绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施",
        "产出指标(50分)", "数量指标", "质量指标", "时效指标", "成本指标",
        "效益指标(30分)", "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标",
        "满意度指标(10分)", "服务对象满意度指标", "总分",
      ])
    #expect(layout.footer.map(\.caption) == ["填表人", "填报日期", "联系电话", "单位负责人签字"])
  }

  private func layout(_ policy: String, _ sheet: String) throws -> Calculation.SheetLayout {
    try #require(Calculation(Shipped.blank(try Shipped.policy(policy))).layout(of: sheet))
  }
}
