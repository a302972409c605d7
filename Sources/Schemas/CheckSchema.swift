import Catalogues
import Diagnostics
import RuleModel

/// The schema of an item of `check`: one check kind and its modifiers.
struct CheckSchema {
  let rules: RuleSchema

  private let fields = SchemaPart.fields
  private let path = SchemaPart.path
  private let value = SchemaPart.value
  private let values = SchemaPart.values
  private let expression = SchemaPart.expression
  private let plans = SchemaPart.values.playing(.values(catalogue: "plans"))
  private let documentTypes = SchemaPart.values.playing(.values(catalogue: "document-types"))
  private var paths: JSONSchema { .list(of: path) }
  private let step = JSONSchema.definition("step")
  private let party = JSONSchema.definition("party")
  private var list: JSONSchema {
    JSONSchema.oneOrMore(path).titled("รายการที่ค้น", "list that is looked through")
  }
  private var key: JSONSchema {
    fields.titled("ช่องที่เทียบในรายการ", "field of the elements that is compared")
  }
  private var whereCondition: JSONSchema {
    expression.titled("เฉพาะรายการที่เงื่อนไขนี้เป็นจริง", "only elements of which this holds")
  }

  init(rules: RuleSchema) {
    self.rules = rules
  }

  /// The item.
  var item: JSONSchema {
    .object(
      RuleKeys.item,
      exactlyOne: RuleKeys.checkKinds,
      [
        "present": paths.titled("ช่องที่ต้องระบุ", "fields that are filled in"),
        "covers": covers, "documents": documents, "aligned_to": alignedTo, "chain": chain,
        "one_of": oneOf, "reference": reference, "within": within, "equal": equal, "total": total,
        "count": count, "pattern": pattern, "unique": unique, "before": before, "steps": steps,
        "reported_each": reportedEach,
        "assert": expression.titled("เงื่อนไขที่ต้องเป็นจริง (CEL)", "a condition that must hold"),
        "ask": ask, "each": each,
        "any": JSONSchema.list(of: .definition("item"), min: 2)
          .titled("อย่างน้อยหนึ่งข้อ", "at least one of these"),
        "all": JSONSchema.list(of: .definition("item")).titled("ทุกข้อ", "all of these"),
        "not": JSONSchema.definition("item").titled("ต้องไม่เป็นไปตามข้อนี้", "the contrary"),
        "when": expression.titled("ตรวจเมื่อ", "asked only when this holds"),
        "pending": expression.titled("ยังไม่ถึงกำหนดขณะที่", "not yet due while this holds"),
        "severity": JSONSchema.codes(Severity.allCases.filter { $0 != .error }.map(\.rawValue))
          .titled("ระดับที่เบากว่าของเกณฑ์", "softer than the rule"),
        "label": SchemaPart.localized.titled("ชื่อที่ใช้เรียกในข้อความ", "what it is called"),
        "at": fields.titled("ช่องที่ชี้", "field that is pointed at"),
        "message": rules.message,
      ]
    )
  }

  private var covers: JSONSchema {
    JSONSchema.object(
      RuleKeys.covers,
      required: ["list"],
      exactlyOne: RuleKeys.coversChoice,
      [
        "list": list, "key": key,
        "value": value.titled("ค่าที่ต้องมี", "value that must be there"),
        "all_of": values.titled("ค่าที่ต้องมีครบ", "values, all of them"),
        "any_of": values.titled("ค่าที่ต้องมีอย่างน้อยหนึ่ง", "values, one of them"),
        "match": JSONSchema.mapping(
          of: .type("string", "number", "boolean"),
          keysLike: SchemaPart.identifier
        ).titled("ค่าของช่องอื่นในรายการ", "other fields of the element"),
        "where": whereCondition,
        "filled": paths.titled("ช่องที่ต้องระบุครบ", "fields that are filled in"),
        "filled_any": paths.titled("ช่องที่ต้องระบุอย่างน้อยหนึ่ง", "fields, one of them filled in"),
      ]
    ).titled("รายการมีค่าที่ต้องมี", "a list has what it must have")
  }

  private var documents: JSONSchema {
    JSONSchema.object(
      RuleKeys.documents,
      exactlyOne: RuleKeys.documentsChoice,
      [
        "types": documentTypes.titled("เอกสารที่ต้องมีครบ", "documents, all of them"),
        "any_of": documentTypes.titled("เอกสารที่ต้องมีอย่างน้อยหนึ่ง", "documents, one of them"),
        "filled": JSONSchema.list(of: fields, min: 0)
          .titled("ช่องของเอกสารที่ต้องระบุ", "fields of the document"),
        "after_step": step, "before_step": step,
      ]
    ).titled("เอกสารประกอบครบ", "documents are attached")
  }

