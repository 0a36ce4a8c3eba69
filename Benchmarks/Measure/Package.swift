// swift-tools-version: 6.2
import PackageDescription

// Measures Core in process; apart from the product, which does not carry it.
let package = Package(
  name: "Measure",
  platforms: [.macOS(.v15)],
  dependencies: [.package(path: "../../Core")],
  targets: [
    .executableTarget(
      name: "measure", dependencies: [.product(name: "Core", package: "Core")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
      ])
  ]
)
