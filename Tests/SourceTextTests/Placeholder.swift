import Testing

@Suite struct SourceTextPlaceholder {}
