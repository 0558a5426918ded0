internal import Bytes

/// The signature at the end of a text without line ends: …处理费。青禾市水务局2024年1月23日.
///
/// What stands before the name is told from it by a full stop, by the blank behind a table's last value, or by the province
/// that the name begins with.
extension DateReader {
    /// What a page says behind the signature is not longer: 200 characters.
    private static let longestRest = 600
    private static let longestName = 90

    private static let spans = ["至", "到", "起", "-", "~", "—"].map { Array($0.utf8) }

    /// The date as `YYYY-MM-DD`, who signs, and where the date begins; nil where the last date signs nothing.
    func runningSignature() -> (date: String, name: String, place: Int)? {
        let annex = flow.lastIndex(of: Self.annex, in: flow.bytes.indices)
        return runningSignature(before: flow.bytes.count, Self.longestRest)
            ?? annex.flatMap { runningSignature(before: $0, Self.longestGap) }
    }

    /// The form of 2014 ends with a table, behind the signature: …青禾市水务局 2017年1月8日 八、附表….
    private static let annex = Array("附表".utf8)

    /// A date, and the number of the annex behind it.
    private static let longestGap = 36

    private func runningSignature(before end: Int, _ length: Int) -> (date: String, name: String, place: Int)? {
        let rest = max(0, end - length)..<end
        let bytes = flow.bytes
        for place in rest.reversed() where ASCII.isDigit(bytes[place]) && flow.hasPrefix(Self.yearMark, at: place + 4) {
            guard let date = Self.date(flow.bytes, at: place, end: flow.bytes.count) else { continue }
            // Where the last date signs nothing, one before it does not either. 2022年1月1日至12月31日 begins the period.
            guard !Self.spans.contains(where: { flow.hasPrefix($0, at: date.end) }) else { return nil }
            return runningName(before: place).map { (date.text, $0, place) }
        }
        return nil
    }

    private func runningName(before end: Int) -> String? {
        var start = end
        while start >= 3, end - start < 2 * Self.longestName, flow.bytes[start - 3] >= 0xE4,
            flow.bytes[start - 3] <= 0xE9
        { start -= 3 }
        let isBehindStop = flow.hasPrefix(TableParse.sentenceEnd, at: start - 3)
        let province = stride(from: end - 9, through: start, by: -3).first { place in
            AgencyReader.provinces.contains { flow.hasPrefix($0, at: place) }
        }
        let isBehindValue = start > 0 && ASCII.isDigit(flow.bytes[start - 1])
        let isFree = isBehindStop || isBehindValue && start < end && flow.starts[flow.piece(at: start)] == start
        guard let begin = isFree ? start : province, end - begin <= Self.longestName else { return nil }
        return body(begin..<end)
    }
}
