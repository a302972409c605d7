import Diagnostics
import DocumentArena
import PlanValues
import RuleModel

// Bounds written as figures or days that no value can keep.
extension RuleCompilation {
  /// Reports a lower and an upper bound that leave no value between them.
  ///
  /// - Parameters:
  ///   - lower: The lower bound.
  ///   - upper: The upper bound.
  ///   - allowsBoth: Whether a value may equal both, as `min` and `max` do.
  func checkOrder(_ lower: ValueText?, _ upper: ValueText?, allowsBoth: Bool) {
    guard case .literal(let low)? = lower, case .literal(let high)? = upper else { return }
    let texts = (document.text(of: low), document.text(of: high))
    guard let isRight = precedes(texts.0, texts.1), let isAbove = precedes(texts.1, texts.0),
      isAbove || !isRight && !allowsBoth
    else { return }
    report(
      .contradictingBounds,
      LocalizedText(
        th: "ไม่มีค่าใดอยู่ระหว่าง \(texts.0) กับ \(texts.1) ได้ ข้อตรวจนี้จึงไม่มีทางผ่าน",
        en: "no value lies between \(texts.0) and \(texts.1), so that this never holds"
      ),
      at: high,
      help: isAbove
        ? LocalizedText(
          th: "สลับขอบเขตล่างกับขอบเขตบน หรือแก้ตัวเลข",
          en: "swap the lower and the upper bound, or correct a figure"
        )
        : LocalizedText(
          th: "ใช้ min กับ max ถ้านับค่าที่เท่ากับขอบเขตด้วย",
          en: "use min and max if a value may equal the bound"
        )
    )
  }

  private func precedes(_ a: String, _ b: String) -> Bool? {
    if let left = ExactDecimal(literal: a), let right = ExactDecimal(literal: b) {
      return left < right
    }
    if let left = AmountFunctions.readDate(a), let right = AmountFunctions.readDate(b) {
      return left < right
    }
    return nil
  }
}
