// The functions and macros of CEL: the English is that of the article on expressions, which a test holds
// them to.

extension FunctionPage {
  /// Functions and macros of CEL.
  static let standard: [FunctionPage] = [
    FunctionPage(
      "size(x), x.size()",
      th: "จำนวนอักขระของข้อความ จำนวนรายการ หรือจำนวนคีย์",
      en: "code points of a text, bytes, elements of a list, entries of a map",
      example: "size(\"น้ำ\")"
    ),
    FunctionPage(
      "bool(x)",
      th: "ค่าจริงหรือเท็จจากข้อความ เช่น true หรือ 1",
      en:
        "a truth value of one, or of the text `true`, `True`, `TRUE`, `t`, `1`, or the same for false",
      example: "bool(\"True\")"
    ),
    FunctionPage(
      "int(x)",
      th: "จำนวนเต็มของตัวเลขหรือข้อความ ตัดเศษทิ้ง",
      en:
        "a whole number of a number, a text, the seconds of a timestamp, the nanoseconds of a duration; fractions are cut off",
      example: "int(-2.9)"
    ),
    FunctionPage(
      "uint(x)",
      th: "จำนวนเต็มไม่มีเครื่องหมาย",
      en: "a whole number without sign",
      example: "uint(\"7\")"
    ),
    FunctionPage(
      "double(x)",
      th: "ทศนิยมที่ใกล้ที่สุด",
      en: "the nearest double",
      example: "double(\"1.5\")"
    ),
    FunctionPage(
      "string(x)",
      th: "ข้อความของตัวเลข ค่าจริงเท็จ เวลา หรือไบต์",
      en: "the text of a number, truth value, time or bytes",
      example: "string(2569)"
    ),
    FunctionPage(
      "bytes(x)",
      th: "ไบต์ UTF-8 ของข้อความ",
      en: "the UTF-8 of a text",
      example: "bytes(\"ก\").size()"
    ),
    FunctionPage(
      "timestamp(x)",
      th: "เวลาจากข้อความ RFC 3339 หรือจำนวนวินาทีตั้งแต่ ค.ศ. 1970",
      en: "a moment of RFC 3339 text, or of seconds since 1970",
      example: "timestamp(0)"
    ),
    FunctionPage(
      "duration(x)",
      th: "ช่วงเวลาจากข้อความ เช่น 1h30m",
      en: "a length of time of a text such as `1h30m`, or of nanoseconds",
      example: "duration(\"1h30m\")"
    ),
    FunctionPage(
      "dyn(x)",
      th: "ค่าเดิมโดยไม่ระบุชนิด",
      en: "the value, its type forgotten",
      example: "dyn(1) == 1.0"
    ),
    FunctionPage(
      "type(x)",
      th: "ชนิดของค่า",
      en: "the type of the value",
      example: "type(1) == int"
    ),
    FunctionPage(
      "s.contains(part)",
      th: "ข้อความมีส่วนนี้หรือไม่ เทียบทีละอักขระ",
      en: "whether the part stands in the text, code point by code point",
      example: "\"แผนงาน\".contains(\"งาน\")"
    ),
    FunctionPage(
      "s.startsWith(part)",
      th: "ข้อความขึ้นต้นด้วยส่วนนี้หรือไม่",
      en: "whether the text begins so",
      example: "\"แผนงาน\".startsWith(\"แผน\")"
    ),
    FunctionPage(
      "s.endsWith(part)",
      th: "ข้อความลงท้ายด้วยส่วนนี้หรือไม่",
      en: "whether the text ends so",
      example: "\"แผนงาน\".endsWith(\"แผน\")"
    ),
    FunctionPage(
      "matches(s, re), s.matches(re)",
      th: "มีส่วนใดตรงกับนิพจน์ปรกติ RE2 หรือไม่",
      en: "whether the RE2 expression matches somewhere in the text",
      example: "\"2569\".matches(\"^[0-9]{4}$\")"
    ),
    FunctionPage(
      "t.getFullYear(zone)",
      th: "ปี ค.ศ. ไม่ระบุเขตเวลาหมายถึง UTC",
      en: "the year, C.E.; the time zone may be left out (UTC) here and below",
      example: "timestamp(0).getFullYear()"
    ),
    FunctionPage(
      "t.getMonth(zone)",
      th: "เดือน นับจาก 0",
      en: "the month from 0",
      example: "timestamp(0).getMonth()"
    ),
    FunctionPage(
      "t.getDayOfYear(zone)",
      th: "วันที่เท่าใดของปี นับจาก 0",
      en: "the day of the year from 0",
      example: "timestamp(86400).getDayOfYear()"
    ),
    FunctionPage(
      "t.getDayOfMonth(zone)",
      th: "วันที่ของเดือน นับจาก 0",
      en: "the day of the month from 0",
      example: "timestamp(0).getDayOfMonth()"
    ),
    FunctionPage(
      "t.getDate(zone)",
      th: "วันที่ของเดือน นับจาก 1",
      en: "the day of the month from 1",
      example: "timestamp(0).getDate(\"+07:00\")"
    ),
    FunctionPage(
      "t.getDayOfWeek(zone)",
      th: "วันของสัปดาห์ วันอาทิตย์คือ 0",
      en: "the day of the week, Sunday 0",
      example: "timestamp(0).getDayOfWeek()"
    ),
    FunctionPage(
      "t.getHours(zone)",
      th: "ชั่วโมง หรือจำนวนชั่วโมงทั้งหมดของช่วงเวลา",
      en: "the hour; of a duration all its hours",
      example: "timestamp(0).getHours(\"+07:00\")"
    ),
    FunctionPage(
      "t.getMinutes(zone)",
      th: "นาที หรือจำนวนนาทีทั้งหมดของช่วงเวลา",
      en: "the minute; of a duration all its minutes",
      example: "duration(\"90m\").getMinutes()"
    ),
    FunctionPage(
      "t.getSeconds(zone)",
      th: "วินาที หรือจำนวนวินาทีทั้งหมดของช่วงเวลา",
      en: "the second; of a duration all its seconds",
      example: "duration(\"90m\").getSeconds()"
    ),
    FunctionPage(
      "t.getMilliseconds(zone)",
      th: "มิลลิวินาทีของวินาที",
      en: "the milliseconds of the second",
      example: "duration(\"1.5s\").getMilliseconds()"
    ),
    FunctionPage(
      "optional.of(x)",
      th: "ค่าที่อาจมี ซึ่งมีค่านี้",
      en: "an optional with the value",
      example: "optional.of(1)"
    ),
    FunctionPage(
      "optional.none()",
      th: "ค่าที่อาจมี ซึ่งไม่มีค่า",
      en: "an optional without a value",
      example: "optional.none()"
    ),
    FunctionPage(
      "optional.ofNonZeroValue(x)",
      th: "เหมือน of แต่ไม่มีค่าเมื่อเป็น 0 เท็จ หรือว่าง",
      en: "as `of`, without a value for 0, false, an empty text, list or map",
      example: "optional.ofNonZeroValue(\"\")"
    ),
    FunctionPage(
      "optional.unwrap(list), list.unwrapOpt()",
      th: "เฉพาะค่าที่มีในรายการ",
      en: "the values that are there",
      example: "[optional.of(1), optional.none()].unwrapOpt()"
    ),
    FunctionPage(
      "o.hasValue()",
      th: "มีค่าหรือไม่",
      en: "whether there is a value",
      example: "optional.of(1).hasValue()"
    ),
    FunctionPage(
      "o.value()",
      th: "ค่าที่มี",
      en: "the value",
      example: "optional.of(1).value()"
    ),
    FunctionPage(
      "o.or(other)",
      th: "ค่าที่อาจมีนี้ หรืออีกค่าเมื่อว่าง",
      en: "the optional, the other when it is empty",
      example: "optional.none().or(optional.of(2))"
    ),
    FunctionPage(
      "o.orValue(x)",
      th: "ค่าที่มี หรือ x เมื่อไม่มี",
      en: "the value, x when there is none",
      example: "optional.none().orValue(2)"
    ),
    FunctionPage(
      "has(x.field)",
      th: "มีช่องข้อมูลนี้หรือไม่",
      en: "whether the field is there",
      example: "has({\"a\": 1}.b)"
    ),
    FunctionPage(
      "list.all(x, test)",
      th: "เป็นจริงทุกรายการหรือไม่",
      en: "whether the test holds for every element; `all(i, x, test)` has the index or key too",
      example: "[1, 0].all(x, 1 / x > 1)"
    ),
    FunctionPage(
      "list.exists(x, test)",
      th: "เป็นจริงอย่างน้อยหนึ่งรายการหรือไม่",
      en: "whether it holds for one; also with two variables",
      example: "[0, 1].exists(x, 1 / x == 1)"
    ),
    FunctionPage(
      "list.exists_one(x, test), list.existsOne(x, test)",
      th: "เป็นจริงรายการเดียวพอดีหรือไม่",
      en: "whether it holds for exactly one; also with two variables",
      example: "[1, 2].exists_one(x, x > 1)"
    ),
    FunctionPage(
      "list.filter(x, test)",
      th: "เฉพาะรายการที่เป็นจริง",
      en: "the elements for which it holds",
      example: "[1, 2].filter(x, x > 1)"
    ),
    FunctionPage(
      "list.map(x, value)",
      th: "ค่าที่ได้จากแต่ละรายการ",
      en: "the value for each element; `map(x, test, value)` for those that pass",
      example: "[1, 2].map(x, x * 10)"
    ),
    FunctionPage(
      "list.transformList(i, x, value)",
      th: "เหมือน map โดยมีลำดับหรือคีย์ด้วย",
      en: "as `map`, with the index or key; also with a test before the value",
      example: "[5, 6].transformList(i, x, i + x)"
    ),
    FunctionPage(
      "map.transformMap(k, x, value)",
      th: "แผนที่คีย์เดิมกับค่าใหม่",
      en: "a map with the same keys; also with a test",
      example: "{\"a\": 1}.transformMap(k, x, x + 1)"
    ),
    FunctionPage(
      "map.transformMapEntry(k, x, entry)",
      th: "แผนที่ที่ประกอบจากคู่ใหม่",
      en: "a map of the entries made; also with a test",
      example: "{\"a\": 1}.transformMapEntry(k, x, {x: k})"
    ),
    FunctionPage(
      "cel.bind(x, value, body)",
      th: "คำนวณค่าครั้งเดียวแล้วใช้ชื่อ x ในส่วนท้าย",
      en: "the body, with x for the value; it is computed once",
      example: "cel.bind(x, 2, x * x)"
    ),
    FunctionPage(
      "o.optMap(x, value)",
      th: "แปลงค่าที่อาจมีเมื่อมีค่า",
      en: "an optional with the value made of its own",
      example: "optional.of(2).optMap(x, x + 1)"
    ),
    FunctionPage(
      "o.optFlatMap(x, optional)",
      th: "เหมือน optMap เมื่อผลเป็นค่าที่อาจมี",
      en: "as `optMap`, for a body that gives an optional",
      example: "optional.of([7]).optFlatMap(x, x[?0])"
    ),
  ]
}
