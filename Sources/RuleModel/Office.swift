public import Catalogues
public import Diagnostics
public import DocumentArena

/// A value that an office or a profile gives to a parameter.
public struct ParameterSetting: Sendable {
  /// The rule whose parameter it is; nil for a shared parameter.
  public let rule: String?
  /// The name of the parameter.
  public let name: String
  /// The value; nil when it is given by fiscal year.
  public let value: NodeID?
  /// Values by fiscal year, each in force until the next.
  public let byFiscalYear: [(year: Int, value: NodeID)]
  /// The node of the setting.
  public let node: NodeID
}

/// An office: what it is called, and the values that it sets.
public struct Office: Sendable {
  /// The id.
  public let id: String
  /// The name.
  public let name: LocalizedText
  /// The province, in Thai.
  public let province: String?
  /// The current academic year, Buddhist Era; nil when the submission's own counts.
  public let academicYear: Int?
  /// The parameters that it sets.
  public let settings: [ParameterSetting]
  /// The files of the plans of its own area, from where its file lies.
  public let frameworks: [String]
  /// The editions of plans that it adds to the registry.
  public let planEditions: [PlanEditions]
  /// The file.
  public let document: Document
}
