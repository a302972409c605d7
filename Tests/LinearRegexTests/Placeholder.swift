import Testing

@Suite struct LinearRegexPlaceholder {}
