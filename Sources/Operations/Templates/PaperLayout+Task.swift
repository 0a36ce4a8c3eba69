public import Database
import OOXML
public import Paper
import Store

extension ReadTransaction {
  /// What the Word documents of a task are made from. Throws `TemplateUnfit` or `DatabaseFault`.
  public func paperLayout(of task: Int64) throws -> PaperLayout {
    guard let content = try first(.templateInUse(by: task, .filing)) else { return .builtIn }
    do throws(TemplateRefusal) { return .template(try WordTemplate(content)) } catch {
      throw TemplateUnfit(message: "本任务的 Word 模板不能使用：\(error.message)。请管理员在任务的“Word 模板”页更换模板。")
    }
  }
}
