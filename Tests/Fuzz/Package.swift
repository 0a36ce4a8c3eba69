// swift-tools-version: 6.2
import PackageDescription

// Apart from the product: only script/fuzz builds it, with coverage for the fuzzer.
let package = Package(
  name: "Fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(path: "../../Core")],
  targets: [
    .executableTarget(
      name: "Fuzz", dependencies: [.product(name: "Core", package: "Core")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
      ])
  ]
)
