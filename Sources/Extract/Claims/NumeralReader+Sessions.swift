/// Numerals that say which one of several a meeting was.
extension NumeralReader {
    /// 九届九次、十次全会: which session of a body it was, not how many.
    func isSession(_ start: Int, _ unitEnd: Int) -> Bool {
        guard stands(Self.times, at: unitEnd - Self.times.count) else { return false }
        if start >= Self.term.count, stands(Self.term, at: start - Self.term.count) { return true }
        var index = unitEnd
        while index < end, stands(Self.pause, at: index), let next = chinese(at: index + Self.pause.count),
            stands(Self.times, at: next.end)
        {
            index = next.end + Self.times.count
        }
        if Self.sessions.contains(where: { stands($0, at: index) }) { return true }
        // 十六届人大七次会议.
        return stands(Self.meeting, at: index)
            && (max(0, start - Self.longestBody)..<start).contains { stands(Self.term, at: $0) }
    }

    private static let term = Array("届".utf8)
    private static let meeting = Array("会议".utf8)
    /// The length of ten characters.
    private static let longestBody = 30
    private static let sessions = ["全会", "全体会", "党代会", "代表大会"].map { Array($0.utf8) }
}
