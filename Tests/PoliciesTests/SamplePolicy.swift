/// A small policy without a fault, which examples of faults change in one place.
enum SamplePolicy {
  static let text = """
    title: 示例自评
    region: 示例县
    year: 2024
    object: department
    version: 1
    effectiveFrom: 2025-01-01
    sources:
      form: {title: 自评表, clause: 附件1, verified: true}
    amounts: {unit: 万元, decimals: 2, source: form}
    rounding: {scoreDecimals: 2, rateDecimals: 2, mode: halfUp, source: form}
    scoring:
      execution: {points: 10, reasonBelow: 90, source: form}
      indicators: {points: 90, count: {least: 1, most: 30}, source: form}
      reverse: {rule: byRatio, source: form}
      passing: {share: 0.6, source: form}
      levels:
        source: form
        items:
          - {label: 达成, words: [达标], share: "[80, 100]"}
          - {label: 未达成, share: "[0, 80)"}
      overfulfilment: {share: 1.3, effect: warn, source: form}
      caps:
        source: form
        items:
          - {rate: "[0, 50)", most: 59}
          - {rate: "[50, 60)", most: 69}
    grades:
      source: form
      note: 90分归优。
      bands:
        - {label: 优, range: "[90, 100]"}
        - {label: 差, range: "[0, 90)"}
    trees:
      - id: classic
        title: 一套
        source: form
        groups:
          - id: output
            label: 产出指标（80分）
            points: 80
            nodes:
              - {id: quantity, label: 数量指标, subject: quantity}
              - {id: cost, label: 成本指标, subject: cost}
          - id: satisfactions
            label: 满意度指标
            points: 10
            nodes:
              - {id: satisfaction, label: 服务对象满意度, subject: satisfaction, removable: false}
    forms:
      - id: base
        kind: baseData
        title: "{year}年度基础数据表"
        shortTitle: 基础表
        width: 12
        source: form
        blocks:
          - table:
              id: spending
              caption: 经费
              captionWidth: 4
              columns:
                - {id: budget, caption: 预算数, width: 4, kind: amount}
                - {id: final, caption: "{year}年决算数", width: 4, kind: amount}
              rows:
                - {id: threePublic, label: 三公经费, computed: sum(children)}
                - {id: abroad, label: 出国, level: 2, parent: threePublic}
                - {id: reception, label: 接待, level: 2, parent: threePublic}
                - {id: funds, label: 专项, linesOrTyped: true, lines: {add: 新增专项, placeholder: 某专项, level: 2}}
      - id: self
        kind: selfEvaluation
        title: "{year}年度自评表"
        shortTitle: 自评表
        width: 12
        source: form
        blocks:
          - grid:
              side: {label: 资金, width: 2}
              rows:
                - - {cell: total/budget, caption: 全年预算数, width: 4, kind: amount}
                  - {cell: total/executed, caption: 全年执行数, width: 4, kind: amount}
                  - {width: 2}
                - - {cell: total/points, caption: 分值, width: 4, kind: points, computed: 10}
                  - {cell: total/score, caption: 得分, width: 4, kind: points, computed: 10 * total.executed / total.budget}
                  - {label: 某年, width: 2}
          - indicators:
              side: {label: 绩效指标, width: 1}
              group: {label: 一级指标, width: 1}
              node: {label: 二级指标, width: 1}
              columns:
                - {role: name, caption: 三级指标, width: 4}
                - {role: target, caption: 指标值, width: 1}
                - {role: actual, caption: 完成值, width: 1}
                - {role: points, caption: 分值, width: 1}
                - {role: score, caption: 得分, width: 1}
                - {role: reason, caption: 原因, width: 1}
          - grid:
              rows:
                - - {label: 总分, width: 8}
                  - {cell: sum/score, caption: 总得分, width: 4, kind: points, computed: "sum(indicators.score, total.score)"}
        footer:
          - {column: phone, caption: 联系电话, personal: true}
    outlines:
      - id: report
        title: "{unit}自评报告"
        source: form
        sections:
          - {id: overview, level: 1, heading: 一、基本情况, required: true, starter: "支出{{base/funds/final}}万元。"}
    attachments:
      - {id: report, title: 自评报告, need: always, outline: report, endings: [docx], source: form}
    paths: {lead: [unit, finance], subordinate: [unit, department], leadWaitsForSubordinates: true, source: form}
    localChecks:
      - id: L01
        title: 专项不超过三公
        severity: warning
        form: base
        condition: funds.final <= threePublic.final
        message: 不应超过。
        source: form
    disabledChecks:
      - {check: B12, reason: 不设上限, source: form}
    sampling: {ratio: 15, source: form}
    workAssessment:
      title: 考核评分表
      source: form
      rows:
        - id: notice
          first: 布置工作
          second: 自评通知
          label: 印发通知
          points: 40
          method: computed
          check: attached
          rule: whole
          files: [report]
          criterion: 印发通知的得分。
        - id: content
          first: 布置工作
          second: 自评通知
          label: 通知内容
          points: 30
          method: computed
          check: content
          rule: deduct
          each: 1
          files: [report]
          elements:
            - {label: 自评范围, words: [自评范围]}
          criterion: 每缺一项扣1分。
        - id: problems
          first: 自评报告
          second: 反映问题
          label: 反映问题
          points: 30
          method: prompted
          check: onlyLackOfFunds
          criterion: 归纳问题全面的得分。
          tiers:
            - {range: "[20, 30]", criterion: 全面}
    resultUse:
      source: form
      items:
        - {grade: 优, text: 优先安排。}

    """
}
