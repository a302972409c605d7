import Diagnostics

/// What the lexer and the parser say, in both languages, in one place.
enum SyntaxMessage {
  static func noSuchOperator(_ text: String) -> LocalizedText {
    LocalizedText(
      th: "ไม่มีเครื่องหมาย \(text) ในนิพจน์",
      en: "there is no operator \(text)"
    )
  }

  static func write(_ text: String) -> LocalizedText {
    LocalizedText(th: "ให้เขียน \(text)", en: "write \(text)")
  }

  static func unexpectedCharacter(_ byte: UInt8, _ character: String) -> LocalizedText {
    guard byte >= 0x20, byte < 0x7F else {
      let code = "U+00" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      return LocalizedText(
        th: "มีอักขระควบคุม \(code) ในนิพจน์",
        en: "control character \(code) in the expression"
      )
    }
    return LocalizedText(
      th: "ไม่รู้จักอักขระ \(character) ในนิพจน์",
      en: "unexpected character \(character)"
    )
  }

  static func characterHelp(_ character: String) -> LocalizedText? {
    switch character {
    case "#": LocalizedText(th: "หมายเหตุให้ขึ้นต้นด้วย //", en: "a comment begins with //")
    case ";": LocalizedText(th: "นิพจน์ไม่ลงท้ายด้วย ; ให้ลบออก", en: "remove it; an expression has no ;")
    case "^": LocalizedText(th: "ไม่มีการยกกำลัง ให้คูณกันแทน", en: "there is no power; multiply instead")
    default: nil
    }
  }

  static func strange(_ text: String) -> LocalizedText {
    LocalizedText(th: "ไม่รู้จักอักขระ \(text) ในนิพจน์", en: "unexpected character \(text)")
  }

  static func invisible(_ scalar: Unicode.Scalar) -> LocalizedText {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return LocalizedText(
      th: "มีอักขระที่มองไม่เห็น \(code)",
      en: "invisible character \(code)"
    )
  }

  static let invisibleHelp = LocalizedText(
    th: "ให้ลบออก หรือพิมพ์เว้นวรรคใหม่",
    en: "delete it, or type a plain space"
  )

  static let powerHelp = characterHelp("^")

  static func lookAlike(_ letter: String, in word: String) -> LocalizedText {
    LocalizedText(
      th: "อักษร \(letter) ใน \(word) ไม่ใช่อักษรอังกฤษ แม้หน้าตาเหมือนกัน",
      en: "the letter \(letter) in \(word) is not the English one, though it looks like it"
    )
  }

  static let wideQuotes = LocalizedText(
    th: "เครื่องหมายคำพูดแบบเต็มความกว้างใช้ในนิพจน์ไม่ได้",
    en: "full-width quotation marks do not delimit text"
  )

  static let smartQuotes = LocalizedText(
    th: "เครื่องหมายคำพูดแบบโค้งใช้ในนิพจน์ไม่ได้",
    en: "curly quotation marks do not delimit text"
  )

  static func unterminated(isBytes: Bool) -> LocalizedText {
    isBytes
      ? LocalizedText(th: "ค่าไบต์นี้ไม่มีเครื่องหมายปิด", en: "this bytes literal is never closed")
      : LocalizedText(th: "ข้อความนี้ไม่มีเครื่องหมายคำพูดปิด", en: "this text is never closed")
  }

  static func unterminatedHelp(
    closing: String,
    hasSmartQuote: Bool,
    isTriple: Bool
  ) -> LocalizedText {
    if hasSmartQuote {
      return LocalizedText(
        th: "ให้ปิดด้วย \(closing) แทนเครื่องหมายคำพูดแบบโค้ง",
        en: "close it with \(closing) instead of a curly quotation mark"
      )
    }
    if isTriple { return closeWith(closing) }
    return LocalizedText(
      th: "ให้ปิดด้วย \(closing) ในบรรทัดเดียวกัน",
      en: "close it with \(closing) on the same line"
    )
  }

  static func closeWith(_ closing: String) -> LocalizedText {
    LocalizedText(th: "ให้ปิดด้วย \(closing)", en: "close it with \(closing)")
  }

