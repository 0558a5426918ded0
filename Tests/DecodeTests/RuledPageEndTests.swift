import Model
import Testing

@testable import Decode

/// Ruled tables that go on over the ends of pages.
struct RuledPageEndTests {
    private static let xs = [50.0, 90, 190, 230, 270]
    private typealias Word = PDFWords.Word

    private let group: Word = (52, 743, "三、")
    private let foot: Word = (290, 810, "-1-")

    private func outline(_ pages: [[Word]], _ drawn: [String]) throws -> Outline {
        try PDFDrawing.outline(pages, drawn)
    }

    /// What stands in tables, a blank cell as `·`: by default of two rows on each page.
    private func read(_ pages: [[Word]], _ drawn: [String]? = nil) throws -> [String] {
        let outline = try outline(pages, drawn ?? [grid([740, 760, 780]), grid([50, 70, 90])])
        return outline.pieces.filter { $0.place != nil }.map { $0.kind == .text ? outline.string($0) : "·" }
    }

    private func line(_ x: Double, _ y: Double, _ toX: Double, _ toY: Double) -> String {
        PDFDrawing.line(x, y, toX, toY)
    }

    /// The lines of a table whose first column is merged over all rows; `open` are edges that are not drawn.
    private func grid(_ ys: [Double], open: Set<Double> = []) -> String {
        let inner = ys.dropFirst().dropLast().map { line(90, $0, 270, $0) }
        let outer = [ys[0], ys[ys.count - 1]].filter { !open.contains($0) }.map { line(50, $0, 270, $0) }
        return (inner + outer + Self.xs.map { line($0, ys[0], $0, ys[ys.count - 1]) }).joined()
    }

    private func row(_ top: Double, _ label: String, _ numbers: String...) -> [Word] {
        [(95, top, label)] + numbers.enumerated().map { (195 + 40 * Double($0), top, $1) }
    }

    @Test func groupsGoOnAndHeadsAreNotRepeated() throws {
        let names: [Word] = [group, (52, 755, "不予"), (52, 767, "公开")]
        let first =
            row(723, "情形", "件", "人") + names + row(743, "1.国家秘密", "1", "2") + row(763, "2.商业秘密", "3", "4") + [foot]
        let second = row(53, "情形", "件", "人") + row(73, "3.个人隐私", "5", "6") + row(93, "4.其他", "7", "8")
        let drawn = [
            grid([720, 740, 760, 780]) + line(50, 740, 90, 740), grid([50, 70, 90, 110]) + line(50, 70, 90, 70),
        ]
        let rows = ["1.国家秘密", "1", "2", "2.商业秘密", "3", "4", "3.个人隐私", "5", "6", "4.其他", "7", "8"]
        #expect(try read([first, second], drawn) == ["·", "情形", "件", "人", "三、不予公开"] + rows)
        let pieces = try outline([first, second], drawn).pieces
        #expect(Set(pieces.compactMap(\.place?.table)) == [0])
        #expect(pieces.last?.page == 2)
        #expect(pieces.first { $0.place?.height == 4 }?.place?.row == 1)
    }

    /// The label goes on behind the page's end; the numbers stand before it, or behind.
    @Test(arguments: [true, false])
    func aRowThatThePagesEndCuts(isFirst: Bool) throws {
        let top = isFirst ? 763.0 : 53
        let numbers: [Word] = [(195, top, "5"), (235, top, "6")]
        let first =
            row(743, "1.重复申请", "1", "2") + [group, foot, (95, 763, "2.要求行政机关")] + (isFirst ? numbers : [])
        let second = [(95, 53, "重新出具")] + (isFirst ? [] : numbers) + row(73, "3.其他", "3", "4")
        let found = try read([first, second])
        #expect(found == ["三、", "1.重复申请", "1", "2", "2.要求行政机关重新出具", "5", "6", "3.其他", "3", "4"])
    }

    /// A label without a number goes on where its line is full; else it is a row's that is blank.
    @Test(arguments: ["其他对外管理服务", "行政许可"])
    func aLabelWithoutANumber(label: String) throws {
        let first = row(743, "行政处罚", "1", "2") + row(763, label, "5", "6") + [group, foot]
        let second = [(95, 53, "事项")] + row(73, "行政强制", "3", "4")
        let found = try read([first, second])
        let isCut = label.count > 4
        #expect(found.contains(isCut ? label + "事项" : label))
        #expect(found.count { $0 == "·" } == (isCut ? 0 : 2))
    }

