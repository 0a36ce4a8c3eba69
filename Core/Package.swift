// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(name: name + "Tests", dependencies: [.init(stringLiteral: name)] + dependencies, swiftSettings: strict)
}

let package = Package(
  name: "Core",
  platforms: [.macOS(.v15)],
  products: [
    .library(
      name: "Core", targets: ["Text", "Figures", "Rules", "Evaluation", "Reading", "Audit", "OOXML", "HTML", "JSON"])
  ],
  targets: [
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    library("Text"),
    library("Figures"),
    library("Rules"),
    library("HTML"),
    library("JSON"),
    library("OOXML", ["CZlib", "Text"]),
    library("Evaluation", ["Text", "Figures", "Rules"]),
    library("Reading", ["Text", "Figures", "Evaluation"]),
    library("Audit", ["Text", "Figures", "Rules", "Evaluation", "Reading"]),
    tests("Text"),
    tests("Figures"),
    tests("HTML"),
    tests("JSON"),
    tests("OOXML", ["JSON"]),
    tests("Evaluation", ["Figures", "Rules"]),
    tests("Reading", ["Figures", "Evaluation"]),
    tests("Audit", ["Figures", "Rules", "Evaluation", "Reading"]),
  ]
)
