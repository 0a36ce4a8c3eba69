public import Evaluation
public import OOXML
public import Paper
import Store

/// Whether a file can be the Word template of a task.
public struct TemplateCheck: Sendable {
  /// What the template may name.
  public let placeholders: FilingPlaceholders

  /// `year` is the task's.
  public init(_ policies: PolicySet, year: Int) { placeholders = FilingPlaceholders(policies, year: year) }

  /// Throws `Invalid` with every fault at once, each with its place.
  public func template(_ content: [UInt8]) throws(Invalid) -> WordTemplate {
    guard !content.isEmpty else { throw Self.invalid(["请选择文件。"]) }
    let template: WordTemplate
    do throws(TemplateRefusal) { template = try WordTemplate(content) } catch {
      throw Self.invalid([error.message + "。"])
    }
    let faults = template.faults(placeholders.vocabulary)
    guard faults.isEmpty else { throw Self.invalid(faults.map(\.message)) }
    return template
  }

  /// The field "file" with each message.
  private static func invalid(_ messages: [String]) -> Invalid {
    Invalid(messages.map { FieldProblem("file", $0) })
  }
}

/// The template of a task does not fit the policies that it is held under now, or cannot be read any more.
public struct TemplateUnfit: Error, Sendable {
  /// In Chinese, with what to do.
  public let message: String
}