  static let unterminatedField = LocalizedText(
    th: "ชื่อช่องข้อมูลนี้ไม่มี ` ปิด",
    en: "this field name is never closed"
  )

  static let quotedFieldCharacters = LocalizedText(
    th: "ชื่อในเครื่องหมาย ` ใช้ได้เฉพาะ A-Z a-z 0-9 _ . - / และเว้นวรรค",
    en: "a name between backticks may hold only A-Z a-z 0-9 _ . - / and spaces"
  )

  static func indexInstead(_ name: String) -> LocalizedText {
    LocalizedText(
      th: "ให้เขียน ['\(name)'] แทน .\(name)",
      en: "write ['\(name)'] instead of .\(name)"
    )
  }

  static func quoteTextHelp(_ text: String) -> LocalizedText {
    LocalizedText(
      th: "ถ้าเป็นข้อความ ให้เขียน '\(text)'",
      en: "if it is text, write '\(text)'"
    )
  }

  static func foreignName(_ name: String) -> LocalizedText {
    LocalizedText(
      th: "ชื่อในนิพจน์ใช้ได้เฉพาะ A-Z a-z 0-9 _ จึงใช้ \(name) ไม่ได้",
      en: "a name may hold only A-Z a-z 0-9 _, so \(name) is not one"
    )
  }

  static func foreignDigits(_ text: String) -> LocalizedText {
    LocalizedText(
      th: "ตัวเลขในนิพจน์ต้องเป็นเลขอารบิก ไม่ใช่ \(text)",
      en: "numbers are written with the digits 0-9, not \(text)"
    )
  }

  static func rawBytesPrefix(_ prefix: String) -> LocalizedText {
    LocalizedText(
      th: "หน้าค่าไบต์ต้องเขียน b ก่อน r ไม่ใช่ \(prefix)",
      en: "bytes are prefixed with b before r, not \(prefix)"
    )
  }

  static func badNumber(_ text: String) -> LocalizedText {
    LocalizedText(th: "\(text) ไม่ใช่ตัวเลข", en: "\(text) is not a number")
  }

  static func shortEscape(_ escape: String, digits: Int) -> LocalizedText {
    escape.utf8.count == 2 && escape.utf8.last?.isDigit == true
      ? LocalizedText(
        th: "หลัง \\ ต้องมีเลขฐานแปด 3 หลัก ไม่เกิน 377",
        en: "an octal escape needs three digits, at most 377"
      )
      : LocalizedText(
        th: "หลัง \(escape) ต้องมีเลขฐานสิบหก \(digits) หลัก",
        en: "\(escape) needs \(digits) hexadecimal digits"
      )
  }

  static func noSuchScalar(_ escape: String) -> LocalizedText {
    LocalizedText(
      th: "\(escape) ไม่ใช่รหัสอักขระ Unicode",
      en: "\(escape) is no Unicode character"
    )
  }

  static func unknownEscape(_ escape: String, isBytes: Bool) -> LocalizedText {
    if isBytes, escape.utf8.last == UInt8(ascii: "u") || escape.utf8.last == UInt8(ascii: "U") {
      return LocalizedText(
        th: "ใช้ \(escape) ในค่าไบต์ไม่ได้ ให้ใช้ \\x",
        en: "bytes have no escape \(escape); use \\x"
      )
    }
    return LocalizedText(
      th: "ไม่มีรหัส \(escape) ในข้อความ",
      en: "there is no escape \(escape)"
    )
  }

  /// In bytes the message itself says what to write.
  static func unknownEscapeHelp(_ escape: String, isBytes: Bool) -> LocalizedText? {
    let last = escape.utf8.last ?? 0
    return isBytes && last | 0x20 == UInt8(ascii: "u") ? nil : unknownEscapeHelp
  }

  private static let unknownEscapeHelp = LocalizedText(
    th: "เขียน \\\\ ถ้าต้องการเครื่องหมาย \\ หรือใส่ r หน้าข้อความ เช่น r'\\d'",
    en: "write \\\\ for a backslash, or put r before the text as in r'\\d'"
  )
}
