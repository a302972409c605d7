internal import Diagnostics

// Regular expressions, as cel-go's extension: the first match or all, by their one group if the
// pattern has one, and replacement with \1 to \9 for groups. The time is linear in the text.
extension Environment {
  mutating func declareRegularExpressions() {
    declare(Self.regexExtracting + Self.regexReplacing)
  }

  private static var regexExtracting: [FunctionDeclaration] {
    [
      .global(
        "regex.extract",
        "regex_extract_string_string",
        [.string, .string],
        .optional(.string),
        cost: .product
      ) { (a) throws(Stop) in
        let found = try CompiledPattern(try a.text(1)).extract(from: try a.text(0), limit: 1)
        return Value(.optional(found.first.map { .some(Value(.string($0))) } ?? .none))
      },
      .global(
        "regex.extractAll",
        "regex_extractAll_string_string",
        [.string, .string],
        .list(.string),
        cost: .product
      ) { (a) throws(Stop) in
        let found = try CompiledPattern(try a.text(1)).extract(from: try a.text(0), limit: .max)
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
        cost: .product
      ) { (a) throws(Stop) in
        let pattern = try CompiledPattern(try a.text(1))
        return Value(
          .string(try pattern.replace(in: try a.text(0), with: try a.text(2), limit: -1))
        )
      },
      .global(
        "regex.replace",
        "regex_replace_string_string_string_int",
        [.string, .string, .string, .int],
        .string,
        cost: .product
      ) { (a) throws(Stop) in
        let pattern = try CompiledPattern(try a.text(1))
        let limit = try a.int(3)
        return Value(
          .string(try pattern.replace(in: try a.text(0), with: try a.text(2), limit: limit))
        )
      },
    ]
  }
}
