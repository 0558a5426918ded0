import Foundation
import Model
import TestSupport
import Testing

@testable import Decode

struct PDFDecoderTests {
    private static let installed = PDFProgram.isInstalled

    /// Words as the program writes them: left, top, text; a Chinese character is ten points wide, a digit five.
    private func table(_ words: [(Double, Double, String)], page: Int = 1) -> String {
        var lines = "1\t\(page)\t0\t0\t0\t0\t0\t0\t595\t842\t-1\t###PAGE###\n"
        for (left, top, text) in words {
            let width = text.reduce(0.0) { $0 + ($1.isASCII ? 5 : 10) }
            lines += "5\t\(page)\t0\t0\t0\t0\t\(left)\t\(top)\t\(width)\t10\t100\t\(text)\n"
        }
        return lines
    }

    private func pieces(_ table: String) throws -> [String] {
        let pages = try #require(WordBoxReader.pages(Array(table.utf8)))
        var writer = PDFWriter(EndlessPage(pages))
        writer.write()
        let outline = writer.builder.outline
        return outline.pieces.map { $0.kind == .text ? outline.string($0) : "·" }
    }

    private func rejection(_ bytes: [UInt8], programs: [String], limits: ConfinedTool.Limits = .init()) -> Rejection? {
        do throws(Rejection) {
            let input = DecoderInput(bytes: bytes, name: "a.pdf")
            _ = try PDFDecoder.outline(of: input, programs: programs, limits: limits)
            return nil
        } catch { return error }
    }

    @Test func putsALabelOfTwoLinesBeforeItsNumbers() throws {
        let words = [
            (60.0, 100.0, "1.重复申请"), (200, 100, "1"), (250, 100, "2"), (60, 130, "2.要求行政机关确认或"),
            (60, 142, "重新出具"), (200, 136, "3"), (250, 136, "4"),
        ]
        #expect(try pieces(table(words)) == ["1.重复申请", "1", "2", "2.要求行政机关确认或重新出具", "3", "4"])
    }

    /// Who filled the table in stands as close below its last row as the second line of a label would.
    @Test func whoFilledTheTableInIsNoLabel() throws {
        let words = [
            (60.0, 100.0, "举办各类培训班数"), (200, 100, "1"), (60, 116, "接受培训人员数"), (200, 116, "390"), (60, 130, "单位负责人：王某"),
            (60, 146, "注：本表由各机关填报"),
        ]
        let found = try pieces(table(words))
        #expect(found.prefix(4) == ["举办各类培训班数", "1", "接受培训人员数", "390"])
        #expect(found.dropFirst(4).joined() == "单位负责人：王某注：本表由各机关填报")
    }

    @Test func tellsBlankCellsByTheirColumns() throws {
        let words = [
            (60.0, 100.0, "规章"), (200, 100, "1"), (250, 100, "2"), (300, 100, "3"), (60, 130, "行政许可"), (200, 130, "4"),
            (300, 130, "6"),
        ]
        #expect(try pieces(table(words)) == ["规章", "1", "2", "3", "行政许可", "4", "·", "6"])
    }

    /// 204 over 7 in a narrow cell: its pieces stand in the row's own cell, and no line of theirs is another row or text.
    @Test(arguments: [0.0, 30.0])
    func aNumberThatItsCellBreaksStandsInItsRow(_ top: Double) throws {
        let broken = [(60.0, 106.0, "规章"), (200, 106, "1"), (250, 100, "204"), (255, 112, "7"), (300, 106, "3")]
        let whole = [(60.0, 136.0, "行政许可"), (200, 136, "4"), (250, 136, "5"), (300, 136, "6")]
        let moved = broken.map { ($0.0, $0.1 + 2 * top, $0.2) }
        let found = try pieces(table(top == 0 ? broken + whole : whole.map { ($0.0, $0.1 - top, $0.2) } + moved))
        let rows = [["规章", "1", "204", "7", "3"], ["行政许可", "4", "5", "6"]]
        #expect(found == (top == 0 ? rows : rows.reversed()).flatMap(\.self))
    }

