import Model
import Testing

@testable import gouji

@Suite struct TextReportTests {
    @Test func showsAPassingReportInTwoLines() {
        let report = Report(identity: Identity(agency: "某区发展改革委", year: 2024, form: "2021"))
        #expect(
            text(.report(report), .zh) == """
                a.txt: 某区发展改革委，2024，格式 2021，年度报告
                a.txt: 通过：0 项错误，0 项警告，0 项未核实

                """
        )
    }

    @Test func showsWhatIsWrongWhereAndWhatWouldFit() {
        let report = Report(
            identity: Identity(year: 2024, form: "2021"),
            findings: [.balance()],
            unverified: ["disputes.total", "section.empty", "disputes.total"].map { Unverified(rule: $0, reason: "r") }
        )
        #expect(
            text(.report(report), .en) == """
                a.txt: agency unknown, 2024, form 2021, report
                a.txt:120: error: the columns do not balance [applications.balance]
                   120 | applications.carried_in.total: 6
                       = would fit: applications.carried_in.total 6 → 0 (left over from last year)
                       = basis: 国办公开办函〔2021〕30号 表三
                a.txt: not verified: r [disputes.total, section.empty]
                a.txt: fail: 1 error, 0 warnings, 3 not verified

                """
        )
    }

    @Test func showsTheFindingsOfOneCauseAsOne() {
        var first = Finding.balance()
        first.group = "aa"
        var second = Finding(rule: "applications.column-sum", severity: .error, message: .init(zh: "合计", en: "sum"))
        second.places = [.init(path: "applications.processed_total.total", line: 140)]
        (second.group, second.fingerprint) = ("aa", "bb")
        let other = Finding(rule: "section.order", severity: .warning, message: .init(zh: "次序", en: "order"))
        let lines = text(.report(Report(findings: [first, other, second])), .en).split(separator: "\n")
        #expect(lines[5] == "       = same cause: a.txt:140: error: sum [applications.column-sum]")
        #expect(lines[6] == "a.txt: warning: order [section.order]")
        #expect(lines[7] == "a.txt: fail: 2 errors, 1 warning, 0 not verified")
    }

    @Test func controlCharactersOfAReportDoNotReachTheTerminal() {
        var finding = Finding.balance()
        finding.places = [.init(path: "sections.other", line: 3, text: "a\u{1B}[2Jb\u{9B}c")]
        #expect(text(.report(Report(findings: [finding])), .zh).contains("     3 | a [2Jb c\n"))
    }

    @Test func theRowOfTheTableIsShownWithTheBadCellMarked() {
        let columns = ["natural_person", "business", "total"]
        let row = Row(
            id: "carried_in",
            label: "二、上年结转",
            line: 118,
            cells: ["0", "", "12"].enumerated().map { index, text in
                let content = Int(text).map { Cell.Content.number(Quantity($0)) } ?? .blank
                return Cell(content, text: text, line: 118 + index)
            }
        )
        var finding = Finding.balance()
        finding.repairs[0].changes[0].from = Quantity(12)
        let table = Table(id: "applications", state: .read, line: 100, columns: columns, rows: [row])
        let report = Report(identity: Identity(form: "2021"), tables: [table], findings: [finding])
        let lines = text(.report(report), .zh).split(separator: "\n").dropFirst().prefix(4)
        #expect(
            lines.joined(separator: "\n") == """
                a.txt:120: 错误：不平衡 [applications.balance]
                       |               自然人  商业企业  总计
                   118 | 二、上年结转       0              12
                       |                                   ^^ 12 → 0
                """
        )
    }

    @Test func aRowThatSlidIsShownThoughTheFindingDoesNotNameIt() {
        let columns = ["natural_person", "business", "total"]
        let rows = [("granted", "（一）予以公开", ["0", "4", "1"]), ("processed_total", "（七）总计", ["4", "1", "5"])]
        let table = Table(
            id: "applications",
            state: .read,
            line: 100,
            columns: columns,
            rows: rows.enumerated().map { index, row in
                let cells = row.2.map { Cell(.number(Quantity(Int($0) ?? 0)), text: $0, line: 118 + index) }
                return Row(id: row.0, label: row.1, line: 118 + index, cells: cells)
            }
        )
        var finding = Finding(rule: "applications.column-sum", severity: .error, message: .init(zh: "合计", en: "sum"))
        finding.places = [.init(path: "applications.processed_total.natural_person", line: 119, text: "4")]
        finding.displaced = zip(columns, [(0, 4), (4, 1), (1, 5)]).map { column, change in
            .init(path: "applications.granted.\(column)", from: Quantity(change.0), to: Quantity(change.1))
        }
        let report = Report(identity: Identity(form: "2021"), tables: [table], findings: [finding])
        let lines = text(.report(report), .zh).split(separator: "\n").dropFirst().prefix(6)
        #expect(
            lines.joined(separator: "\n") == """
                a.txt:118: 错误：合计 [applications.column-sum]
                       |                 自然人  商业企业  总计
                   118 | （一）予以公开       0         4     1
                       |                      ^         ^     ^ 0 → 4，4 → 1，1 → 5
                   119 | （七）总计           4         1     5
                       |                      ~
                """
        )
    }

    @Test func coloursAreForTerminalsOnly() {
        let coloured = TextReport(language: .en, file: "a.txt", style: TerminalStyle(isColoured: true))
        let text = coloured.text(of: .report(Report(findings: [.balance()])))
        #expect(text.contains("\u{1B}[1;31merror:\u{1B}[0m"))
        let style = try? Regex("\u{1B}\\[[0-9;]*m")
        #expect(style.map { text.replacing($0, with: "") } == self.text(.report(Report(findings: [.balance()])), .en))
    }

    @Test(arguments: [("自然人", 6), ("A1", 2), ("（七）", 6), ("e\u{301}", 1), ("…—", 2), ("", 0)])
    func widthsAreThoseOfATerminal(_ text: String, _ width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test func whatIsTooWideIsClipped() {
        #expect(DisplayWidth.clipped("法律服务机构", to: 7) == "法律服…")
        #expect(DisplayWidth.clipped("法律服务机构", to: 12) == "法律服务机构")
    }

    @Test func saysWhyAFileIsNoReport() {
        let rejection = Rejection(.unknownCharset, .init(zh: "编码不明", en: "no charset fits"), line: 7)
        #expect(text(.rejected(rejection), .en) == "a.txt:7: unreadable: no charset fits [unknown-charset]\n")
        #expect(text(.rejected(rejection), .zh) == "a.txt:7: 无法作为年度报告读取：编码不明 [unknown-charset]\n")
    }

    private func text(_ reading: Reading, _ language: OutputLanguage) -> String {
        TextReport(language: language, file: "a.txt").text(of: reading)
    }
}

extension Finding {
    /// A broken balance with places, values, a basis and a repair.
    static func balance() -> Finding {
        Finding(
            rule: "applications.balance",
            severity: .error,
            message: Message(zh: "不平衡", en: "the columns do not balance"),
            places: [
                Place(path: "applications.carried_in.total", line: 120, text: "6"),
                Place(path: "applications.carried_out.total"),
            ],
            expected: .number(Quantity(6)),
            actual: .number(Quantity(0)),
            basis: "国办公开办函〔2021〕30号 表三",
            repairs: [
                Repair(
                    changes: [.init(path: "applications.carried_in.total", from: Quantity(6), to: Quantity(0))],
                    cause: Finding.Message(zh: "沿用了上年的数", en: "left over from last year")
                )
            ],
            fingerprint: "aa"
        )
    }
}
