import Audit
import HTML
import Intake
import Operations
import Reading
import Store

/// What becomes public of the reports that were uploaded as files, and what stays inside.
struct UploadedReportsView {
  let filing: Int64
  let draft: PublicDraft

  var html: HTML {
    HTML {
      for upload in draft.unreadable {
        HTML.element("div", [Attribute("class", "notice error")]) { upload.problem }
      }
      for upload in draft.uploads { if let text = upload.text { notice(upload, text) } }
      for upload in draft.setAside {
        HTML.element("p") { "报告已在线填写，公开在线填写的内容；上传的“\(upload.file.name)”留在系统内，不公开。" }
      }
    }
  }

  private func notice(_ upload: UploadedReport, _ text: UploadedReport.Text) -> HTML {
    .element("section", [Attribute("class", "panel")]) {
      HTML.element("h3") {
        "上传的报告 "
        HTML.element("a", [Attribute("href", Route.file(filing, upload.id).path)]) { upload.file.name }
      }
      HTML.element("p") { "公开从文件中读出的文字和表格，由系统重新排版；原文件留在系统内，不公开。请用“预览公开稿”核对是否完整。" }
      let left = Self.left(of: text.source)
      if !left.isEmpty { HTML.element("p") { "文件中还有\(left.joined(separator: "、"))，以及文件属性，都不公开。" } }
      let traces = text.stretches.filter { !$0.isShown }
      if !traces.isEmpty {
        HTML.element("p") { "其中 \(traces.count) 处写有不宜公开的内容，原文件请勿另行外传：" }
        HTML.element("ul") {
          for stretch in traces {
            HTML.element("li", [Attribute("class", stretch.forbidsPublication ? "error" : nil)]) {
              if case .trace(let trace, _) = stretch.source { "\(trace.placeInWords)：" }
              stretch.reason
            }
          }
        }
      }
    }
  }

  /// What a file holds that no page of text shows, counted by its kind.
  private static func left(of source: SourceFile) -> [String] {
    let traces = source.report.traces?.list ?? []
    let counted = FileTrace.Kind.allCases.compactMap { kind -> String? in
      let count = traces.count { $0.kind == kind }
      guard count > 0, let unit = kind.countWord else { return nil }
      return "\(kind.words) \(count) \(unit)"
    }
    let blank = source.pagesWithoutText.map { "\($0 + 1)" }
    return counted + (blank.isEmpty ? [] : ["没有可读文字的第 \(blank.joined(separator: "、")) 页（可能是扫描件或图片）"])
  }
}

extension FileTrace.Kind {
  /// What it is counted by; nil for what nobody would miss in a copy.
  fileprivate var countWord: String? {
    switch self {
    case .comment: "条"
    case .deletion, .movement, .hidden, .header, .footer, .note, .endnote: "处"
    case .picture: "张"
    case .embedded: "个"
    case .insertion, .formatting, .bookmark, .field, .macros, .property, .link: nil
    }
  }
}
