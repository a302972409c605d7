internal import Diagnostics

extension Environment {
  /// The same environment; the checker refuses literals that could only give an error when evaluated.
  ///
  /// Regular expressions, timestamps, durations and network addresses written in an expression. The
  /// public suite wants them as errors of the evaluation, so it is a step of its own; rules take it.
  public func checkingLiterals() -> Environment {
    var environment = self
    let checks: [(ids: [String], check: @Sendable (String) -> LocalizedText?)] = [
      (
        [
          "matches", "matches_string", "regex_extract_string_string",
          "regex_extractAll_string_string",
        ],
        { text in
          do throws(Stop) {
            _ = try CompiledPattern(text)
            return nil
          } catch {
            guard case .error(let error) = error else { return nil }
            return error.message
          }
        }
      ),
      (["string_to_timestamp"], { Self.refusal($0, "timestamp", Timestamp(parsing: $0) == nil) }),
      (["string_to_duration"], { Self.refusal($0, "duration", TimeSpan(parsing: $0) == nil) }),
      (["string_to_ip"], { Self.refusal($0, "net.IP", NetworkValue(address: $0) == nil) }),
      (["string_to_cidr"], { Self.refusal($0, "net.CIDR", NetworkValue(block: $0) == nil) }),
    ]
    for (ids, check) in checks {
      for id in ids {
        environment.literalValidators[id] = { literal in
          guard case .string(let text) = literal else { return nil }
          return check(text.string)
        }
      }
    }
    return environment
  }

  private static func refusal(_ text: String, _ type: String, _ isWrong: Bool) -> LocalizedText? {
    guard isWrong else { return nil }
    return EvaluationError.conversion(of: StringLiteral.quoted(text), to: type).message
  }
}
