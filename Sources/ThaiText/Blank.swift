/// Whether a text says nothing: empty, only space, or only dashes.
///
/// A form cell with "-" or "–" is how offices write "none", so it counts as blank (requirements,
/// section A). Invisible characters count as space. 0 is not blank. Cost: linear.
public func isBlank(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy { scalar in
    let value = scalar.value
    return ThaiScalar.isSpace(value) || ThaiScalar.isDash(value) || ThaiScalar.isInvisible(value)
  }
}
