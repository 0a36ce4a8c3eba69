/// Browsers by what they say of themselves, as people call them.
enum BrowserName {
  /// "Chrome（Windows）"; the order counts, since most name their ancestors too.
  static func words(for agent: String) -> String {
    let browsers = [
      ("Edg", "Edge"), ("Firefox/", "Firefox"), ("MicroMessenger", "微信"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ]
    let systems = [
      ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS", "macOS"),
      ("Linux", "Linux"),
    ]
    let browser = browsers.first { agent.contains($0.0) }?.1 ?? "其他程序"
    return browser + (systems.first { agent.contains($0.0) }.map { "（\($0.1)）" } ?? "")
  }
}
