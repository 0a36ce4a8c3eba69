// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// Measures Core and the documents in process; apart from the product, which does not carry it.
let core = Target.Dependency.product(name: "Core", package: "Core")

let package = Package(
  name: "Measure",
  platforms: [.macOS(.v15)],
  dependencies: [.package(path: "../../Core")],
  targets: [
    // Links into the service's sources.
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter"),
    .target(name: "Scratch", swiftSettings: strict),
    .target(name: "Workbooks", dependencies: ["CXlsxWriter", "Scratch"], swiftSettings: strict),
    .target(name: "Conversion", dependencies: ["Scratch"], swiftSettings: strict),
    .target(name: "Intake", dependencies: [core, "Conversion", "Scratch"], swiftSettings: strict),
    .target(name: "Paper", dependencies: [core, "Workbooks"], swiftSettings: strict),
    .executableTarget(
      name: "measure", dependencies: [core, "Intake", "Paper", "Workbooks"], swiftSettings: strict),
  ]
)
