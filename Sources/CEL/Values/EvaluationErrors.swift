internal import Diagnostics

// The errors that the specification names, each worded in one place.
extension EvaluationError {
  static func noSuchOverload(_ function: String) -> EvaluationError {
    EvaluationError(
      LocalizedText(
        th: "ใช้ \(function) กับค่าชนิดนี้ไม่ได้",
        en: "no such overload: \(function) does not take values of these types"
      )
    )
  }

  static func noSuchKey(_ key: String) -> EvaluationError {
    EvaluationError(LocalizedText(th: "ไม่มีคีย์ \(key)", en: "no such key: \(key)"))
  }

  static func noSuchField(_ field: String) -> EvaluationError {
    EvaluationError(
      LocalizedText(th: "ค่านี้ไม่มีช่องข้อมูล \(field)", en: "no such field: \(field)")
    )
  }

  static func undeclared(_ name: String) -> EvaluationError {
    EvaluationError(
      LocalizedText(th: "ไม่รู้จักชื่อ \(name)", en: "undeclared reference to \(name)")
    )
  }

  static func indexOutOfRange(_ index: Int64) -> EvaluationError {
    EvaluationError(
      LocalizedText(th: "ลำดับที่ \(index) อยู่นอกรายการ", en: "index out of range: \(index)")
    )
  }

  static var overflow: EvaluationError {
    EvaluationError(
      LocalizedText(
        th: "ผลลัพธ์เกินช่วงของตัวเลขที่คำนวณได้ โปรดตรวจว่ามีตัวเลขใดใหญ่เกินจริงหรือไม่",
        en: "range error: the result overflows; look for a number that is far too large"
      )
    )
  }

  package static var divisionByZero: EvaluationError {
    EvaluationError(LocalizedText(th: "หารด้วยศูนย์", en: "division by zero"))
  }

  static var modulusByZero: EvaluationError {
    EvaluationError(LocalizedText(th: "หาเศษจากการหารด้วยศูนย์", en: "modulus by zero"))
  }

  static func repeatedKey(_ key: String) -> EvaluationError {
    EvaluationError(
      LocalizedText(th: "มีคีย์ \(key) ซ้ำ", en: "repeated key \(key) in a map")
    )
  }

  static var unsupportedKey: EvaluationError {
    EvaluationError(
      LocalizedText(
        th: "ใช้ค่าชนิดนี้เป็นคีย์ไม่ได้",
        en: "unsupported key type: keys are bool, int, uint or string"
      )
    )
  }

  static func conversion(of text: String, to type: String) -> EvaluationError {
    EvaluationError(
      LocalizedText(
        th: "อ่าน \(text) เป็น\(thaiWord(type))ไม่ได้",
        en: "type conversion error: \(text) is no \(type)"
      )
    )
  }

  /// What the specification calls a type, in Thai.
  private static func thaiWord(_ type: String) -> String {
    switch type {
    case "int", "uint": "จำนวนเต็ม"
    case "double": "จำนวนทศนิยม"
    case "bool": "ค่าจริงเท็จ"
    case "timestamp": "จุดเวลา"
    case "duration": "ระยะเวลา"
    case "time zone": "เขตเวลา"
    default: " \(type) "
    }
  }

  static var emptyOptional: EvaluationError {
    EvaluationError(
      LocalizedText(th: "อ่านค่าจากค่าที่อาจไม่มี ซึ่งไม่มีค่า", en: "optional.none() has no value")
    )
  }

  static func invalidArgument(_ function: String, _ reason: LocalizedText) -> EvaluationError {
    EvaluationError(
      LocalizedText(th: "\(function): \(reason.th)", en: "\(function): \(reason.en)")
    )
  }

  static func stepLimit(_ limit: UInt64) -> EvaluationError {
    EvaluationError(
      LocalizedText(
        th: "นิพจน์ใช้เกิน \(limit) ขั้น โปรดทำให้สั้นลงหรือเพิ่มเพดาน",
        en: "the expression takes more than \(limit) steps; simplify it or raise the limit"
      )
    )
  }

  /// The same error, placed at a node when it has no place yet.
  func placed(at id: ExpressionID) -> EvaluationError {
    at.rawValue == 0 ? EvaluationError(at: id, message) : self
  }
}
