internal import Diagnostics

// Regular expressions, as cel-go's extension: the first match or all, by their one group if the
// pattern has one, and replacement with \1 to \9 for groups. The time is linear in the text; compiling the
// pattern and searching with a large one count.
extension Environment {
  mutating func declareRegularExpressions() {
    declare(Self.regexExtracting + Self.regexReplacing)
  }

  /// What a pattern takes, whichever it is.
  private static var patternCost: Overload.Cost {
    .stated { sizes in CompiledPattern.mostSteps(tens: sizes.first?.weight ?? 0) }
  }

  private static func pattern(
    of arguments: Arguments,
    _ steps: inout UInt64
  ) throws(Stop) -> CompiledPattern {
    let pattern = try CompiledPattern(try arguments.text(1), &steps)
    steps = steps.plus(pattern.steps(tens: UInt64(try arguments.text(0).utf8.count / 10)))
    return pattern
  }

  private static var regexExtracting: [FunctionDeclaration] {
    [
      .global(
        "regex.extract",
        "regex_extract_string_string",
        [.string, .string],
        .optional(.string),
        cost: patternCost
      ) { (a, steps) throws(Stop) in
        let found = try pattern(of: a, &steps).extract(from: try a.text(0), limit: 1)
        return Value(.optional(found.first.map { .some(Value(.string($0))) } ?? .none))
      },
      .global(
        "regex.extractAll",
        "regex_extractAll_string_string",
        [.string, .string],
        .list(.string),
        cost: patternCost
      ) { (a, steps) throws(Stop) in
        let found = try pattern(of: a, &steps).extract(from: try a.text(0), limit: .max)
        return Value(list: found.map { Value(.string($0)) })
      },
    ]
  }

  private static var regexReplacing: [FunctionDeclaration] {
    [
      .global(
        "regex.replace",
        "regex_replace_string_string_string",
        [.string, .string, .string],
        .string,
        cost: patternCost
      ) { (a, steps) throws(Stop) in
        let pattern = try pattern(of: a, &steps)
        return Value(
          .string(try pattern.replace(in: try a.text(0), with: try a.text(2), limit: -1))
        )
      },
      .global(
        "regex.replace",
        "regex_replace_string_string_string_int",
        [.string, .string, .string, .int],
        .string,
        cost: patternCost
      ) { (a, steps) throws(Stop) in
        let pattern = try pattern(of: a, &steps)
        let limit = try a.int(3)
        return Value(
          .string(try pattern.replace(in: try a.text(0), with: try a.text(2), limit: limit))
        )
      },
    ]
  }
}
