// swift-tools-version: 6.2
// Krong's targets, listed in the direction of the data: a target may depend only on targets above it.

import Foundation
import PackageDescription

/// Whether the released program is linked as one file that loads nothing when it starts.
///
/// On Linux, where the C libraries are there in that form, as the packages of Debian bring them. Finding names
/// in eight libraries takes about a tenth of a check; at a fixed address some 45,000 places need no adjusting.
let linksStatically = ["x86_64", "aarch64"].contains { processor in
  ["c", "m", "stdc++", "yaml", "expat", "z"].allSatisfy { library in
    let folders =
      library == "stdc++"
      ? (9...16).map { "/usr/lib/gcc/\(processor)-linux-gnu/\($0)" }
      : ["/usr/lib/\(processor)-linux-gnu"]
    return folders.contains {
      FileManager.default.fileExists(atPath: "\($0)/lib\(library).a")
    }
  }
}

/// Whether another package uses this one: versions of SwiftPM refuse packages for flags that they call unsafe.
let isDependency = ["/checkouts/", "/registry/"].contains { Context.packageDirectory.contains($0) }

/// Types of collections are made by a call of what makes them, not looked up by their name.
///
/// A check makes four hundred of them; by name that is about a tenth of its time.
let findsTypesSooner = SwiftSetting.unsafeFlags(
  ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"],
  .when(platforms: [.linux], configuration: .release)
)

