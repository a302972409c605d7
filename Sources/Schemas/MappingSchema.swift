import Diagnostics
import Intake

/// The schema of a mapping of office files.
enum MappingSchema {
  private static let names = JSONSchema.oneOrMore(.text)
  private static let constant = JSONSchema.type("string", "number", "boolean")
    .with("pattern", .text("\\S"))

  static func document(kinds: [(id: String, label: LocalizedText)]) -> JSONSchema {
    .object(
      MappingKeys.mapping,
      required: ["krong", "mapping", "title", "kind"],
      atLeastOne: ["cells", "tables", "sections"],
      [
        "krong": SchemaPart.version,
        "mapping": JSONSchema.text(like: SchemaPart.code).titled("รหัสการจับคู่", "id"),
        "title": SchemaPart.name(),
        "kind": JSONSchema.codes(kinds).titled("ประเภทเรื่อง", "kind of submission"),
        "constants": JSONSchema.mapping(of: constant)
          .titled("ค่าคงที่ที่ไม่มีในแฟ้ม", "values that no cell holds"),
        "cells": JSONSchema.list(of: single).titled("ค่าเดี่ยว", "single values"),
        "tables": JSONSchema.list(of: table).titled("ตาราง", "tables"),
        "sections": JSONSchema.list(of: section).titled("หัวข้อใน Word", "sections of a document"),
      ]
    )
  }

  private static let field = JSONSchema.text.titled("ช่องข้อมูล", "field")
  private static let sheet = names.titled("แผ่นงาน", "sheets")

  private static var single: JSONSchema {
    .object(
      MappingKeys.single,
      required: ["field"],
      exactlyOne: MappingKeys.singleChoice,
      [
        "field": field, "sheet": sheet,
        "cell": JSONSchema.text(like: "^[A-Z]{1,3}[1-9][0-9]*$").titled("เซลล์ เช่น B3", "cell"),
        "label": names.titled("ข้อความทางซ้ายของค่า", "text left of the value"),
      ]
    )
  }

  private static var table: JSONSchema {
    .object(
      MappingKeys.table,
      required: ["list", "columns"],
      [
        "list": JSONSchema.text.titled("รายการ", "list"), "sheet": sheet,
        "header": JSONSchema.object(
          MappingKeys.header,
          [
            "contains": names.titled("หัวคอลัมน์ที่ต้องมี", "headings that it has"),
            "rows": JSONSchema.whole(1...2).titled("จำนวนแถวหัวตาราง", "rows of headings"),
          ]
        ).titled("แถวหัวตาราง", "row of headings"),
        "until": JSONSchema.anyOf([
          .codes(["blank-row", "last-row"]),
          .object(MappingKeys.end, required: MappingKeys.end, ["text": names]),
        ]).titled("จุดสิ้นสุด", "where it ends"),
        "number": names.titled("หัวคอลัมน์ลำดับที่", "headings of the running number"),
        "columns": columns,
      ]
    )
  }

  private static var columns: JSONSchema {
    let options = JSONSchema.object(
      MappingKeys.column,
      exactlyOne: ["heading", "constant"],
      [
        "heading": names.titled("หัวคอลัมน์", "headings"),
        "constant": constant.titled("ค่าคงที่", "constant"),
        "split": names.titled("lines หรือตัวคั่น", "lines, or separators"),
        "optional": JSONSchema.flag.titled("ไม่มีก็ได้", "whether it may be absent"),
      ]
    )
    return JSONSchema.mapping(of: .anyOf([.text, .list(of: .text), options]), min: 1)
      .titled("ช่องและหัวคอลัมน์", "fields and their headings")
  }

  private static var section: JSONSchema {
    .object(
      MappingKeys.section,
      required: ["field", "heading"],
      [
        "field": field, "heading": names.titled("หัวข้อ", "headings"), "columns": columns,
        "side": JSONSchema.whole(1...2).titled("ด้านของช่วง", "side of “from – until”"),
      ]
    )
  }
}
