// swift-tools-version: 6.3
import PackageDescription

// `Fuzz/run.sh` sets this: every module is then built so that libFuzzer sees which way an input takes.
let isFuzzing = Context.environment["GOUJI_FUZZ"] != nil

// One list for every target. The upcoming features are those of the next language mode, so that the code is ready for
// it; strict memory safety makes each unsafe expression say so; warnings are errors so that none is ever left behind.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]
let settings = strict + (isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer"])] : [])

func stage(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let package = Package(
    name: "gouji",
    products: [.executable(name: "gouji", targets: ["gouji"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        // Leaves in C: a header, a module map, and one written reason for each shim.
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "CPlatform"),
        // The bottom: values, data and helpers without input or output.
        stage("Bytes", []),
        stage("Model", ["Bytes"]),
        stage("Forms", ["Model"]),
        stage("Record", ["Model", "Bytes"]),
        stage("Platform", ["CPlatform", "CCrypto"]),
        stage("Roster", ["Platform"]),
        // The stages, in the order in which a report passes them; none imports another.
        stage("Intake", ["Model", "Bytes", "Platform"]),
        stage("Decode", ["Model", "Bytes", "Platform", "CGumbo", "CZlib", "CZip", "CXML", "CPlatform"]),
        stage("Extract", ["Model", "Forms", "Bytes"]),
        stage("Validate", ["Model", "Forms", "Bytes"]),
        stage("Archive", ["Model", "Record", "Platform", "Bytes"]),
        stage("Notify", ["Model", "Forms", "Record", "Bytes", "Platform", "CCurl"]),
        stage(
            "Pipeline",
            [
                "Model", "Forms", "Record", "Platform", "Roster", "Intake", "Decode", "Extract", "Validate", "Archive",
                "Notify",
            ]
        ),
        .executableTarget(
            name: "gouji",
            dependencies: [
                "Pipeline", "Model", "Forms", "Record", "Bytes", "Platform", "Roster", "Intake", "Validate", "Archive",
                "Notify",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "TOMLKit", package: "TOMLKit"),
            ],
            swiftSettings: settings
        ),
        stage("TestSupport", ["Model", "Bytes", "Forms", "Platform"]),
        tests("ModelTests", ["Model", "Bytes", "Record", "TestSupport"]),
        tests("FormsTests", ["Forms", "Model"]),
        tests("TestSupportTests", ["TestSupport", "Forms", "Model"]),
        tests("DecodeTests", ["Decode", "Model", "CZlib", "TestSupport"]),
        tests("ExtractTests", ["Extract", "Decode", "Model", "Forms", "TestSupport"]),
        tests("ValidateTests", ["Validate", "Forms", "Model", "TestSupport"]),
        tests("PlatformTests", ["Platform", "TestSupport"]),
        tests("RosterTests", ["Roster", "Platform"]),
        tests("IntakeTests", ["Intake", "Platform", "Model", "TestSupport"]),
        tests("ArchiveTests", ["Archive", "Record", "Platform", "Model", "TestSupport"]),
        tests(
            "NotifyTests",
            ["Notify", "Record", "Platform", "Model", "TestSupport"],
            exclude: ["Goldens", "Receivers"]
        ),
        tests(
            "PipelineTests",
            [
                "Pipeline", "Forms", "Intake", "Archive", "Notify", "Platform", "Roster", "Model", "Record",
                "TestSupport",
            ]
        ),
        tests(
            "DaemonTests",
            [
                "gouji", "Archive", "Pipeline", "Intake", "Notify", "Validate", "Forms", "Model", "Record", "Platform",
                "TestSupport",
            ],
            exclude: ["Goldens"]
        ),
    ]
)

if isFuzzing {
    package.targets.append(
        .executableTarget(
            name: "gouji-fuzz",
            dependencies: ["Pipeline", "Decode", "Extract", "Record", "Model"],
            path: "Fuzz",
            exclude: ["run.sh", "seed.py"],
            swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])],
            // gold cannot link libFuzzer.
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]
        )
    )
}

// `make bench` sets this: reports are read in one process, to be timed against what does less with the same bytes.
if Context.environment["GOUJI_BENCH"] != nil {
    package.targets.append(
        .executableTarget(
            name: "gouji-rates",
            dependencies: ["Pipeline", "Record", "Validate", "Archive", "Model", "Platform", "CGumbo"],
            path: "Tests/Benchmarks/Rates",
            swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]
        )
    )
}
