import Krong

/// Reads the usual forms of `krong check` without the argument parser.
///
/// Its start takes as long as a check. It remains the one that decides: whatever is not a file or one
/// of these options with a value that they take, from `--help` to a slip of the pen, is left to it.
enum PlainArguments {
  /// What is asked for; nil for everything that the argument parser must look at.
  static func check(_ arguments: [String]) -> CheckRequest? {
    guard arguments.first == "check" else { return nil }
    var request = CheckRequest()
    var seen: Set<String> = []
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      if argument == "-" || !argument.isEmpty && !argument.hasPrefix("-") {
        request.files.append(argument)
        continue
      }
      guard seen.insert(argument).inserted || repeatable.contains(argument) else { return nil }
      if set(argument, in: &request) { continue }
      guard let value = rest.popFirst(), !value.isEmpty, !value.hasPrefix("-"),
        set(argument, to: value, in: &request)
      else { return nil }
    }
    guard !request.files.isEmpty, !(request.quiet && request.verbose),
      request.failOnNew == .never || request.baseline != nil
    else { return nil }
    return request
  }

  private static let repeatable = ["--output", "--select"]

  private static func set(_ flag: String, in request: inout CheckRequest) -> Bool {
    switch flag {
    case "-q", "--quiet": request.quiet = true
    case "-v", "--verbose": request.verbose = true
    case "--table": request.table = true
    case "--attachments": request.attachments = true
    case "--no-color": request.noColor = true
    case "--no-cache": request.noCache = true
    default: return false
    }
    return true
  }

  private static func set(
    _ option: String,
    to value: String,
    in request: inout CheckRequest
  ) -> Bool {
    switch option {
    case "-r", "--rules": request.rules = value
    case "--lang": return set(&request.lang, value)
    case "--as-of": request.asOf = value
    case "--stage": request.stage = value
    case "-f", "--format": return set(&request.format, value)
    case "--output": request.output.append(value)
    case "--paper": request.paper = value
    case "--fail-on": return set(&request.failOn, value)
    case "--min-score": request.minScore = value
    case "--profile": request.profile = value
    case "--score": return set(&request.score, value)
    case "--office": request.office = value
    case "--waivers": request.waivers = value
    case "--write-waivers": request.writeWaivers = value
    case "--baseline": request.baseline = value
    case "--fail-on-new": return set(&request.failOnNew, value)
    case "--with": request.docket = value
    case "--mapping": request.mapping = value
    case "--select": request.select.append(value)
    default: return false
    }
    return true
  }

  private static func set<Value: RawRepresentable>(_ place: inout Value, _ text: String) -> Bool
  where Value.RawValue == String {
    guard let value = Value(rawValue: text) else { return false }
    place = value
    return true
  }
}
