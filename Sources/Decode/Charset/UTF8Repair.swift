/// Tells whether bytes are UTF-8, and mends them where only a few are not.
enum UTF8Repair {
    static func isValid(_ span: borrowing Span<UInt8>) -> Bool {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: copy span)
            return true
        } catch {
            return false
        }
    }

    /// Characters of several bytes for each damaged byte, at least: bytes of another charset have next to none.
    private static let evidence = 10

    /// The bytes, mended: with each damaged sequence and each control character replaced by U+FFFD; nil where too many are
    /// damaged, or the rest is no evidence of UTF-8.
    static func repaired(_ bytes: [UInt8], _ damage: inout Damage) -> [UInt8]? {
        guard damage.limit > 0 else { return nil }
        let span = bytes.span
        var result: [UInt8] = []
        var start = 0
        while let bad = firstError(in: span, from: start) {
            damage.add(bad.count)
            if damage.isTooMuch { return nil }
            result += bytes[start..<bad.lowerBound]
            result += Damage.replacement
            start = bad.upperBound
        }
        guard bytes.count(where: { $0 >= 0xC2 }) >= evidence * damage.count else { return nil }
        result += bytes[start...]
        return ControlCharacters.replaced(in: result, &damage)
    }

    private static func firstError(in span: borrowing Span<UInt8>, from start: Int) -> Range<Int>? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: span.extracting(start..<span.count))
            return nil
        } catch {
            let end = min(max(error.byteOffsets.upperBound, error.byteOffsets.lowerBound + 1) + start, span.count)
            return (error.byteOffsets.lowerBound + start)..<end
        }
    }
}
