import CEL
import Diagnostics
import DocumentArena
import Findings
import PlanValues
import RuleCompiler
import RuleModel
import Submissions

// Sentences of findings.
extension RuleRun {
  /// The sentence of a part that failed, in both languages.
  mutating func message(
    _ item: CompiledItem,
    _ family: PartFamily?,
    _ told: Told
  ) -> LocalizedText {
    let th = sentence(item.message.th, family, told, .th)
    let en = sentence(item.message.en, family, told, .en)
    return LocalizedText(th: th, en: en)
  }

  private mutating func sentence(
    _ pieces: [CompiledTemplate.Piece],
    _ family: PartFamily?,
    _ told: Told,
    _ language: Language
  ) -> String {
    var result = ""
    var isBehindValue = false
    for piece in pieces {
      switch piece {
      case .text(let text):
        if isBehindValue, language == .th, Self.standsApart(result, text) { result += " " }
        result += text
        isBehindValue = false
      case .value(let placeholder):
        result += text(placeholder, family, told, language)
        isBehindValue = true
      }
    }
    return result
  }

  /// Whether a space belongs between a value and the Thai words behind it: after Latin words, figures
  /// and abbreviations, as in "โครงการสำคัญ (Flagship) ใน".
  private static func standsApart(_ value: String, _ words: String) -> Bool {
    guard let last = value.unicodeScalars.last, let first = words.unicodeScalars.first else {
      return false
    }
    let isThaiLetter = (0x0E01...0x0E46).contains(first.value)
    return isThaiLetter && last.isASCII && last != " " && last != "\""
  }

  private mutating func text(
    _ placeholder: Placeholder,
    _ family: PartFamily?,
    _ told: Told,
    _ language: Language
  ) -> String {
    let name = placeholder.name
    let form = placeholder.form
    switch placeholder.source {
    case .asked: return asked(family, form, language)
    case .operand(let slot, let shape):
      return text(activation[slot], shape, name, form, language)
    case .difference(let a, let b, let isAbsolute):
      return difference(activation[a], activation[b], isAbsolute, language)
    case .field: return field(family, language)
    case .fixed(let text): return text[language]
    case .problem: return problem(told.problem, family, language)
    case .lacking:
      let parties = FieldShape.codes(of: "parties", in: compiled.kind)
      let names = told.lacking.map {
        MessageText.text($0, parties, name: name, language, in: scope)
      }
      return names.isEmpty ? MessageText.missing : MessageText.joined(names, form, language)
    case .found: return found(told, family)
    case .step(let side):
      let code = side == "later" ? told.laterStep : fixedName(family)
      return MessageText.code(code, catalogue: "steps", in: scope)[language]
    case .stepDate(let side):
      let value = side == .earlier ? told.earlierDate : scope.steps.date(of: told.laterStep)
      return text(value, nil, name, form, language)
    case .rowStep: return MessageText.code(told.step, catalogue: "steps", in: scope)[language]
    case .rowClause:
      return MessageText.clauses([told.clause], job: scope.submission.job, language)
    case .element: return element(language)
    case .number: return frames.last.map { String($0.number) } ?? MessageText.missing
    case .label: return MessageText.missing
    case .clause:
      return MessageText.clauses(compiled.rule.sources, job: scope.submission.job, language)
    case .job: return scope.submission.job.map { String($0) } ?? MessageText.missing
    case .title: return text(scope.field("title"), nil, name, form, language)
    case .formula(let formula, let name):
      return text(value(formula), formula.shape, name, form, language)
    case .caveat(let formula):
      return value(formula).bool == false ? PlanItemText.crosswalkCaveat[language] : ""
    case .path(let path, let name):
      return text(value(at: path), path.shape ?? shape(at: path), name, form, language)
    }
  }

  private func text(
    _ value: Value?,
    _ shape: FieldShape?,
    _ name: String,
    _ form: Placeholder.Form,
    _ language: Language
  ) -> String {
    guard let value else { return MessageText.missing }
    return MessageText.text(value, shape, name: name, form: form, language, in: scope)
  }

  /// What a variable of an element is, where the path is the variable itself.
  private func shape(at path: FieldPath) -> FieldShape? {
    guard path.keys.isEmpty, let slot = path.slot else { return nil }
    let index = compiled.selectors.firstIndex { $0.slot == slot }
    return index.flatMap { $0 < frames.count ? frames[$0].shape : nil }
  }

  /// The value at a path.
  func value(at path: FieldPath) -> Value {
    var value: Value
    var keys = path.keys[...]
    if let slot = path.slot {
      value = activation[slot] ?? Value(.null)
    } else {
      guard let first = keys.first else { return scope.root }
      value = scope.field(first)
      keys = keys.dropFirst()
    }
    for key in keys { value = scope.context.field(key, of: value) }
    return value
  }

  // MARK: Placeholders of kinds

  private func asked(
    _ family: PartFamily?,
    _ form: Placeholder.Form,
    _ language: Language
  ) -> String {
    guard let family, let slot = family.asked?.slot, let value = activation[slot] else {
      return MessageText.missing
    }
    let shape =
      family.shape ?? family.catalogue.map { FieldShape.codes(of: $0, in: compiled.kind) }
    return text(value, shape, "missing", form, language)
  }