    /// Heads that are not those of the table's beginning are no label that goes on.
    @Test func headsAreNoRestOfALabel() throws {
        let first = row(743, "1.重复申请", "1", "2") + row(763, "2.商业秘密", "5", "6") + [group, foot]
        let second = row(53, "情形", "件", "人") + row(73, "3.其他", "3", "4")
        let found = try read([first, second])
        #expect(found.contains("2.商业秘密") && found.contains("情形"))
    }

    /// Only the last digits of a number stand behind the page's end.
    @Test func digitsBehindThePagesEnd() throws {
        let first = row(743, "1.重复申请", "1", "2") + row(763, "2.商业秘密", "11671", "11671") + [group, foot]
        let second: [Word] = [(235, 53, "6")] + row(73, "3.其他", "3", "4")
        let found = try read([first, second])
        #expect(found == ["三、", "1.重复申请", "1", "2", "2.商业秘密", "11671", "116716", "3.其他", "3", "4"])
    }

    /// The label goes on, and the digits of one column do.
    @Test func aLabelAndDigitsGoOn() throws {
        let first = row(743, "1.重复申请", "1", "2") + row(763, "2.没有现成信", "32", "11671") + [group, foot]
        let second: [Word] = [(95, 53, "息需要制作"), (235, 53, "6")] + row(73, "3.其他", "3", "4")
        let found = try read([first, second])
        #expect(found == ["三、", "1.重复申请", "1", "2", "2.没有现成信息需要制作", "32", "116716", "3.其他", "3", "4"])
    }

    /// The same digits on both pages are one number's, where lines close the row.
    @Test func theSameDigitsGoOn() throws {
        let first = row(743, "1.重复申请", "1", "2") + row(763, "2.国家秘密", "5", "11111") + [group, foot]
        let second: [Word] = [(235, 53, "11111")] + row(73, "3.其他", "3", "4")
        let found = try read([first, second])
        #expect(found == ["三、", "1.重复申请", "1", "2", "2.国家秘密", "5", "1111111111", "3.其他", "3", "4"])
    }

    /// No line closes the row at the page's end, and it is drawn on both pages.
    @Test func aRowThatBothPagesShow() throws {
        let first = [(52, 785, "三、")] + row(783, "1.重复申请", "1", "2") + row(831, "2.国家秘密", "5", "6")
        let second = row(-3, "2.国家秘密", "5", "6") + row(23, "3.其他", "3", "4")
        let found = try read([first, second], [grid([780, 820, 842], open: [842]), grid([0, 20, 40], open: [0])])
        #expect(found == ["三、", "1.重复申请", "1", "2", "2.国家秘密", "5", "6", "3.其他", "3", "4"])
    }

    /// Two rows are two, though no line is drawn at the page's end.
    @Test func rowsAtAnOpenEnd() throws {
        let first = row(743, "1.重复申请", "1", "2") + row(763, "2.国家秘密", "5", "6") + [group, foot]
        let second = row(53, "3.其他", "3", "4") + row(73, "4.个人隐私", "9", "12")
        let found = try read([first, second], [grid([740, 760, 780], open: [780]), grid([50, 70, 90])])
        let rows = ["1.重复申请", "1", "2", "2.国家秘密", "5", "6", "3.其他", "3", "4", "4.个人隐私", "9", "12"]
        #expect(found == ["三、"] + rows)
    }

    /// A heading at the page's beginning stands between two tables; a footnote below a short line does not.
    @Test func whatStandsBetween() throws {
        let first = row(643, "规章", "1", "2") + row(663, "行政许可", "3", "4")
        let second = row(73, "行政处罚", "5", "6") + row(93, "行政强制", "7", "8")
        let drawn = [grid([640, 660, 680]), grid([70, 90, 110])]
        let heading: Word = (60, 50, "四、行政复议情况")
        #expect(Set(try outline([first, [heading] + second], drawn).pieces.compactMap(\.place?.table)) == [0, 1])
        let note: Word = (60, 700, "1 以公报为准")
        let noted = [drawn[0] + line(60, 695, 120, 695), drawn[1]]
        #expect(Set(try outline([first + [note], second], noted).pieces.compactMap(\.place?.table)) == [0])
    }
}
