import Foundation
public import Scratch

/// What LibreOffice is set to before it opens a document: it runs no macros, and fetches nothing that a document links to.
public enum OfficeProfile {
  /// Makes a profile in a folder. Answers its address; nil where it cannot be written.
  public static func make(in folder: ScratchFolder) -> String? {
    guard folder.makeFolder("profile/user"),
      folder.write(Array(settings.utf8), to: "profile/user/registrymodifications.xcu")
    else { return nil }
    return URL(filePath: folder.path + "/profile", directoryHint: .isDirectory).absoluteString
  }

  /// Links are refused where the suite knows them for links; HTML's style sheets and whatever else it fetches without
  /// asking goes to a proxy that is not there.
  private static let settings: String = {
    let scripting = "/org.openoffice.Office.Common/Security/Scripting"
    let network = "/org.openoffice.Inet/Settings"
    let values = [
      (scripting, "BlockUntrustedRefererLinks", "true"), (scripting, "DisableMacrosExecution", "true"),
      (scripting, "MacroSecurityLevel", "3"), (network, "ooInetProxyType", "2"),
      (network, "ooInetHTTPProxyName", "127.0.0.1"), (network, "ooInetHTTPProxyPort", "9"),
      (network, "ooInetHTTPSProxyName", "127.0.0.1"), (network, "ooInetHTTPSProxyPort", "9"),
      (network, "ooInetNoProxy", ""),
    ]
    let items = values.map { path, name, value in
      #"<item oor:path="\#(path)"><prop oor:name="\#(name)" oor:op="fuse"><value>\#(value)</value></prop></item>"#
    }
    return #"""
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      \#(items.joined(separator: "\n"))
      </oor:items>
      """#
  }()
}
