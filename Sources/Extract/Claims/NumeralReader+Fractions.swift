internal import Model

/// Shares in words: 占近八成, 占三分之一, 占一半以上.
extension NumeralReader {
    /// The words before a fraction, with by how many points the share may lie below and above it; writers take them easily.
    private static let leads: [(word: [UInt8], below: Int, above: Int)] = [
        ("", 7, 7), ("近", 8, 2), ("将近", 8, 2), ("接近", 8, 2), ("不足", 30, 1), ("不到", 30, 1), ("约", 7, 7), ("大约", 7, 7),
        ("约为", 7, 7), ("超", 1, 15), ("超过", 1, 15), ("逾", 1, 15), ("达", 7, 7), ("到", 7, 7), ("为", 7, 7),
    ].map { (Array($0.0.utf8), $0.1, $0.2) }
    private static let tails: [(word: [UInt8], below: Int, above: Int)] = [
        ("", 0, 0), ("多", 0, 15), ("以上", 0, 60), ("左右", 7, 7), ("以下", 60, 0), ("强", 0, 8), ("弱", 8, 0), ("半", 0, 12),
    ].map { (Array($0.0.utf8), $0.1, $0.2) }
    private static let tenth = Array("成".utf8)
    private static let outOf = Array("分之".utf8)
    private static let half = Array("一半".utf8)
    private static let stops = ["、", "。"].map { Array($0.utf8) }

    /// The share that begins at `start`, behind a 占 that ends at `share`.
    func fraction(at start: Int, behind share: Int) -> Numeral? {
        guard let (percent, digits) = percentage(at: start),
            let lead = Self.leads.first(where: { share + $0.word.count == start && isThere($0.word, at: share) })
        else { return nil }
        // 五成员, 一半人: a mark must follow.
        let tail = Self.tails.first { isThere($0.word, at: digits) && isMark(digits + $0.word.count) }
        guard let tail else { return nil }
        // 八成以上: what stands behind says more than 占 alone.
        let isPlain = lead.word.isEmpty && !tail.word.isEmpty
        let (below, above) = isPlain ? (0, 0) : (lead.below, lead.above)
        let end = digits + tail.word.count
        return Numeral(
            value: nil,
            low: Quantity(max(0, percent - max(below, tail.below))),
            high: Quantity(min(100, percent + max(above, tail.above))),
            unit: .percent,
            start: share,
            unitStart: digits,
            end: end,
            decimals: 0,
            isFourDigits: false
        )
    }

    /// 八成, 三分之一, 一半 in percent, and where it ends.
    private func percentage(at start: Int) -> (percent: Int, end: Int)? {
        if isThere(Self.half, at: start) { return (50, start + Self.half.count) }
        guard let first = digit(at: start), first > 1 || isThere(Self.tenth, at: start + 3) else { return nil }
        let behind = start + 3
        if isThere(Self.tenth, at: behind) { return first < 10 ? (10 * first, behind + Self.tenth.count) : nil }
        let place = behind + Self.outOf.count
        guard isThere(Self.outOf, at: behind), let part = digit(at: place), part < first, first > 2, part > 0 else {
            return nil
        }
        return (100 * part / first, place + 3)
    }

    private func digit(at index: Int) -> Int? {
        guard index + 3 <= end, bytes[index] >= 0xE3, bytes[index] <= 0xE9 else { return nil }
        return Self.digit(Self.point(bytes, at: index))
    }

    private func isMark(_ index: Int) -> Bool {
        guard index < end else { return true }
        return bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: ";")
            || bytes[index] == UInt8(ascii: ")")
            || Self.stops.contains { isThere($0, at: index) }
    }

    private func isThere(_ word: [UInt8], at index: Int) -> Bool {
        guard index >= 0, index + word.count <= end else { return false }
        for offset in word.indices where bytes[index + offset] != word[offset] { return false }
        return true
    }
}
