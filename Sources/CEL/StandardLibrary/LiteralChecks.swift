internal import Diagnostics

extension Environment {
  /// The same environment; the checker refuses literals that could only give an error when evaluated.
  ///
  /// Regular expressions, timestamps, durations and network addresses written in an expression. The
  /// public suite wants them as errors of the evaluation, so it is a step of its own; rules take it.
  public func checkingLiterals() -> Environment {
    var environment = self
    let patterns = [
      "matches", "matches_string", "regex_extract_string_string", "regex_extractAll_string_string",
      "regex_replace_string_string_string", "regex_replace_string_string_string_int",
    ]
    for id in patterns {
      environment.checkText(of: 1, id) { text in
        do throws(Stop) {
          _ = try CompiledPattern(text)
          return nil
        } catch {
          guard case .error(let error) = error else { return nil }
          return LiteralRefusal(error.message)
        }
      }
    }
    environment.checkText(of: 0, "string_to_timestamp") {
      Timestamp(parsing: $0) == nil ? Self.refusal($0, "timestamp") : nil
    }
    environment.checkText(of: 0, "string_to_duration") {
      TimeSpan(parsing: $0) == nil ? Self.refusal($0, "duration") : nil
    }
    environment.checkText(of: 0, "string_to_ip") {
      NetworkValue(address: $0) == nil ? Self.refusal($0, "net.IP") : nil
    }
    environment.checkText(of: 0, "string_to_cidr") {
      NetworkValue(block: $0) == nil ? Self.refusal($0, "net.CIDR") : nil
    }
    for (id, error) in [
      ("divide_int64", EvaluationError.divisionByZero), ("modulo_int64", .modulusByZero),
    ] {
      environment.checkInteger(of: 1, id) { $0 == 0 ? LiteralRefusal(error.message) : nil }
    }
    environment.checkInteger(of: 1, "index_list") { number in
      number < 0
        ? LiteralRefusal(
          EvaluationError.indexOutOfRange(number).message,
          help: LocalizedText(
            th: "ลำดับในรายการนับจาก 0",
            en: "the elements of a list are counted from 0"
          )
        ) : nil
    }
    return environment
  }

  private static func refusal(_ text: String, _ type: String) -> LiteralRefusal {
    LiteralRefusal(EvaluationError.conversion(of: StringLiteral.quoted(text), to: type).message)
  }
}