    /// 16 over 3, on a line of its own below the row's: it is the rest of that cell.
    @Test func theRestOfANumberBelowItsRowIsNoRow() throws {
        let words = [
            (60.0, 100.0, "规章"), (200, 100, "1"), (250, 100, "16"), (250, 112, "3"), (60, 130, "行政许可"), (200, 130, "4"),
            (250, 130, "5"),
        ]
        #expect(try pieces(table(words)) == ["规章", "1", "16", "3", "行政许可", "4", "5"])
    }

    @Test func aUnitCloseBehindANumberIsInItsCell() throws {
        let words = [
            (60.0, 100.0, "规章"), (200, 100, "17"), (212, 100, "件"), (250, 100, "2"), (257, 100, "件"), (60, 130, "行政许可"),
            (200, 130, "4"), (207, 130, "件"), (250, 130, "5"), (257, 130, "件"),
        ]
        #expect(try pieces(table(words)) == ["规章", "17件", "2件", "行政许可", "4件", "5件"])
    }

    @Test func aBlankBehindALabelsNumberDividesNothing() throws {
        let words = (0..<4).flatMap { row -> [(Double, Double, String)] in
            let top = 100.0 + 14 * Double(row)
            return [(60, top, "\(row + 1)."), (76, top, "重复申请"), (200, top, "1"), (250, top, "2")]
        }
        #expect(try pieces(table(words)) == (1...4).flatMap { ["\($0).重复申请", "1", "2"] })
    }

    @Test func aGroupsNumberIsNoneOfTheLabelBesideIt() throws {
        let words = [
            (90.0, 100.0, "1.重复"), (90, 112, "申请"), (50, 108, "（五）"), (200, 106, "1"), (250, 106, "2"),
            (90, 130, "2.其他申请"),
            (200, 130, "3"), (250, 130, "4"),
        ]
        let found = try pieces(table(words))
        #expect(found.filter { $0 != "（五）" && $0 != "·" } == ["1.重复申请", "1", "2", "2.其他申请", "3", "4"])
    }

    /// The head that a page repeats stands between the two halves of a label that the page before cut.
    @Test func aRepeatedHeadBeforeTheRestOfALabelIsDropped() throws {
        let head: [(Double, Double, String)] = [(200, 60, "申请人情况")]
        let first = table(
            head + [
                (60, 80, "1.重复申请"), (200, 80, "1"), (250, 80, "2"), (60, 780, "2.要求行政机关确认"), (200, 780, "3"),
                (250, 780, "4"),
            ]
        )
        let second = table(head + [(60, 74, "或重新出具"), (60, 90, "3.其他"), (200, 90, "5"), (250, 90, "6")], page: 2)
        let found = try pieces(first + second)
        #expect(found.suffix(9) == ["1.重复申请", "1", "2", "2.要求行政机关确认或重新出具", "3", "4", "3.其他", "5", "6"])
    }

    /// It hangs into the first row below it.
    @Test func aHeadPrintedOverALabelIsNoLabel() throws {
        let words = [
            (60.0, 95.0, "二项之和，等于第三项加第四项"), (70, 96, "1.本年新收申请数量"), (250, 94.5, "104"), (300, 94.5, "7"),
            (70, 112, "2.上年结转申请数量"), (250, 110.5, "23"), (300, 110.5, "1"),
        ]
        let found = try pieces(table(words))
        #expect(found.prefix(3) == ["1.本年新收申请数量", "104", "7"])
        #expect(found.suffix(3) == ["2.上年结转申请数量", "23", "1"])
    }

    @Test func joinsATableOverAPageEndAndDropsThePageNumber() throws {
        let first = table([(60, 700, "1.重复申请"), (200, 700, "1"), (250, 700, "2"), (290, 800, "-4-")])
        let second = table([(60, 60, "2.其他"), (200, 60, "3"), (250, 60, "4"), (290, 800, "-5-")], page: 2)
        #expect(try pieces(first + second) == ["1.重复申请", "1", "2", "2.其他", "3", "4"])
    }

    /// A heading is the last line of a page, and its table the first of the next.
    @Test func theHeadingBeforeAPageIsNoPartOfATablesLabel() throws {
        let first = table([(60, 686, "青禾市水务局"), (60, 700, "八、附表"), (290, 800, "-4-")])
        let second = table(
            [
                (60, 60, "指标名称"), (200, 60, "2010年度"), (270, 60, "历年累计"), (60, 78, "主动公开文件数"), (210, 78, "3"),
                (280, 78, "4"), (60, 96, "行政复议数"), (210, 96, "1"), (280, 96, "2"), (290, 800, "-5-"),
            ],
            page: 2
        )
        let text = try pieces(first + second)
        #expect(text.contains("八、附表"))
        #expect(text.suffix(6) == ["主动公开文件数", "3", "4", "行政复议数", "1", "2"])
    }

