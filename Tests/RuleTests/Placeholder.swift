import Testing

@Suite struct RulePlaceholder {}
