// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.init(stringLiteral: name)] + dependencies, swiftSettings: strict)
}

let core = Target.Dependency.product(name: "Core", package: "Core")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let csv = Target.Dependency.product(name: "SwiftCSV", package: "SwiftCSV")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let jwt = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")

let package = Package(
  name: "Jiheng",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "jiheng", targets: ["jiheng"]),
    .executable(name: "jiheng-audit", targets: ["jiheng-audit"]),
  ],
  dependencies: [
    .package(path: "Core"),
    .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
    .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
    .package(url: "https://github.com/vapor/jwt-kit.git", from: "5.7.1"),
    .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV.git", from: "0.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
    .systemLibrary(name: "CZxcvbn", providers: [.apt(["libzxcvbn-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    library("Database", [grdb, "CLibPQ"]),
    library("Store", [core, "Database"]),
    library("Policies", [core, yams, crypto], resources: [.copy("Resources")]),
    library("Scratch"),
    library("Conversion", ["Scratch"]),
    library("OpenID", ["Program", jwt, crypto]),
    library("Intake", [core, "Conversion", "Scratch"]),
    library("Report", [core, "Intake"]),
    library("Workbooks", ["CXlsxWriter", "Scratch"]),
    library("Paper", [core, "Workbooks"]),
    library(
      "Operations",
      [
        core, "Database", "Store", "Policies", "Paper", "Conversion", "Intake", "Workbooks", "Scratch",
        "OpenID", "CArgon2", "CZxcvbn", crypto, csv,
      ]),
    library(
      "Site",
      [
        core, "Database", "Store", "Policies", "Paper", "Operations", "Conversion", "Intake", "Report", "OpenID",
        "CQREncode", hummingbird, httpTypes, logging,
      ],
      resources: [.copy("Assets")]),
    library("Program"),
    library("Auditing", [core, "Policies", "Intake", "Report", "Program", arguments]),
    .executableTarget(
      name: "jiheng",
      dependencies: [
        core, "Conversion", "Database", "Store", "Policies", "Report", "Auditing", "Program", "Paper", "Operations",
        "OpenID", "Site", hummingbird, nio, arguments, logging, lifecycle, signals,
      ], swiftSettings: strict),
    .executableTarget(name: "jiheng-audit", dependencies: ["Auditing", "Report", arguments], swiftSettings: strict),
    .target(
      name: "TestKit", dependencies: [core, "Database", "Store", "Operations"], path: "Tests/TestKit",
      swiftSettings: strict),
    tests("Database", [core, "Store"]),
    tests(
      "Operations",
      [core, "Conversion", "Database", "Intake", "OpenID", "Store", "Paper", "Policies", "TestKit", crypto]),
    tests("Scratch"),
    tests("Conversion", [core, "Paper", "Scratch"]),
    tests("OpenID", [jwt]),
    tests("Intake", [core, "Conversion", "Scratch", "TestKit"]),
    tests("Report", [core, "Intake", "Policies", "jiheng", "jiheng-audit"]),
    tests("Workbooks", [core, "Scratch"]),
    tests("Paper", [core, "Intake", "Policies", "Workbooks"]),
    tests("Site", [core, "Database", "Store", "Policies", "Paper", "Operations", "Intake", "Report", "TestKit"]),
    tests("Policies", [core]),
  ]
)
