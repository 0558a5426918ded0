import Forms
import Model
import Pipeline
import TestSupport
import Testing

/// Input that no report has, and that a reader must outlive: a trap ends the daemon, and work that grows with the square
/// of a text stops it for hours.
struct HostileInputTests {
    private static let title = "青禾市审计局2022年政府信息公开工作年度报告\n一、总体情况\n"

    private func read(_ text: String, name: String = "a.txt") -> Reading {
        ReportReader.read(Array(text.utf8), source: Source(name: name), received: "2026-01-31T09:00:00Z")
    }

    @Test func aLabelThatIsBrokenOverLinesNamesTheAgency() throws {
        let text =
            "政府信息公开情况统计表（2018年度）\n填报单位（盖章）\n：云台县教育局\n统计指标 单位 统计数\n一、主动公开情况\n"
            + "（一）主动公开政府信息数 条 1168\n其中：主动公开规范性文件数 条 6\n三、依申请公开情况\n（一）收到申请数 件 36\n"
        guard case .report(let report) = read(text) else { throw TestFailure("not read") }
        #expect(report.identity.agency == "云台县教育局")
    }

    /// Sentences and labels that repeat until a search that begins anew at each of them would not end.
    @Test(arguments: [
        "没有收到政府信息公开申请,", "其中受理3件,", "占3%,", "行政复议均维持,", "年收到政府信息公开申请", "同比增长3%,", "3件",
        "本年新收政府信息公开申请数量\n", "3.危及“三安全一稳定”\n", "一、总体情况\n", "填报单位:\n", "2022年1月1日", "(((一)", "无、零、",
    ])
    func repetitionsEnd(_ part: String) {
        let text = Self.title + "收到政府信息公开申请10件," + String(repeating: part, count: 1500)
        #expect(throws: Never.self) { _ = read(text) }
    }

    /// Thousands of figures beside a table, each with another number: each is held against the table, none against all.
    @Test(arguments: ["。\n", "。", "，"])
    func figuresWithoutEndEnd(_ mark: String) throws {
        let form = try #require(FormCatalog.form("2021"))
        let report = ReportTruth.make(form: form, agency: Agency.all[0], year: 2022, seed: 7).text(.cellLines)
        let figures = (0..<3000).map { "全年主动公开信息\($0)条，收到申请\(3 * $0)件，上年结转申请\($0)件\(mark)" }
        #expect(throws: Never.self) { _ = read(report + "\n" + figures.joined()) }
    }

    /// Numbers beyond all that a report can count, in its cells and figures, with decimals and without.
    @Test(arguments: [
        "999999999999999", "9223372036854775807", "9223372036", "0.900000001", "0.00000000000001", "-99999999999999",
    ])
    func hugeNumbersDoNotOverflow(_ number: String) throws {
        for identifier in ["2008", "2014", "2019", "2021"] {
            let form = try #require(FormCatalog.form(identifier))
            let truth = ReportTruth.make(form: form, agency: Agency.all[0], year: 2012, seed: 7)
            for layout in [Layout.cellLines, .markdown, .glued] {
                for every in [1, 2, 5] {
                    let text = Self.replacing(every, of: truth.text(layout), by: number)
                    #expect(throws: Never.self) { _ = read(text) }
                }
            }
        }
    }

    private static func replacing(_ every: Int, of text: String, by number: String) -> String {
        var result = ""
        var count = 0
        var isInNumber = false
        for character in text {
            let isDigit = character.isASCII && character.isNumber
            if isDigit, !isInNumber { count += 1 }
            if !isDigit || count % every != 0 {
                result.append(character)
            } else if !isInNumber {
                result += number
            }
            isInNumber = isDigit
        }
        return result
    }

    /// Tags that only look closed, formatting that never ends, frames in frames, rows of thousands of columns.
    @Test(arguments: [
        String(repeating: "<div></x>", count: 20_000), String(repeating: "<span><!-- </span> -->", count: 20_000),
        String(repeating: "<b title='</b>'>", count: 20_000), String(repeating: "<div><!x</div>", count: 20_000),
        "<!-- --!>" + String(repeating: "<div>", count: 20_000),
        "<p a=b=\">" + String(repeating: "<div>", count: 20_000), String(repeating: "<x/>", count: 20_000),
    ])
    func depthIsNotHidden(_ tags: String) throws {
        guard case .rejected(let rejection) = read("<html><body>" + tags, name: "a.html") else {
            throw TestFailure("was read")
        }
        #expect(rejection.code == .tooDeep)
        // A table in a text goes to the same parser.
        guard case .rejected(let inText) = read(Self.title + "<table><tr><td>" + tags + "</table>\n|---|") else {
            throw TestFailure("was read")
        }
        #expect(inText.code == .tooDeep)
    }

    @Test func formattingThatIsNeverClosedIsRefused() throws {
        let fonts = (0..<1900).map { "<font color=\"\($0)\">" }.joined()
        let page = "<html><body><div>" + fonts + String(repeating: "<p>x</p>", count: 1000)
        guard case .rejected(let rejection) = read(page, name: "a.html") else { throw TestFailure("was read") }
        #expect(rejection.code == .tooDeep)
    }

    @Test func gridsOfThousandsOfColumnsAreRead() {
        let page =
            "<html><body><table>" + "<tr>" + String(repeating: "<td colspan=200>", count: 1000)
            + String(repeating: "<tr><td>", count: 4_000)
        #expect(throws: Never.self) { _ = read(page, name: "a.html") }
    }

    @Test func framesInFramesAreRefused() throws {
        var page = "<p>" + Self.title + "</p>"
        for _ in 0..<5 {
            let escaped = page.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing(
                "<",
                with: "&lt;"
            )
            page =
                "<html><body><p>青禾市审计局2022年政府信息公开工作年度报告</p><h2>一、总体情况</h2><p>公开12条。</p>"
                + "<iframe srcdoc=\"\(escaped)\"></iframe></body></html>"
        }
        guard case .rejected(let rejection) = read(page, name: "a.html") else { throw TestFailure("was read") }
        #expect(rejection.code == .tooDeep)
    }
}

private struct TestFailure: Error {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}
