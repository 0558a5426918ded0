package enum ExtractPlaceholder {}
