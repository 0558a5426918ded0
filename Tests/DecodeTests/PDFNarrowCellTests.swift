import Testing

@testable import Decode

/// Numbers that narrow cells break over lines: what is certainly one is read as one, and nothing else.
struct PDFNarrowCellTests {
    private typealias Word = PDFWords.Word

    /// Cells in their columns' middle, 20 points apart.
    private func row(_ top: Double, _ cells: String...) -> [Word] {
        cells.enumerated().filter { !$1.isEmpty }.map { column, cell in
            (160 + 20 * Double(column) - 2.5 * Double(cell.count), top, cell)
        }
    }

    /// 1065 and 8190 at the top of their cells, at the bottom, and around the label.
    @Test(arguments: [[100.0, 100, 112], [112, 100, 112], [106, 100, 112]])
    func piecesBesideOneLabelAreOneNumber(_ tops: [Double]) throws {
        let parts =
            tops[0] == tops[2]
            ? [row(tops[1], "106", "", "", "819"), row(tops[2], "5", "7", "8", "0")]
            : [row(tops[1], "106", "7", "8", "819"), row(tops[2], "5", "", "", "0")]
        let words =
            [(60.0, tops[0], "1.重复申请")] + parts[0] + parts[1] + [(60, 140, "2.其他")] + row(140, "2", "0", "1", "3")
        #expect(try PDFWords.pieces(words) == ["1.重复申请", "1065", "7", "8", "8190", "2.其他", "2", "0", "1", "3"])
    }

    /// 12. over 35, and 1,0 over 00.
    @Test func pointsAndCommasArePartsOfNumbers() throws {
        let words =
            [(60.0, 100.0, "1.重复申请")] + row(100, "3", "12.", "1,0") + row(112, "", "35", "00") + [(60, 140, "2.其他")]
            + row(140, "2", "0", "1")
        #expect(try PDFWords.pieces(words) == ["1.重复申请", "3", "12.35", "1,000", "2.其他", "2", "0", "1"])
    }

    /// 712 over 4, as far as all rows are from each other: 四、 stands left of （七）, and is no group's name.
    @Test func aNumberedLabelLeftOfTheOneAboveIsARows() throws {
        let words =
            [(100.0, 100.0, "（五）重复")] + row(100, "106", "7", "819") + [(100, 113, "（六）其他")]
            + row(113, "603", "2", "605") + [(100, 126, "（七）总计")] + row(126, "710", "9", "712")
            + [(20, 139, "四、结转下年度")] + row(139, "", "4", "4")
        let found = try PDFWords.pieces(words)
        #expect(found.suffix(8) == ["（七）总计", "710", "9", "712", "四、结转下年度", "·", "4", "4"])
    }

    /// A row of its own below, with its own label, however close.
    @Test func aRowWithALabelIsNoRest() throws {
        let words =
            [(60.0, 100.0, "1.重复申请")] + row(100, "106", "7", "819") + [(60, 111, "2.其他")] + row(111, "5", "", "0")
            + [(60, 122, "3.其他")] + row(122, "5", "1", "6")
        #expect(
            try PDFWords.pieces(words) == ["1.重复申请", "106", "7", "819", "2.其他", "5", "·", "0", "3.其他", "5", "1", "6"]
        )
    }

    /// As close to the row above as to that below, a line may be a piece of either: both have it, and nobody joins it.
    @Test func aLineBetweenTwoRowsIsADoubtInBoth() throws {
        let words =
            [(60.0, 100.0, "1.重复申请")] + row(100, "106", "7", "8") + row(112, "819") + [(60, 124, "2.其他")]
            + row(124, "5", "0", "1")
        let found = try PDFWords.pieces(words)
        #expect(found == ["1.重复申请", "106", "819", "7", "8", "2.其他", "819", "5", "0", "1"])
    }

    /// 1 over 5764: where the first digit alone is broken off, no row takes the rest for its own number.
    @Test func aRestAsWideAsItsCellIsNotTheNextRowsNumber() throws {
        let words =
            [(60.0, 100.0, "1.重复申请")] + row(100, "9034", "0", "1") + row(111, "", "", "5764") + [(60, 122, "2.其他")]
            + row(122, "22", "0", "22")
        let found = try PDFWords.pieces(words)
        #expect(
            found == ["1.重复申请", "9034", "0", "1", "5764", "2.其他", "22", "0", "5764", "22"]
        )
    }

    /// 8.属于行政查询事 | 项, beside 12 over 6: the label's last character is no unit.
    @Test func aLabelsLastCharacterIsNoUnit() throws {
        let words =
            [(60.0, 100.0, "8.属于行政查询事")] + row(100, "12", "7", "8") + [(60, 112, "项")] + row(112, "6")
            + [(60, 140, "9.其他")] + row(140, "2", "0", "1")
        #expect(try PDFWords.pieces(words) == ["8.属于行政查询事项", "126", "7", "8", "9.其他", "2", "0", "1"])
    }
}