let package = Package(
  name: "Krong",
  products: [
    .library(name: "Krong", targets: ["Krong"]),
    .executable(name: "krong", targets: ["KrongProgram"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Bytes and places
    .systemLibrary(
      name: "CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
    ),
    .systemLibrary(
      name: "CExpat",
      pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]
    ),
    .target(name: "CDigest"),
    .target(name: "ThaiText"),
    .target(name: "SourceText", dependencies: ["CDigest", "ThaiText"]),
    .target(name: "Diagnostics", dependencies: ["SourceText"]),
    .target(name: "PlanValues", dependencies: ["ThaiText"]),
    .target(name: "LinearRegex"),

    // Files to one arena of nodes
    .target(name: "DocumentArena", dependencies: ["SourceText"]),
    .target(
      name: "DocumentReading",
      dependencies: ["CLibYAML", "SourceText", "Diagnostics", "DocumentArena"]
    ),

    // Excel and Word files: their container and markup
    .target(name: "OpenXML", dependencies: ["CZlib", "CExpat", "Diagnostics"]),
    .target(
      name: "Spreadsheets",
      dependencies: ["SourceText", "OpenXML", "ThaiText", "PlanValues"]
    ),
    .target(name: "WordDocuments", dependencies: ["OpenXML"]),

    // Papers for people, and their renderers
    .target(
      name: "Papers",
      dependencies: [
        "SourceText", "Diagnostics", "ThaiText", "PlanValues", "OpenXML", "Spreadsheets",
        "WordDocuments",
      ]
    ),

    // Expressions
    .target(
      name: "CEL",
      dependencies: ["SourceText", "Diagnostics", "DocumentArena", "LinearRegex"]
    ),

    // What is known beforehand: plans, steps, kinds, rules
    .target(
      name: "Catalogues",
      dependencies: [
        "CHeap", "SourceText", "Diagnostics", "DocumentArena", "DocumentReading", "ThaiText",
        "PlanValues",
      ]
    ),
    .target(
      name: "Alignment",
      dependencies: ["SourceText", "Diagnostics", "DocumentArena", "ThaiText", "Catalogues"]
    ),
    .target(
      name: "Submissions",
      dependencies: [
        "SourceText", "Diagnostics", "DocumentArena", "DocumentReading", "ThaiText", "PlanValues",
        "Catalogues",
      ]
    ),
    .target(
      name: "RuleModel",
      dependencies: [
        "SourceText", "Diagnostics", "DocumentArena", "DocumentReading", "ThaiText", "PlanValues",
        "Catalogues", "Submissions",
      ]
    ),

    // Rules against submissions
    .target(
      name: "Findings",
      dependencies: [
        "SourceText", "Diagnostics", "DocumentArena", "PlanValues", "RuleModel", "Submissions",
      ]
    ),
    .target(
      name: "RuleCompiler",
      dependencies: [
        "SourceText", "Diagnostics", "DocumentArena", "DocumentReading", "ThaiText", "PlanValues",
        "LinearRegex",
        "CEL",
        "Catalogues", "Alignment", "Submissions", "RuleModel",
      ]
    ),
    .target(
      name: "Evaluation",
      dependencies: [
        "SourceText", "Diagnostics", "DocumentArena", "ThaiText", "PlanValues", "CEL", "Catalogues",
        "Alignment",
        "Submissions", "RuleModel", "Findings", "RuleCompiler",
      ]
    ),
    .target(name: "Scoring", dependencies: ["Diagnostics", "RuleModel", "Findings"]),
    .target(
      name: "RuleTesting",
      dependencies: [
        "SourceText", "Diagnostics", "DocumentArena", "DocumentReading", "PlanValues", "CEL",
        "Catalogues", "Submissions", "RuleModel", "RuleCompiler", "Findings", "Evaluation",
      ]
    ),

    // Workbooks, tables of text and Word documents as submissions
    .target(
      name: "Intake",
      dependencies: [
        "SourceText", "Diagnostics", "ThaiText", "PlanValues", "DocumentArena", "DocumentReading",
        "OpenXML", "Spreadsheets", "WordDocuments", "Catalogues", "Submissions",
      ]
    ),

    // Results to people and programs
    .target(
      name: "Reporting",
      dependencies: [
        "SourceText", "Diagnostics", "DocumentArena", "ThaiText", "PlanValues", "Papers",
        "Spreadsheets", "WordDocuments", "Catalogues", "Submissions", "RuleModel", "Findings",
        "Scoring", "RuleTesting",
      ]
    ),
    // Files that submissions name, as facts
    .target(name: "CLimitedProcess"),
    .target(
      name: "Attachments",
      dependencies: [
        "CLimitedProcess", "SourceText", "DocumentArena", "OpenXML", "Spreadsheets",
        "WordDocuments",
        "Submissions",
      ]
    ),

    // Findings put into the files that they are about
    .target(
      name: "Annotation",
      dependencies: [
        "SourceText", "Diagnostics", "DocumentArena", "DocumentReading", "OpenXML", "Spreadsheets",
        "WordDocuments", "PlanValues", "RuleModel", "Findings", "Scoring", "Intake", "Reporting",
      ]
    ),
    .target(
      name: "Schemas",
      dependencies: [
        "Diagnostics", "Catalogues", "Submissions", "RuleModel", "RuleTesting", "Intake",
        "Reporting",
      ]
    ),
    .target(
      name: "RuleLint",
      dependencies: [
        "SourceText", "Diagnostics", "DocumentArena", "DocumentReading", "ThaiText", "PlanValues",
        "CEL", "Catalogues", "Submissions", "RuleModel", "RuleCompiler",
      ]
    ),
    .target(
      name: "Layout",
      dependencies: [
        "SourceText", "Diagnostics", "DocumentArena", "DocumentReading", "Catalogues", "Schemas",
      ]
    ),
    .target(
      name: "Krong",
      dependencies: [
        "SourceText", "Diagnostics", "DocumentArena", "DocumentReading", "ThaiText", "PlanValues",
        "CEL",
        "Catalogues", "Alignment", "Submissions", "RuleModel", "RuleCompiler", "Findings",
        "Evaluation",
        "Scoring", "RuleTesting", "Papers", "Reporting", "OpenXML", "Intake", "Annotation",
        "Attachments", "Schemas", "RuleLint", "Layout",
      ]
    ),
    // The server of editors
    .target(
      name: "LanguageServer",
      dependencies: [
        "SourceText", "Diagnostics", "DocumentArena", "DocumentReading", "PlanValues", "CEL",
        "Catalogues", "Alignment", "Submissions", "RuleModel", "RuleCompiler", "Findings",
        "Reporting", "Schemas", "Krong",
      ]
    ),
    .target(name: "CHeap"),
    .target(
      name: "KrongCommand",
      dependencies: [
        "CHeap", "Krong", "LanguageServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    // The program: a target of its own, so that its way of linking concerns no test and no package that
    // depends on the library.
    .executableTarget(
      name: "KrongProgram",
      dependencies: ["KrongCommand"],
      linkerSettings: [
        .unsafeFlags(
          ["-use-ld=lld"]
            + (linksStatically ? ["-static-executable"] : ["-Xclang-linker", "-no-pie"]),
          .when(platforms: [.linux], configuration: .release)
        )
      ]
    ),

    // Measuring
    .target(name: "CEventLoop", dependencies: ["CLibYAML"]),
    .executableTarget(
      name: "KrongBenchmark",
      dependencies: [
        "CEventLoop", "SourceText", "DocumentArena", "DocumentReading", "CEL", "Krong",
        "OpenXML", "Spreadsheets",
      ]
    ),

    // Tests
    .executableTarget(
      name: "EvaluateLines",
      dependencies: ["CEL", "Diagnostics"],
      path: "Tests/Differential/Evaluator"
    ),
    // Without Testing, so that fuzz targets can be linked with them
    .target(name: "SeededNumbers", path: "Tests/SeededNumbers"),
    .target(
      name: "FuzzingChecks",
      dependencies: [
        "SourceText", "Diagnostics", "DocumentArena", "DocumentReading", "CEL", "Catalogues",
        "Submissions", "RuleCompiler",
      ],
      path: "Tests/Fuzzing/Checks"
    ),
    .target(
      name: "TestSupport",
      dependencies: ["SourceText", "Diagnostics", "DocumentArena", "DocumentReading"],
      path: "Tests/TestSupport"
    ),
    .testTarget(
      name: "SourceTextTests",
      dependencies: ["SourceText", "Diagnostics", "SeededNumbers", "TestSupport"]
    ),
    .testTarget(
      name: "AlignmentTests",
      dependencies: [
        "SourceText", "Diagnostics", "DocumentArena", "DocumentReading", "ThaiText", "Catalogues",
        "Alignment", "SeededNumbers", "TestSupport",
      ]
    ),
    .testTarget(
      name: "ThaiTextTests",
      dependencies: ["ThaiText", "PlanValues", "SeededNumbers", "TestSupport"]
    ),
    .testTarget(
      name: "LinearRegexTests",
      dependencies: ["LinearRegex", "SeededNumbers", "TestSupport"]
    ),
    .testTarget(
      name: "DocumentTests",
      dependencies: [
        "SourceText", "Diagnostics", "DocumentArena", "DocumentReading", "SeededNumbers",
        "TestSupport",
      ]
    ),
    .testTarget(
      name: "PaperTests",
      dependencies: [
        "SourceText", "Diagnostics", "PlanValues", "OpenXML", "Spreadsheets", "WordDocuments",
        "Papers", "TestSupport",
      ],
      exclude: ["Snapshots"]
    ),
    .testTarget(name: "OpenXMLTests", dependencies: ["OpenXML", "Diagnostics"]),
    .testTarget(name: "SpreadsheetTests", dependencies: ["OpenXML", "Spreadsheets"]),
    .testTarget(name: "WordDocumentTests", dependencies: ["OpenXML", "WordDocuments"]),
    .testTarget(
      name: "AttachmentTests",
      dependencies: [
        "Attachments", "SourceText", "DocumentArena", "DocumentReading", "OpenXML", "Spreadsheets",
        "WordDocuments", "Papers", "Catalogues", "Submissions", "ThaiText", "TestSupport",
      ]
    ),
    .testTarget(
      name: "IntakeTests",
      dependencies: [
        "Intake", "Krong", "SourceText", "Diagnostics", "DocumentArena", "DocumentReading",
        "OpenXML", "Spreadsheets", "WordDocuments", "Catalogues", "Submissions",
      ]
    ),
    .testTarget(
      name: "CELTests",
      dependencies: [
        "SourceText", "Diagnostics", "DocumentArena", "DocumentReading", "CEL", "FuzzingChecks",
        "SeededNumbers", "TestSupport",
      ],
      exclude: ["Fixtures"]
    ),
    .testTarget(
      name: "RuleTests",
      dependencies: [
        "SourceText", "Diagnostics", "DocumentArena", "DocumentReading", "PlanValues", "CEL",
        "Catalogues", "Alignment", "Submissions", "RuleModel", "RuleCompiler",
        "Findings", "Evaluation",
        "Scoring", "RuleTesting", "SeededNumbers", "TestSupport",
      ]
    ),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "SourceText", "Diagnostics", "DocumentArena", "DocumentReading", "PlanValues", "Catalogues",
        "Submissions", "RuleModel", "Findings", "Scoring", "RuleTesting", "Papers", "Reporting",
        "TestSupport",
      ],
      exclude: ["Snapshots", "XCCDF"]
    ),
    .testTarget(
      name: "SchemaTests",
      dependencies: [
        "Schemas", "Krong", "SourceText", "Diagnostics", "DocumentArena", "DocumentReading",
        "Catalogues", "Submissions", "RuleModel", "RuleTesting", "Intake", "TestSupport",
      ]
    ),
    .testTarget(
      name: "LanguageServerTests",
      dependencies: [
        "LanguageServer", "Krong", "SourceText", "Diagnostics", "DocumentArena", "DocumentReading",
        "PlanValues", "SeededNumbers", "TestSupport",
      ]
    ),
    .testTarget(
      name: "LayoutTests",
      dependencies: [
        "Layout", "Krong", "SourceText", "Diagnostics", "DocumentArena", "DocumentReading",
        "SeededNumbers", "TestSupport",
      ]
    ),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "KrongCommand", "Krong", "SourceText", "DocumentArena", "DocumentReading", "OpenXML",
        "Papers", "Spreadsheets", "WordDocuments", "SeededNumbers", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Fixtures", "Snapshots"]
    ),
  ]
)

