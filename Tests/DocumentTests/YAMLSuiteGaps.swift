/// The cases of the public YAML test suite that libyaml 0.2.5 decides otherwise than the suite.
///
/// Data: a case that starts to pass makes its test fail, and is then removed here.
enum YAMLSuiteGaps {
  /// Valid YAML that is refused or read otherwise: case and libyaml's reason.
  static let valid: [String: String] = [
    "2LFX": "found unknown directive name",
    "2SXE": "mapping values are not allowed in this context",
    "4MUZ/00": "did not find expected ',' or '}'",
    "4MUZ/01": "did not find expected ',' or '}'",
    "4MUZ/02": "did not find expected ',' or '}'",
    "58MP": "did not find expected node content",
    "5MUD": "did not find expected ',' or '}'",
    "5T43": "did not find expected node content",
    "652Z": "libyaml gives other events",
    "6BCT": "found character that cannot start any token",
    "6CA3": "found character that cannot start any token",
    "6LVF": "found unknown directive name",
    "7Z25": "did not find expected <document start>",
    "8XYN": "did not find expected alphabetic or numeric character",
    "96NN/00": "found a tab character where an indentation space is expected",
    "96NN/01": "found a tab character where an indentation space is expected",
    "9SA2": "did not find expected ',' or '}'",
    "A2M4": "found character that cannot start any token",
    "BEC7": "found incompatible YAML document",
    "DBG4": "did not find expected node content",
    "DK3J": "did not find expected <document start>",
    "DK95/00": "found character that cannot start any token",
    "DK95/03": "found character that cannot start any token",
    "DK95/04": "found a tab character that violates indentation",
    "FP8R": "did not find expected <document start>",
    "HM87/00": "did not find expected node content",
    "HM87/01": "libyaml gives other events",
    "HWV9": "did not find expected node content",
    "JEF9/02": "libyaml gives other events",
    "K3WX": "did not find expected ',' or '}'",
    "L24T/01": "libyaml gives other events",
    "M7A3": "did not find expected <document start>",
    "MUS6/05": "found unknown directive name",
    "MUS6/06": "found unknown directive name",
    "NJ66": "did not find expected ',' or '}'",
    "Q5MG": "found character that cannot start any token",
    "QT73": "did not find expected node content",
    "R4YG": "found a tab character where an indentation space is expected",
    "UT92": "did not find expected ',' or '}'",
    "VJP3/01": "did not find expected ',' or '}'",
    "W4TN": "could not find expected directive name",
    "W5VH": "did not find expected alphabetic or numeric character",
    "Y2GN": "libyaml gives other events",
    "Y79Y/001": "found a tab character where an indentation space is expected",
    "Y79Y/010": "found character that cannot start any token",
  ]

  /// Invalid YAML that is read all the same: case and what is wrong with it.
  static let invalid: [String: String] = [
    "9C9N": "wrong indented flow sequence",
    "9HCY": "need document footer before directives",
    "9JBA": "invalid comment after end of flow sequence",
    "CVW2": "invalid comment after comma",
    "DK95/01": "tabs that look like indentation",
    "EB22": "missing document-end marker before directive",
    "G5U8": "plain dashes in flow sequence",
    "MUS6/00": "directive variants",
    "MUS6/01": "directive variants",
    "QB6E": "wrong indented multiline quoted scalar",
    "RHX7": "yAML directive without document end marker",
    "S98Z": "block scalar with more spaces than first content line",
    "SU5Z": "comment without whitespace after doublequoted scalar",
    "X4QW": "comment without whitespace after block scalar indicator",
    "Y79Y/003": "tabs in various contexts",
    "YJV2": "dash in flow sequence",
  ]

  /// Valid YAML without a JSON form: what reading gives, a tree or the codes of refusal.
  static let withoutJSON: [String: String] = [:]
}