  private func field(_ family: PartFamily?, _ language: Language) -> String {
    guard case .path(let path)? = family?.place else { return MessageText.missing }
    if let label = path.shape?.field?.label { return label[language] }
    return path.keys.last ?? MessageText.missing
  }

  private func fixedName(_ family: PartFamily?) -> String {
    guard case .fixed(let key)? = family?.key else { return "" }
    return key
  }

  private func found(_ told: Told, _ family: PartFamily?) -> String {
    if !told.found.isEmpty { return told.found }
    guard let operand = family?.operands.first, let text = activation[operand.slot]?.string else {
      return MessageText.missing
    }
    return text
  }

  private func difference(
    _ a: Value?,
    _ b: Value?,
    _ isAbsolute: Bool,
    _ language: Language
  ) -> String {
    guard let a, let b else { return MessageText.missing }
    if let x = a.money ?? a.int.flatMap({ Money(baht: $0) }),
      let y = b.money ?? b.int.flatMap({ Money(baht: $0) }), a.money != nil || b.money != nil
    {
      let result = x.subtracting(y)
      return (isAbsolute ? result?.magnitude() : result)?.formatted() ?? MessageText.missing
    }
    if let x = a.date, let y = b.date {
      let days = y.days(until: x)
      return String(isAbsolute ? abs(days) : days)
    }
    if let x = a.int, let y = b.int {
      let (result, overflow) = x.subtractingReportingOverflow(y)
      return overflow ? MessageText.missing : String(isAbsolute ? Int64(result.magnitude) : result)
    }
    let x = a.decimal ?? a.int.flatMap { ExactDecimal($0) }
    let y = b.decimal ?? b.int.flatMap { ExactDecimal($0) }
    guard let x, let y, let result = x.subtracting(y) else { return MessageText.missing }
    let shown = isAbsolute && result < .zero ? result.negated() : result
    return shown?.formatted() ?? MessageText.missing
  }

  private func problem(
    _ problem: Problem?,
    _ family: PartFamily?,
    _ language: Language
  ) -> String {
    let text =
      switch problem {
      case .notRecorded:
        LocalizedText(th: "ยังไม่ปรากฏหลักฐานการดำเนินการ", en: "not recorded")
      case .outOfPlace:
        LocalizedText(
          th: "ยังไม่ได้ดำเนินการ ทั้งที่มีการบันทึกขั้นตอนถัดไปแล้ว",
          en: "not recorded, though a later step is"
        )
      case .datedBefore:
        family == nil
          ? LocalizedText(
            th: "ลงวันที่ก่อนขั้นตอนที่ต้องดำเนินการก่อน",
            en: "dated before the earlier step"
          )
          : LocalizedText(th: "ลงวันที่หลังขั้นตอนถัดไป", en: "dated after the later step")
      case .missing: LocalizedText(th: "ไม่พบเอกสาร", en: "missing")
      case .incomplete:
        LocalizedText(th: "ยังไม่ได้ระบุชื่อหรือวันที่ของเอกสาร", en: "without title or date")
      case .datedOutside:
        LocalizedText(th: "ลงวันที่ไม่อยู่ในช่วงที่ต้องจัดทำ", en: "dated outside its time")
      case .noReport: LocalizedText(th: "ยังไม่ปรากฏรายงาน", en: "no report")
      case .lacksRecipient:
        LocalizedText(th: "ยังรายงานไม่ครบทุกหน่วยงาน", en: "not reported to all recipients")
      case nil: LocalizedText(verbatim: MessageText.missing)
      }
    return text[language]
  }

  // MARK: Elements

  /// What people call the innermost element.
  func element(_ language: Language) -> String {
    for frame in frames.reversed() {
      let label = ElementLabel.text(
        frame.value,
        frame.shape,
        number: frame.number,
        language,
        in: scope
      )
      if let label {
        guard let list = frame.listLabel else { return label }
        return list[language] + " " + label
      }
      if frame.origin == nil || frame.shape?.record == nil {
        let text = MessageText.text(frame.value, frame.shape, name: "", language, in: scope)
        if text != MessageText.missing { return text }
      }
    }
    return language == .th ? "เรื่องนี้" : "this submission"
  }

  /// The values that decided, for explanations.
  func valuesRead(_ family: PartFamily) -> [Finding.ValueRead] {
    var values: [Finding.ValueRead] = []
    for operand in family.operands where operand.name != "list" && operand.name != "events" {
      guard let value = activation[operand.slot] else { continue }
      let name = operand.formula?.text ?? operand.name
      let shape = operand.shape ?? (operand.formula == nil ? family.shape : nil)
      let text = LocalizedText(
        th: MessageText.text(value, shape, name: name, .th, in: scope),
        en: MessageText.text(value, shape, name: name, .en, in: scope)
      )
      values.append(Finding.ValueRead(name: name, value: text))
    }
    return values
  }
}
