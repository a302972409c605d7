// What people type and YAML reads otherwise.
extension LintMistake {
  static let yaml: [LintMistake] = [
    .init(
      "a colon in a text",
      "  th: โครงการวงเงินสูงระบุ",
      "  th: โครงการ‸: ระบุ",
      "YAML-002",
      "เครื่องหมายคำพูด",
      "quotes"
    ),
    .init(
      "a text that begins with a brace",
      "  th: \"{element} วงเงิน {project.budget} บาท ยังไม่ได้ระบุ{field}\"",
      "  th: {element} ‸ยังไม่ได้ระบุ",
      "YAML-004",
      "เครื่องหมายคำพูด",
      "quote"
    ),
    .init(
      "a tab",
      "  kinds: [annual-action-plan]",
      "‸\tkinds: [annual-action-plan]",
      "YAML-003",
      "แท็บ",
      "tab"
    ),
    .init(
      "a key given twice",
      "weight: 3\n",
      "weight: 3\n‸weight: 4\n",
      "READ-001",
      "weight",
      "weight"
    ),
    .init(
      "a quote that stays open",
      "  th: \"{element} วงเงิน {project.budget} บาท ยังไม่ได้ระบุ{field}\"",
      "  th: ‸\"{element} ยังไม่ได้ระบุ{field}",
      "YAML-006",
      "เครื่องหมายปิด",
      "not closed"
    ),
    .init("no blank behind a colon", "weight: 3", "‸weight:3", "YAML-005", ":", "colon"),
    .init(
      "a key indented too deep",
      "weight: 3",
      "  weight‸: 3",
      "YAML-002",
      "ย่อหน้า",
      "indentation"
    ),
    .init("a text that # cuts", thai, "  th: ระบุกลุ่มเป้าหมายตามข้อ ‸#3", "LINT-006", "#", "#"),
    .init("a figure with a zero before it", "weight: 3", "weight: ‸03", "LINT-005", "ศูนย์", "zero"),
    .init(
      "no for a text",
      "examples:",
      "notes: ‸no\nexamples:",
      "LINT-004",
      "จริงหรือเท็จ",
      "truth value"
    ),
  ]

  static let typing: [LintMistake] = [
    .init(
      "a no-break space before a key",
      "weight: 3",
      "‸\u{A0}weight: 3",
      "LINT-001",
      "มองไม่เห็น",
      "invisible"
    ),
    .init(
      "a character without width in a key",
      "weight: 3",
      "wei‸\u{200B}ght: 3",
      "LINT-001",
      "มองไม่เห็น",
      "invisible"
    ),
    .init("a wide colon", "weight: 3", "weight‸： 3", "LINT-002", "เต็มความกว้าง", "full-width"),
    .init(
      "a byte order mark in the middle",
      "weight: 3",
      "‸\u{FEFF}weight: 3",
      "LINT-001",
      "มองไม่เห็น",
      "invisible"
    ),
    .init("ำ in two pieces", thai, "  th: ระบุ‸จํานวนของกลุ่มเป้าหมาย", "LINT-003", "จำ", "จำ"),
    .init("a tone mark typed twice", thai, "  th: ระบุจำนวนของก‸ลุ่่มเป้าหมาย", "LINT-003", "ลุ่", "ลุ่"),
    .init(
      "a tone mark on both sides of ำ",
      thai,
      "  th: ระบุจำนวนของ‸น\u{E49}ำ\u{E49}",
      "LINT-003",
      "น้ำ",
      "น้ำ"
    ),
    .init("แ as two เ", thai, "  th: ‸เเสดงจำนวนของกลุ่มเป้าหมาย", "LINT-003", "แ", "แ"),
  ]
}