  private var alignedTo: JSONSchema {
    JSONSchema.object(
      RuleKeys.alignedTo,
      exactlyOne: RuleKeys.alignedToChoice,
      [
        "in": path.titled("รายการความสอดคล้อง", "list of alignments"),
        "all_of": plans.titled("แผนที่ต้องสอดคล้องทุกแผน", "plans, all of them"),
        "any_of": plans.titled("แผนที่ต้องสอดคล้องอย่างน้อยหนึ่ง", "plans, one of them"),
        "levels": JSONSchema.list(of: .whole(1...7)).titled("ระดับของแผน", "levels of plans"),
        "filled": JSONSchema.list(of: fields, min: 0)
          .titled("ช่องที่ต้องระบุ", "fields that are filled in"),
        "in_catalogue": JSONSchema.flag
          .titled("ต้องเป็นรายการที่มีอยู่จริงในแผน", "the item must exist in the plan"),
      ]
    ).titled("สอดคล้องกับแผน", "aligned with plans")
  }

  private var chain: JSONSchema {
    JSONSchema.object(
      RuleKeys.chain,
      required: RuleKeys.chain,
      ["links": path.titled("รายการความสอดคล้อง", "list of alignments")]
    ).titled("ความสอดคล้องต่อเนื่องระหว่างแผน", "alignments agree by the crosswalks")
  }

  private var oneOf: JSONSchema {
    let names = catalogueNames
    return JSONSchema.object(
      RuleKeys.oneOf,
      required: ["value"],
      exactlyOne: RuleKeys.oneOfChoice,
      [
        "value": value.titled("ค่าที่ตรวจ", "value that is looked at"),
        "options": values.titled("ค่าที่ใช้ได้", "allowed values"),
        "catalogue": JSONSchema.anyOf([.codes(names), .text(like: "^params\\..*")])
          .titled("ทะเบียนที่ต้องมีค่านี้", "catalogue that has it"),
        "items_of": value.titled("แผนที่ต้องมีรายการนี้", "plan that has the item"),
        "edition": value.titled("ฉบับของแผน", "edition of the plan"),
        "in_force": value.titled("วันที่หรือปีที่ใช้บังคับ", "day or year in force"),
      ]
    ).titled("เป็นค่าใดค่าหนึ่ง", "one of some values")
  }

  private var catalogueNames: [String] {
    let ids = rules.catalogues.ids
    return ids.contains("kinds") ? ids : ids + ["kinds"]
  }

  private var reference: JSONSchema {
    JSONSchema.object(
      RuleKeys.reference,
      required: ["value", "list"],
      [
        "value": value.titled("ค่าที่อ้าง", "value that refers"),
        "list": path.titled("รายการที่อ้างถึง", "list that is referred to"),
        "key": key,
        "in": expression.titled("เรื่องอื่นที่อ้างถึง", "the other submission"),
      ]
    ).titled("อ้างถึงสิ่งที่มีอยู่", "refers to something that exists")
  }

  private func bounds(_ keys: [String]) -> JSONSchema {
    JSONSchema.object(
      keys,
      required: ["value"],
      atLeastOne: RuleKeys.withinBounds,
      [
        "value": value.titled("ค่าที่ตรวจ", "value that is looked at"),
        "min": value.titled("ไม่น้อยกว่า", "at least"),
        "max": value.titled("ไม่เกิน", "at most"),
        "above": value.titled("มากกว่า", "more than"),
        "below": value.titled("น้อยกว่า", "less than"),
      ]
    )
  }

  private var within: JSONSchema {
    bounds(RuleKeys.within).titled("อยู่ในช่วง", "within bounds")
  }

  private var equal: JSONSchema {
    JSONSchema.object(
      RuleKeys.equal,
      required: RuleKeys.equal,
      [
        "value": value.titled("ค่าที่ตรวจ", "value that is looked at"),
        "to": value.titled("ต้องเท่ากับ", "what it must equal"),
      ]
    ).titled("เท่ากัน", "equal")
  }

  private var total: JSONSchema {
    JSONSchema.object(
      RuleKeys.total,
      required: RuleKeys.total,
      [
        "of": path.titled("ยอดรวม", "the sum"),
        "lines": JSONSchema.oneOrMore(path).titled("รายการที่รวม", "what is added up"),
      ]
    ).titled("ยอดรวมตรงกับรายการ", "a sum agrees with its lines")
  }