// Fuzz targets have no main of their own, so a plain build must not see them: Tests/Fuzzing/README.md.
if Context.environment["KRONG_FUZZING"] != nil {
  package.targets += [
    .target(name: "FuzzingEngine", path: "Tests/Fuzzing/Engine"),
    .target(
      name: "ExpressionMutation",
      dependencies: ["CEL", "FuzzingChecks", "FuzzingEngine", "SeededNumbers"],
      path: "Tests/Fuzzing/Mutation"
    ),
  ]
  for name in ["ExpressionParser", "ExpressionEvaluator", "RuleExpressions"] {
    package.targets.append(
      .executableTarget(
        name: "Fuzz\(name)",
        dependencies: ["ExpressionMutation", "FuzzingChecks"],
        path: "Tests/Fuzzing/\(name)",
        swiftSettings: [.unsafeFlags(["-parse-as-library"])],
        linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]
      )
    )
  }
}

for target in package.targets where target.type != .system {
  guard
    !["CDigest", "CEventLoop", "CHeap", "CLimitedProcess", "FuzzingEngine"].contains(target.name)
  else {
    continue
  }
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
      .enableUpcomingFeature("ExistentialAny"),
      // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
      .enableUpcomingFeature("InternalImportsByDefault"),
      // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
      .enableUpcomingFeature("MemberImportVisibility"),
      .strictMemorySafety(),
      .treatAllWarnings(as: .error),
    ] + (isDependency ? [] : [findsTypesSooner])
}
