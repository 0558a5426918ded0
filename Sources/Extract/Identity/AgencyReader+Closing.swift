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
        guard index > 0, let name = signer(lines[index].bytes) else { return nil }
        var before = index - 1
        if before > 0, isDay(before) { before -= 1 }
        let stop = TableParse.sentenceEnd
        return flow.hasPrefix(stop, at: lines[before].bytes.upperBound - stop.count) ? name : nil
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
