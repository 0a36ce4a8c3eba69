import HTML
import Operations
import Store

/// 双重验证 on the page of the own account: setting it up, and ending it.
struct SecondFactorSection {
  let visitor: Visitor
  let factor: SecondFactor?
  let fields: Fields

  /// What its buttons do.
  enum Act: String {
    case begin, confirm, remove
  }

  var html: HTML {
    HTML {
      HTML.element("h2", [Attribute("id", "second-factor")]) { "双重验证" }
      if visitor.mustSetFactor {
        HTML.element("p", [Attribute("class", "notice"), Attribute("role", "status")]) {
          "您的岗位须启用双重验证，启用后才能使用其他页面。"
        }
      }
      if let factor {
        if factor.isInForce { inForce } else { unconfirmed(factor) }
      } else {
        HTML.element("p", [Attribute("class", "sub")]) {
          "启用后，登录时除密码外还要填写手机验证器上的 6 位动态验证码。绩效经办、管理员等岗位建议启用。"
        }
        form(.begin, "启用双重验证")
      }
    }
  }

  private var inForce: HTML {
    HTML {
      HTML.element("p", [Attribute("class", "sub")]) {
        "已启用：登录时须填写动态验证码。换手机前请先停用；手机丢失的，请管理员重新发放一次性密码，双重验证随之停用。"
      }
      form(.remove, "停用双重验证")
    }
  }

  private func unconfirmed(_ factor: SecondFactor) -> HTML {
    let key = Base32.text(of: factor.key)
    let address = Self.address(key, visitor.person.account)
    return HTML {
      HTML.element("ol", [Attribute("class", "steps")]) {
        HTML.element("li") {
          "在手机上打开身份验证器（支持 TOTP 的应用或小程序），扫描二维码；在手机上看本页的，可以"
          HTML.element("a", [Attribute("href", address)]) { "直接添加" }
          "。"
          QRCode(address)?.html("二维码，内容与下面的账号和密钥相同") ?? HTML()
        }
        HTML.element("li") {
          "不能扫描的，选择手动输入：账号填 "
          HTML.element("code") { visitor.person.account }
          "，密钥填 "
          HTML.element("code", [Attribute("class", "secret")]) { Self.grouped(key) }
          "。"
        }
        HTML.element("li") { "填写验证器上显示的 6 位数字，确认启用。" }
      }
      form(.confirm, "确认启用")
    }
  }

  private func form(_ act: Act, _ words: String) -> HTML {
    HTML.element("form", [Attribute("method", "post"), Attribute("action", Route.secondFactor.path)]) {
      Fields.token(visitor)
      if act == .begin {
        fields.text("factorSecret", "现在的密码", type: "password", autocomplete: "current-password")
      } else {
        fields.text("code", "动态验证码", hint: "6 位数字，每 30 秒更换。", autocomplete: "one-time-code", width: "w8")
      }
      HTML.element("p", [Attribute("class", "form-actions")]) {
        HTML.element(
          "button",
          [
            Attribute("class", act == .confirm ? "primary" : nil), Attribute("name", "act"),
            Attribute("value", act.rawValue),
          ]
        ) { words }
      }
    }
  }

  /// Four by four, as it is typed.
  private static func grouped(_ key: String) -> String {
    stride(from: 0, to: key.count, by: 4).map { String(key.dropFirst($0).prefix(4)) }.joined(separator: " ")
  }

  /// What authenticators open.
  private static func address(_ key: String, _ account: String) -> String {
    "otpauth://totp/\("绩衡:\(account)".asQueryValue)?secret=\(key)&issuer=\("绩衡".asQueryValue)"
  }
}
