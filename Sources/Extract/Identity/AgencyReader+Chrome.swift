internal import Bytes

/// A text without line ends, in which what stands around the report runs into the name: 最新文件青禾市审计局2023年….
extension AgencyReader {
    /// What is longer is hardly a title alone: 40 characters.
    private static let longestTitle = 120
    /// The shortest name that begins with a place: 青禾市水利局.
    private static let shortestName = 15
    private static let nation = ["中国", "中共", "中华人民共和国", "国家", "全国", "人民"].map { Array($0.utf8) }

    /// `name` without the words before it that no other place of the text has: where the name stands alone elsewhere, a
    /// mark before it.
    func unglued(_ name: String) -> String {
        let bytes = Array(name.utf8)
        guard bytes.count > Self.shortestName, let place = flow.firstIndex(of: bytes, in: flow.bytes.indices),
            let line = lines.lastIndex(startingBefore: place + 1), isRunTogether(lines[line].bytes),
            !flow.holds(bytes, in: (place + bytes.count)..<flow.bytes.count)
        else { return name }
        for cut in stride(from: 6, through: bytes.count - Self.shortestName, by: 3) where isWord(bytes, cut) {
            let (lead, rest) = (Array(bytes[..<cut]), Array(bytes[cut...]))
            if Self.mayBeginName(lead) { continue }
            if Self.beginsAsPlace(rest), stands(rest, besides: place + cut) {
                return String(decoding: rest, as: UTF8.self)
            }
        }
        return name
    }

    /// Whether a line has more than a title.
    private func isRunTogether(_ line: Range<Int>) -> Bool {
        line.count > Self.longestTitle
            || !Self.lastWords.contains { flow.hasPrefix($0, at: line.upperBound - $0.count) }
    }

    private static let lastWords = ["报告", "年报", "统计表", "情况", ")"].map { Array($0.utf8) }

    private func isWord(_ bytes: [UInt8], _ cut: Int) -> Bool { bytes[cut] >= 0xE4 && bytes[cut] <= 0xE9 }

    /// Whether what is cut off may be part of the name: a place, a province, a body above it.
    private static func mayBeginName(_ lead: [UInt8]) -> Bool {
        levels.contains { lead.ends(with: $0) } || (nation + provinces).contains { lead.ends(with: $0) } || isBody(lead)
    }

    private static func beginsAsPlace(_ name: [UInt8]) -> Bool {
        beginsWithPlace(name) || provinces.contains { name.starts(with: $0) }
    }

    /// Whether the name stands elsewhere in the text with no word before it.
    private func stands(_ name: [UInt8], besides place: Int) -> Bool {
        var start = 0
        while let found = flow.firstIndex(of: name, in: start..<flow.bytes.count) {
            start = found + name.count
            if found != place, found == 0 || !isLetter(found - 3) { return true }
        }
        return false
    }

    private func isLetter(_ index: Int) -> Bool {
        guard index >= 0, (0xE4...0xE9).contains(flow.bytes[index]) else { return false }
        // 由青禾市审计局编制, 2023年青禾市审计局…, 2023年度青禾市审计局….
        if Self.yearMarks.contains(where: { flow.hasPrefix($0, at: index + 3 - $0.count) }) { return false }
        return !Self.openers.contains(Array(flow.bytes[index..<(index + 3)]))
    }
}