    /// A group's name takes two lines, the second level with the numbers of a row whose label takes two lines around them.
    @Test func theSecondLineOfAGroupsNameIsNoRowsLabel() throws {
        let words = [
            (60.0, 76.0, "（六）其他"), (60, 94, "处理"), (120, 60, "1.申请人无正当理由"), (300, 60, "1"), (350, 60, "2"),
            (120, 85, "2.申请人逾期未按收费通知要求"), (300, 94, "3"), (350, 94, "4"), (120, 103, "缴纳费用"),
            (120, 128, "3.其他"), (300, 128, "5"), (350, 128, "6"), (60, 150, "（七）总计"), (300, 150, "9"),
            (350, 150, "12"), (40, 172, "四、结转下年度继续办理的申请"), (300, 172, "0"), (350, 172, "0"),
            (60, 38, "（五）不予"), (120, 38, "5.重新出具"), (300, 38, "7"), (350, 38, "8"),
        ]
        let text = try pieces(table(words)).filter { $0 != "·" }
        let label = try #require(text.firstIndex { $0.hasPrefix("2.申请人") })
        #expect(text[label...].prefix(3) == ["2.申请人逾期未按收费通知要求缴纳费用", "3", "4"])
    }

    /// Text in two columns: the left one whole, then the right one; the title above reaches over both.
    @Test func readsTheColumnsOfAPageOneAfterTheOther() throws {
        let line = "认真落实政府信息公开各项要求，健全工作机制，加强政策解读"
        let left = (0..<12).map { (50.0, 100.0 + 14 * Double($0), "左" + line) }
        let right = (0..<12).map { (360.0, 101.0 + 14 * Double($0), "右" + line) }
        let title = [(200.0, 60.0, "青禾市水务局2023年政府信息公开工作年度报告")]
        let text = try pieces(table(title + zip(left, right).flatMap { [$0, $1] }))
        #expect(text.filter { $0.hasPrefix("左") || $0.hasPrefix("右") } == left.map(\.2) + right.map(\.2))
    }

    @Test func joinsVerticalText() throws {
        var words = [(100.0, 100.0, "1.重复申请"), (200, 100, "1"), (250, 100, "2")]
        for (index, character) in "三、办理结果".enumerated() {
            words.append((40, 94 + Double(index) * 12, String(character)))
        }
        words += [(100, 160, "2.其他"), (200, 160, "3"), (250, 160, "4")]
        #expect(try pieces(table(words)).filter { $0 != "·" } == ["办理结果", "1.重复申请", "1", "2", "2.其他", "3", "4"])
    }

    @Test func namesThePackageOfAMissingProgram() {
        let found = rejection(Array("%PDF-1.4".utf8), programs: ["/nowhere/pdftotext"])
        #expect(found?.code == .toolMissing)
        #expect(found?.message.en.contains("apt-get install poppler-utils") == true)
    }

    @Test(.enabled(if: installed, "pdftotext (poppler-utils) is not installed"))
    func saysWhatIsWrongWithAPDF() {
        let program = ["/usr/bin/pdftotext"]
        #expect(rejection(Array("%PDF-1.4 nothing".utf8), programs: program)?.message.en.contains("damaged") == true)
        let empty = ReportTruth.blankPDF
        #expect(rejection(empty, programs: program)?.message.en.contains("scanned pictures") == true)
    }

    @Test func stopsAProgramThatDoesNotEnd() {
        let slow = ConfinedTool(path: "/bin/sleep", limits: .init(wallMilliseconds: 200)).run(["60"], input: [])
        #expect(slow?.isTimedOut == true)
    }

