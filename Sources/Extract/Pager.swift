internal import Bytes
internal import Model

/// The links to the other pages of a text that its site splits: 上一页 1 2 下一页, 第1页/共2页.
enum Pager {
    private static let page = Array("页".utf8)
    private static let steps = ["上一页", "下一页", "上页", "下页"]
    /// What a pager is made of, beside numbers.
    private static let words = Set("首尾末上下一页第共前后当到跳转至/|<>《》«»‹›….,:[]()".unicodeScalars)
    /// In bytes: 首页上一页123下一页尾页 in one piece.
    private static let longest = 90
    /// More pages than these has a list, and no report.
    private static let pages = 2...30

    /// The line of the pager, from 1; nil where there is none, or several of a text that stands there whole with the numbers
    /// of its pages.
    static func line(in flow: Flow) -> Int? {
        var counts: [Int] = []
        var index = 0
        while index < flow.pieces.count {
            guard isPart(index, flow), flow.holds(page, in: flow.range(index)) else {
                index += 1
                continue
            }
            let run = run(around: index, flow)
            index = run.upperBound
            let text = run.map { flow.string(flow.range($0)) }.joined(separator: " ")
            guard numbers(in: text).contains(where: pages.contains) else { continue }
            let line = flow.pieces[run.lowerBound].line
            if steps.contains(where: text.contains) {
                if !isOfList(run, flow), isBehindText(run, flow) { return line }
            } else if text.contains("第") {
                // 2/3 and 页 alone may be anything.
                counts += Array(repeating: line, count: text.count { $0 == "共" })
            }
        }
        return counts.count == 1 ? counts[0] : nil
    }

    private static func run(around index: Int, _ flow: Flow) -> Range<Int> {
        var (first, last) = (index, index + 1)
        while first > 0, isPart(first - 1, flow) { first -= 1 }
        while last < flow.pieces.count, isPart(last, flow) { last += 1 }
        return first..<last
    }

    private static let items = ["条", "记录", "篇"].map { Array($0.utf8) }

    /// Whether the pager says how many items a list has: 共35条 上一页 1 2 3 下一页.
    private static func isOfList(_ run: Range<Int>, _ flow: Flow) -> Bool {
        [run.lowerBound - 1, run.upperBound].contains { index in
            guard flow.pieces.indices.contains(index) else { return false }
            let range = flow.range(index)
            return range.count <= longest && flow.bytes[range].contains(where: ASCII.isDigit)
                && items.contains { flow.holds($0, in: range) }
        }
    }

    private static let ends = ["。", "；", ";", "：", ":", "）", ")", "”", "\""].map { Array($0.utf8) }

    /// Whether a paragraph or a table ends right before the pager: behind 相关文件 and titles it is theirs.
    private static func isBehindText(_ run: Range<Int>, _ flow: Flow) -> Bool {
        guard run.lowerBound > 0 else { return true }
        let before = flow.range(run.lowerBound - 1)
        if flow.pieces[run.lowerBound - 1].place != nil { return true }
        return ends.contains { flow.hasPrefix($0, at: before.upperBound - $0.count) }
            || CellReader.content(flow.bytes, before) != nil
    }

    /// Whether a piece outside of tables holds nothing but numbers and the words of a pager.
    private static func isPart(_ index: Int, _ flow: Flow) -> Bool {
        let range = flow.range(index)
        guard (1...longest).contains(range.count), flow.pieces[index].place == nil else { return false }
        return flow.string(range).unicodeScalars.allSatisfy { words.contains($0) || ("0"..."9").contains($0) }
    }

    private static func numbers(in text: String) -> [Int] {
        text.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
    }
}
