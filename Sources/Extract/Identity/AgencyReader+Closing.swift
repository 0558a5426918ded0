internal import Bytes

/// A signature that has no date behind it.
extension AgencyReader {
    private static let senders = ["报送单位:", "报告单位:", "编报单位:"].map { Array($0.utf8) }
    /// What a last line says that names those whom the report goes to.
    private static let receivers = ["报送", "抄送", "主送", "呈报", "上报"].map { Array($0.utf8) }

    /// The name alone on the text's last line, behind its last sentence; the date may stand between, and behind a name in
    /// brackets: (某县教育局). Further down a page names whose site it is.
    func closing() -> String? {
        guard var index = lines.indices.last else { return nil }
        if index > 0, isDay(index) { index -= 1 }
        return signer(behindSentence: index)
    }

    /// The same above the caption of a table that is annexed, a day between them.
    func closingAboveAnnex() -> String? {
        DateReader(flow: flow, lines: lines).captions.lazy.compactMap { caption -> String? in
            guard caption > 1 else { return nil }
            return signer(behindSentence: isDay(caption - 1) ? caption - 2 : caption - 1)
        }.first
    }

    /// The name alone on a line, behind the end of a sentence.
    private func signer(behindSentence index: Int) -> String? {
        guard index > 0, let name = signer(lines[index].bytes) else { return nil }
        var before = index - 1
        if before > 0, isDay(before) { before -= 1 }
        let stop = TableParse.sentenceEnd
        return flow.hasPrefix(stop, at: lines[before].bytes.upperBound - stop.count) ? name : nil
    }

    /// The same above the foot of a page, whose lines are links and the words of its tools: 附件下载, 打印本页. No sentence stands
    /// between the name and the text's end.
    func closingAboveFoot() -> String? {
        let stop = TableParse.sentenceEnd
        let tail = lines.indices.suffix(Self.longestFoot)
        let ends = { (index: Int) in flow.hasPrefix(stop, at: lines[index].bytes.upperBound - stop.count) }
        guard let sentence = tail.last(where: ends), sentence + 1 < lines.endIndex else { return nil }
        let first = sentence + 1
        let below = isDay(first) && first + 1 < lines.endIndex ? first + 1 : first
        guard let name = signer(lines[below].bytes), !Self.isOfFoot(Array(name.utf8)) else { return nil }
        return name
    }

    /// So many lines of links may stand below a report.
    private static let longestFoot = 60
    private static let placesOfPage = ["顶部", "底部", "首部", "全部"].map { Array($0.utf8) }

    /// Whether a line that ends as a name does is an entry of a menu, or the word for a part of the page: 回到顶部.
    private static func isOfFoot(_ line: [UInt8]) -> Bool {
        !isToldAlone(String(decoding: line, as: UTF8.self)) || placesOfPage.contains { line.ends(with: $0) }
    }

    private func isDay(_ index: Int) -> Bool {
        isDate(lines[index]) || DateReader(flow: flow, lines: lines).chineseDate(lines[index]) != nil
    }

    /// The body that a line names, and nothing else but brackets or the word for it.
    private func signer(_ line: Range<Int>) -> String? {
        var name = line
        if let label = Self.senders.first(where: { flow.hasPrefix($0, at: name.lowerBound) }) {
            name = (name.lowerBound + label.count)..<name.upperBound
        } else if name.count > 2, flow.bytes[name.lowerBound] == UInt8(ascii: "("),
            flow.bytes[name.upperBound - 1] == UInt8(ascii: ")")
        {
            name = (name.lowerBound + 1)..<(name.upperBound - 1)
        }
        guard let text = DateReader(flow: flow, lines: lines).body(name) else { return nil }
        let bytes = Array(text.utf8)
        return Self.receivers.contains { bytes.starts(with: $0) } ? nil : Self.name(bytes)
    }
}
