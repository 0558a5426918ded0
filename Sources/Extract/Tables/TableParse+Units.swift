internal import Bytes

/// What may stand between a label and its value.
extension TableParse {
    private static let colon = UInt8(ascii: ":")

    /// A text behind a label without the unit in brackets and the colon that a value follows: 收到申请数（件）25, 当面申请数：1件.
    func behindUnit(_ range: Range<Int>) -> Range<Int> {
        guard let first = range.first, flow.bytes[first] == UInt8(ascii: "(") || flow.bytes[first] == Self.colon else {
            return range
        }
        var start = first
        if flow.bytes[start] == UInt8(ascii: "(") {
            guard let close = range.first(where: { flow.bytes[$0] == UInt8(ascii: ")") }),
                isFormsUnit(flow.bytes[(start + 1)..<close])
            else { return range }
            start = close + 1
        }
        if start < range.upperBound, flow.bytes[start] == Self.colon { start += 1 }
        let rest = start..<range.upperBound
        return rest.isEmpty || CellReader.content(flow.bytes, rest) != nil ? rest : range
    }

    private static let formsMoney = Array("万元".utf8)

    /// Whether a unit changes nothing: money is 万元 in the form, so that 元 would have to be converted.
    private func isFormsUnit(_ unit: ArraySlice<UInt8>) -> Bool {
        NumberReader.counter(flow.bytes, at: unit.startIndex, end: unit.endIndex) == unit.count && !unit.isEmpty
            || unit.elementsEqual(Self.formsMoney)
    }
}
