public import Catalogues
public import Diagnostics

extension DiagnosticCode {
  /// A case that states nothing.
  public static let caseStatesNothing = DiagnosticCode("CASE-020")
  /// A statement about a rule that does not exist.
  public static let caseWithoutRule = DiagnosticCode("CASE-021")
  /// A file that holds more than one submission, or none.
  public static let caseSubmission = DiagnosticCode("CASE-022")
  /// A listed mutant that no longer survives, or is none.
  public static let idleMutant = DiagnosticCode("CASE-023")
}

/// The codes of case files and of the list of equivalent mutants, with what to say about each.
public enum CaseCodes {
  /// All codes in order.
  public static let explanations: [CodeExplanation] =
    CodeExplanation.shape(.testing) + [
      CodeExplanation(
        .caseStatesNothing,
        title: LocalizedText(th: "กรณีทดสอบไม่ระบุผล", en: "a case that states nothing"),
        text: LocalizedText(
          th: "กรณีที่ไม่ระบุผลของเกณฑ์ใดเลยจะผ่านเสมอ ไม่ว่าเกณฑ์จะถูกหรือผิด ระบุผลที่ต้องได้ใน expect",
          en:
            "A case that states nothing would pass whatever the rules do. State what must come out in `expect`."
        ),
        example: "expect:\n  J02-CMP-003: {outcome: fail, at: [\"projects[0].budget\"]}"
      ),
      CodeExplanation(
        .caseWithoutRule,
        title: LocalizedText(th: "กรณีทดสอบกล่าวถึงเกณฑ์ที่ไม่มี", en: "a case about no rule"),
        text: LocalizedText(
          th: "expect ระบุรหัสเกณฑ์ที่ไม่มี สิ่งที่ระบุจึงไม่เคยถูกเทียบกับอะไร แก้รหัสตามที่แนะนำ",
          en:
            "`expect` names a rule that does not exist, so the statement would never be compared with anything. Correct the id."
        ),
        example: "krong list rules"
      ),
      CodeExplanation(
        .caseSubmission,
        title: LocalizedText(th: "แฟ้มต้องมีเรื่องเดียว", en: "not one submission"),
        text: LocalizedText(
          th: "แฟ้มที่กรณีทดสอบอ้างถึงต้องมีเอกสารเดียว แยกแต่ละเรื่องเป็นแฟ้มของตนเอง",
          en:
            "A file that a case names holds one document. Put each submission into a file of its own."
        ),
        example: "submission: budget-transfer.yaml"
      ),
      CodeExplanation(
        .idleMutant,
        title: LocalizedText(
          th: "รายการใน mutants.yaml ที่ไม่ตรงกับสิ่งใด",
          en: "an idle entry of mutants.yaml"
        ),
        text: LocalizedText(
          th:
            "รายการนี้ไม่ตรงกับเกณฑ์ฉบับดัดแปลงที่เหลือรอด อาจเพราะมีตัวอย่างที่จับได้แล้ว หรือข้อความของเกณฑ์เปลี่ยนไป ลบรายการนี้ หรือแก้รหัสตามที่ krong test --mutate พิมพ์",
          en:
            "The entry matches no surviving mutant: an example notices it by now, or the text of the rule has changed. Take the entry out, or correct the id to one that `krong test --mutate` prints."
        ),
        example: "krong test Rules --mutate"
      ),
    ]
}