  private var count: JSONSchema {
    JSONSchema.object(
      RuleKeys.count,
      required: ["of"],
      atLeastOne: RuleKeys.countBounds,
      [
        "of": path.titled("รายการที่นับ", "what is counted"),
        "distinct": JSONSchema.flag.titled("นับเฉพาะค่าที่ไม่ซ้ำ", "distinct values only"),
        "min": value.titled("ไม่น้อยกว่า", "at least"),
        "max": value.titled("ไม่เกิน", "at most"),
      ]
    ).titled("จำนวนรายการ", "a number of entries")
  }

  private var pattern: JSONSchema {
    JSONSchema.object(
      RuleKeys.pattern,
      required: ["value"],
      atLeastOne: RuleKeys.patternChoice,
      [
        "value": value.titled("ค่าที่ตรวจ", "value that is looked at"),
        "matches": JSONSchema.text.titled("นิพจน์ปรกติที่ต้องตรง", "regular expression it matches"),
        "not_matches": JSONSchema.text
          .titled("นิพจน์ปรกติที่ต้องไม่ตรง", "regular expression it does not match"),
      ]
    ).titled("รูปแบบของข้อความ", "the form of a text")
  }

  private var unique: JSONSchema {
    JSONSchema.object(
      RuleKeys.unique,
      required: ["list", "by"],
      [
        "list": path.titled("รายการ", "the list"),
        "by": JSONSchema.list(of: fields).titled("ช่องที่ต้องไม่ซ้ำ", "fields that do not repeat"),
        "unless": expression.titled("เว้นแต่", "unless this holds"),
      ]
    ).titled("ไม่ซ้ำ", "nothing twice")
  }

  private var before: JSONSchema {
    JSONSchema.object(
      RuleKeys.before,
      required: ["earlier", "later"],
      [
        "earlier": step, "later": step, "by": party, "to": party,
        "earlier_any_round":
          value
          .titled("นับขั้นตอนของรอบใดก็ได้", "whether a step of any round counts"),
      ]
    ).titled("ขั้นตอนหนึ่งมาก่อนอีกขั้นตอนหนึ่ง", "one step comes before another")
  }

  private var steps: JSONSchema {
    let row = JSONSchema.object(
      RuleKeys.stepRow,
      required: ["step", "clause"],
      [
        "step": step, "clause": rules.citation.titled("ข้อของคู่มือ", "clause of the manual"),
        "optional": value.titled("ข้ามได้เมื่อ", "may be left out when this holds"),
      ]
    )
    return JSONSchema.object(
      RuleKeys.steps,
      required: RuleKeys.steps,
      ["table": JSONSchema.list(of: row, min: 2).titled("ลำดับขั้นตอน", "the steps in order")]
    ).titled("ขั้นตอนครบและเรียงตามลำดับ", "steps are complete and in order")
  }

  private var reportedEach: JSONSchema {
    let periods = CheckKind.ReportedEach.Period.allCases.map(\.rawValue)
    return JSONSchema.object(
      RuleKeys.reportedEach,
      required: ["period", "list", "grace_days"],
      [
        "period": JSONSchema.codes(periods).titled("งวด", "period"),
        "list": path.titled("รายงาน", "the reports"), "key": key,
        "grace_days": value.titled("จำนวนวันผ่อนผัน", "days of grace"),
        "recipients": values.playing(.values(catalogue: "parties")).titled(
          "ผู้รับรายงาน",
          "recipients"
        ),
        "recipient_field": fields.titled("ช่องของผู้รับ", "field of the recipient"),
      ]
    ).titled("รายงานทุกงวด", "reported in each period")
  }

  private var ask: JSONSchema {
    JSONSchema.object(
      RuleKeys.ask,
      required: ["question"],
      [
        "question": SchemaPart.sentence.titled("คำถามถึงเจ้าหน้าที่", "question to a person"),
        "rubric": JSONSchema.oneOrMore(SchemaPart.localized)
          .titled("แนวการพิจารณา", "how to judge"),
      ]
    ).titled("ให้เจ้าหน้าที่พิจารณา", "a person judges")
  }

  private var each: JSONSchema {
    let name = JSONSchema.text(like: SchemaPart.identifier)
    return JSONSchema.object(
      RuleKeys.each,
      required: ["in", "as", "check"],
      [
        "in": list,
        "as": JSONSchema.anyOf([name, .list(of: name, min: 2, max: 2)])
          .titled("ชื่อของแต่ละรายการ", "name of the element, or of key and value"),
        "where": whereCondition, "if_none": rules.ifNone, "check": rules.items,
      ]
    ).titled("ตรวจทีละรายการ", "for each element")
  }
}
