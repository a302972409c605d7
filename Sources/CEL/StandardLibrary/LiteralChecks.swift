internal import Diagnostics

extension Environment {
  /// The same environment; the checker refuses literals that could only give an error when evaluated.
  ///
  /// Regular expressions, timestamps, durations and network addresses written in an expression. The
  /// public suite wants them as errors of the evaluation, so it is a step of its own; rules take it.
  public func checkingLiterals() -> Environment {
    var environment = self
    let address = LocalizedText(th: "หมายเลข IP", en: "IP address")
    let block = LocalizedText(th: "ช่วงหมายเลข IP", en: "range of IP addresses")
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
      Timestamp(parsing: $0) == nil
        ? Self.refusal($0, CELType.timestamp.words(), such: "2025-10-01T00:00:00Z") : nil
    }
    environment.checkText(of: 0, "string_to_duration") {
      TimeSpan(parsing: $0) == nil
        ? Self.refusal($0, CELType.duration.words(), such: "24h", "1h30m") : nil
    }
    environment.checkText(of: 0, "string_to_ip") {
      NetworkValue(address: $0) == nil
        ? Self.refusal($0, address, such: "192.0.2.1") : nil
    }
    environment.checkText(of: 0, "string_to_cidr") {
      NetworkValue(block: $0) == nil
        ? Self.refusal($0, block, such: "192.0.2.0/24") : nil
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

  /// `such` are texts that can be read.
  private static func refusal(
    _ text: String,
    _ what: LocalizedText,
    such examples: String...
  ) -> LiteralRefusal {
    let written = StringLiteral.quoted(text)
    let shown = examples.map(StringLiteral.quoted)
    return LiteralRefusal(
      LocalizedText(th: "\(written) อ่านเป็น\(what.th)ไม่ได้", en: "\(written) is no \(what.en)"),
      help: LocalizedText(
        th: "ให้เขียนแบบ \(shown.joined(separator: " หรือ "))",
        en: "write it as in \(shown.joined(separator: " or "))"
      )
    )
  }
}
