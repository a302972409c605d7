// The keys of parameter, office, profile and waiver files: for their strict readers and their schemas.

/// What the mappings of configuration files may hold.
package enum ConfigurationKeys {
  /// `parameters.yaml`.
  package static let parameters = ["krong", "shared_params"]
  /// An office.
  package static let office = [
    "krong", "office", "name", "province", "academic_year", "params", "frameworks",
    "plan_editions",
  ]
  /// A profile.
  package static let profile = [
    "krong", "profile", "title", "extends", "select", "deselect", "unscored", "set", "params",
  ]
  /// A choice of rules.
  package static let selection = [
    "stages", "families", "basis", "severities", "clauses", "rules",
  ]
  /// What a profile changes about a rule.
  package static let change = ["severity", "weight", "waivable"]
  /// A file of waivers.
  package static let waivers = ["krong", "waivers"]
  /// A waiver.
  package static let waiver = [
    "rule", "subject", "parts", "reason", "approver", "from", "until",
  ]
}
