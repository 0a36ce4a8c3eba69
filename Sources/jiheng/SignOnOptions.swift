import ArgumentParser
import Foundation
import OpenID
import Site

/// Another system that people sign in with.
struct SignOnOptions: ParsableArguments {
  @Option(help: ArgumentHelp("统一身份认证（OpenID Connect）的签发者地址；不给出就只用本系统的账号和密码登录。", valueName: "地址"))
  var identityProvider: String?
  @Option(help: ArgumentHelp("本系统在统一身份认证中的客户端编号。", valueName: "编号")) var identityClient: String?
  @Option(help: ArgumentHelp("客户端密钥所在的文件。", valueName: "文件")) var identitySecretFile: String?
  @Option(help: ArgumentHelp("其中表示账号（或手机号码）的字段，须是本人不能自行修改的。", valueName: "字段"))
  var identityClaim = "preferred_username"
  @Option(help: ArgumentHelp("登录页上的名称。", valueName: "名称")) var identityTitle = "统一身份认证"

  /// nil where there is none. Throws `ValidationError` where something is missing or cannot be right.
  /// - Parameter address: where browsers find this system, without a slash at its end.
  func desk(at address: String) throws -> SignOnDesk? {
    guard let issuer = identityProvider else {
      if identityClient != nil || identitySecretFile != nil { throw ValidationError("请用 --identity-provider 给出签发者地址。") }
      return nil
    }
    guard let client = identityClient else { throw ValidationError("请用 --identity-client 给出客户端编号。") }
    guard let file = identitySecretFile, let data = FileManager.default.contents(atPath: file) else {
      throw ValidationError("请用 --identity-secret-file 给出客户端密钥的文件。")
    }
    do {
      return SignOnDesk(
        try OpenIDProvider(
          issuer: issuer, client: client,
          secret: String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines),
          claim: identityClaim, title: identityTitle,
          callback: address + Site.identityReturnPath))
    } catch {
      switch error {
      case .misconfigured(let reason): throw ValidationError(reason + "。")
      default: throw error
      }
    }
  }
}
