import Testing

@Suite struct CELPlaceholder {}
