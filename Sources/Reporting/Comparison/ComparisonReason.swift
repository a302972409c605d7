import Diagnostics
import Findings
import PlanValues

/// Why a finding of one report cannot be set against the other.
enum ComparisonReason {
  private static func when(_ isNow: Bool) -> LocalizedText {
    isNow
      ? LocalizedText(th: "ครั้งนี้", en: "this time")
      : LocalizedText(th: "ครั้งก่อน", en: "last time")
  }

  /// The reason in both languages, of words that each language has.
  private static func text(_ isNow: Bool, _ words: (ReportWords) -> String) -> LocalizedText {
    let time = when(isNow)
    return LocalizedText(
      th: time.th + words(ReportWords(language: .th)),
      en: "\(time.en): " + words(ReportWords(language: .en))
    )
  }

  static func noSubmission(isNow: Bool) -> LocalizedText {
    let time = when(isNow)
    return LocalizedText(
      th: time.th + "ไม่มีเรื่องนี้ในผลตรวจ",
      en: "\(time.en): the submission is not in the report"
    )
  }

  static func noRule(isNow: Bool) -> LocalizedText {
    let time = when(isNow)
    return LocalizedText(
      th: time.th + "ไม่มีเกณฑ์นี้ในชุดเกณฑ์",
      en: "\(time.en): the rule set did not have this rule"
    )
  }

  static func notApplicable(_ reason: NotApplicableReason?, isNow: Bool) -> LocalizedText {
    text(isNow) { words in
      let detail = reason.map { words.reason($0) } ?? ""
      return words.language == .th ? "ไม่ได้ใช้เกณฑ์นี้ (\(detail))" : "not applicable (\(detail))"
    }
  }

  /// A part, or a rule, that came to neither pass nor fail.
  static func undecided(_ outcome: Outcome, isNow: Bool) -> LocalizedText {
    text(isNow) { words in
      switch outcome {
      case .unknown: words.unknown
      case .error: words.broken
      case .notChecked: words.judged
      case .notSelected: words.notSelected
      case .waived: words.waived
      case .notApplicable: words.notApplicable
      case .pass, .fail: ""
      }
    }
  }

  /// Findings that were counted, but not kept.
  static func leftOut(isNow: Bool) -> LocalizedText {
    let time = when(isNow)
    return LocalizedText(
      th: time.th + "พบมากจนไม่ได้บันทึกรายละเอียดทุกแห่ง",
      en: "\(time.en): there were so many that not all were kept"
    )
  }

  static let waiverEnded = LocalizedText(
    th: "ครั้งก่อนได้รับการผ่อนผัน",
    en: "last time: waived"
  )
}

/// What differs between the receipts of two reports.
enum ReceiptDifference {
  static func all(_ old: Receipt, _ new: Receipt) -> [LocalizedText] {
    var texts: [LocalizedText] = []
    func add(_ th: String, _ en: String) { texts.append(LocalizedText(th: th, en: en)) }
    if old.engineVersion != new.engineVersion {
      add(
        "โปรแกรมต่างรุ่นกัน: \(old.engineVersion) และ \(new.engineVersion)",
        "the program differs: \(old.engineVersion) and \(new.engineVersion)"
      )
    }
    if old.asOf != new.asOf {
      add(
        "ตรวจ ณ วันที่ต่างกัน: \(old.asOf.formatted(.thai)) และ \(new.asOf.formatted(.thai))",
        "as of different days: \(old.asOf.formatted(.english)) and \(new.asOf.formatted(.english))"
      )
    }
    if old.stage != new.stage {
      add(
        "ตรวจเสมือนอยู่ในสถานะต่างกัน: \(old.stage ?? "-") และ \(new.stage ?? "-")",
        "checked as in different stages: \(old.stage ?? "-") and \(new.stage ?? "-")"
      )
    }
    if old.profile != new.profile {
      add(
        "ใช้ชุดเกณฑ์ต่างกัน: \(old.profile) และ \(new.profile)",
        "different profiles: \(old.profile) and \(new.profile)"
      )
    }
    texts += items(old.rules, new.rules, LocalizedText(th: "เกณฑ์", en: "rules"))
    texts += items(old.kinds, new.kinds, LocalizedText(th: "ประเภทเรื่อง", en: "kinds"))
    texts += items(old.catalogues, new.catalogues, LocalizedText(th: "บัญชีรหัส", en: "catalogues"))
    let settings = LocalizedText(th: "ค่าที่กำหนด", en: "settings")
    return texts + items(old.configuration, new.configuration, settings)
  }

  private static func items(
    _ old: [Receipt.Item],
    _ new: [Receipt.Item],
    _ what: LocalizedText
  ) -> [LocalizedText] {
    let before = Dictionary(old.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(new.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let changed = new.filter { item in before[item.name].map { $0 != item } ?? false }
    let lists = [
      (changed, LocalizedText(th: "ที่เปลี่ยนไป", en: "that changed")),
      (
        new.filter { before[$0.name] == nil }, LocalizedText(th: "ที่เพิ่มเข้ามา", en: "that were added")
      ),
      (old.filter { after[$0.name] == nil }, LocalizedText(th: "ที่ไม่มีแล้ว", en: "that are gone")),
    ]
    return lists.filter { !$0.0.isEmpty }.map { items, how in
      let names = shown(items.map(\.name))
      return LocalizedText(
        th: "\(what.th)\(how.th): \(names.th)",
        en: "\(what.en) \(how.en): \(names.en)"
      )
    }
  }

  /// The first names; two hundred rules that changed together need not be named.
  private static func shown(_ names: [String]) -> LocalizedText {
    let first = names.prefix(8).joined(separator: ", ")
    let rest = names.count - 8
    guard rest > 0 else { return LocalizedText(verbatim: first) }
    return LocalizedText(th: "\(first) และอีก \(rest)", en: "\(first) and \(rest) more")
  }
}