    @Test func leavesAProgramNothingButItsInput() throws {
        // The limits forbid children to all but root: the shell does its work without any.
        let script = "read line; echo $line; echo [$HOME]; for f in /proc/self/fd/*; do echo ${f##*/}; done"
        let result = try #require(ConfinedTool(path: "/bin/sh").run(["-c", script], input: Array("in\n".utf8)))
        let lines = String(decoding: result.output, as: UTF8.self).split(separator: "\n")
        #expect(lines.prefix(2) == ["in", "[]"])
        #expect(lines.dropFirst(2).compactMap { Int($0) }.allSatisfy { $0 <= 3 }, "\(lines)")
    }

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash"), "bash is not installed"))
    func refusesTheNetwork() throws {
        let result = try #require(
            ConfinedTool(path: "/bin/bash").run(["-c", "exec 3<>/dev/tcp/127.0.0.1/9"], input: [])
        )
        #expect(result.status != 0)
        #expect(result.message.contains("Permission denied"))
    }

    @Test func endsAProgramThatWritesTooMuch() throws {
        let limits = ConfinedTool.Limits(outputBytes: 4096)
        let result = try #require(
            ConfinedTool(path: "/bin/cat", limits: limits).run([], input: Array(repeating: 65, count: 9000))
        )
        #expect(result.status == -Int(SIGXFSZ))
        #expect(result.output.count <= 4096)
    }

    /// Tables of as many words as a document may have, page below page.
    private func longTable(_ row: (Int) -> [(Double, Double, String)]) -> String {
        (1...5).map { page in table((0..<1200).flatMap { row($0) }, page: page) }.joined()
    }

    @Test func labelsEveryRowOfAsManyAsThereMayBe() throws {
        let found = try pieces(longTable { [(60, Double($0) * 15, "规章"), (300, Double($0) * 15, "\($0 + 1)")] })
        // The first and the last line of a page pass for running ones.
        let numbers = (1...1200).map(String.init) + (2...5).flatMap { _ in (2...1199).map(String.init) }
        let isRead = found == numbers.flatMap { ["规章", $0] }
        #expect(isRead)
    }

    @Test func makesNoTableOfNumbersThatStandAnywhere() throws {
        var dice = SplitMix64(seed: 8)
        let found = try pieces(
            longTable { row in (0..<2).map { _ in (Double(dice.number(0...9000)), Double(row) * 15, "7") } }
        )
        #expect(found.count == 12_000)
        #expect(!found.contains("·"))
    }

    @Test func writesATallWordBesideFewTables() throws {
        var text = table([])
        for index in 0..<300 { text += "5\t1\t0\t0\t0\t0\t\(-20 * index)\t0\t10\t90000\t100\t三、收到\n" }
        for index in 0..<300 {
            text += "5\t1\t0\t0\t0\t0\t60\t\(300 * index)\t20\t10\t100\t规章\n"
            text += "5\t1\t0\t0\t0\t0\t300\t\(300 * index)\t5\t10\t100\t1\n"
        }
        let found = try pieces(text)
        #expect(found.count { $0 == "收到" } <= 4 * 300)
        #expect(found.count { $0 == "规章" } == 300)
    }

    @Test func refusesMoreThanAReportHolds() {
        #expect(WordBoxReader.pages(Array(longTable { [(60, Double($0) * 15, "a"), (90, 0, "b")] }.utf8)) != nil)
        #expect(WordBoxReader.pages(Array(table((0...2500).map { (60, Double($0) * 15, "a") }).utf8)) == nil)
        #expect(WordBoxReader.pages(Array(repeating: UInt8(ascii: "\n"), count: 1 + 8 << 20)) == nil)
    }

    /// Whatever the boxes are, they are read without harm.
    @Test func survivesAnyBoxes() throws {
        var dice = SplitMix64(seed: 4)
        let words = ["规章", "1", "件", "（一）其他", "-3", "/", "三", "2.重复申请", "万", "。", "一、总体情况"]
        for _ in 0..<1500 {
            var text = ""
            for page in 1...dice.number(1...3) {
                let boxes = (0..<dice.number(0...60)).map { _ in
                    (Double(dice.number(0...60)) * 9, Double(dice.number(0...70)) * 11, dice.pick(words))
                }
                text += table(boxes, page: page)
            }
            var bytes = Array(text.utf8)
            for _ in 0..<dice.number(0...8) { bytes[dice.number(0...(bytes.count - 1))] = UInt8(dice.number(0...255)) }
            guard let pages = WordBoxReader.pages(bytes) else { continue }
            var writer = PDFWriter(EndlessPage(pages))
            writer.write()
        }
    }
}
