import Testing

@Suite struct ThaiTextPlaceholder {}
