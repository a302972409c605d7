import CEL
import Submissions

// How large fields can be, as their kind bounds them; what it does not state has the bounds of every
// kind (``Field/maxCount``).
extension PlanType {
  /// The bound of the value of a field.
  static func size(of field: Field) -> SizeBound {
    size(of: field.type, elements: UInt64(field.maxCount), scalars: field.mostScalars).stored
  }

  /// The bound of a value of a type outside any field.
  static func size(of type: FieldType) -> SizeBound {
    size(of: type, elements: 500, scalars: Field.longestCode)
  }

  private static func size(of type: FieldType, elements: UInt64, scalars: Int) -> SizeBound {
    switch type {
    case .text: .text(scalars: scalars)
    case .code, .catalogue: .text(scalars: Field.longestCode)
    case .int, .decimal, .money, .date, .beYear, .bool, .record: .small
    case .list(let element):
      .list(elements, of: size(of: element, elements: elements, scalars: scalars))
    case .map(let value):
      .map(
        elements,
        key: .text(scalars: Field.longestCode),
        value: size(of: value, elements: elements, scalars: scalars)
      )
    }
  }
}
