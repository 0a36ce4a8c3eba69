// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// Measures Core in process; apart from the product, which does not carry it.
let package = Package(
  name: "Measure",
  platforms: [.macOS(.v15)],
  dependencies: [.package(path: "../../Core")],
  targets: [
    // Links into the service's sources.
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter"),
    .target(name: "Workbooks", dependencies: ["CXlsxWriter"], swiftSettings: strict),
    .executableTarget(
      name: "measure", dependencies: [.product(name: "Core", package: "Core"), "Workbooks"],
      swiftSettings: strict),
  ]
)
