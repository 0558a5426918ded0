/// Where a text names a report on information disclosure: 某县人民政府2023年政府信息公开工作年度报告, or
/// 2023年某县人民政府信息公开年度报告.
struct Announcement {
    /// Where the year begins.
    var year: Int
    /// What stands between the year and 政府信息公开.
    var name: Range<Int>

    private static let subjects = ["政府信息公开", "信息公开", "政务公开"].map { Array($0.utf8) }
    private static let nouns = ["报告", "年报", "总结", "情况"].map { Array($0.utf8) }
    private static let years = ["年度", "年"].map { Array($0.utf8) }
    private static let marks = [
        "。", ",", ";", "《", "》", "、", ":", "要点", "安排", "通知", "指南", "条例", "办法", "制度", "工作的", "领导小组", "办公室",
    ].map { Array($0.utf8) }
    /// What is said of reports to those who are to write them.
    private static let othersBehind = ["有关", "的通知", "编制", "编写", "格式", "报送", "制度", "统计", "自查", "(试行"].map {
        Array($0.utf8)
    }
    /// 40 Chinese characters: no name is longer.
    private static let longest = 120

    static func all(in flow: Flow) -> [Self] {
        flow.years().compactMap { index in
            guard YearReader.year(flow.bytes, at: index) != nil,
                let mark = years.first(where: { flow.hasPrefix($0, at: index + 4) })
            else { return nil }
            let behind = index + 4 + mark.count
            let room = behind..<min(flow.bytes.count, behind + longest)
            guard let subject = subjects.compactMap({ flow.firstIndex(of: $0, in: room) }).min(),
                isReport(subject, flow), isPlain(behind..<subject, flow)
            else { return nil }
            return Self(year: index, name: behind..<subject)
        }
    }

    /// Whether 政府信息公开 at `subject` begins the name of a report, and not that of a notice on one.
    private static func isReport(_ subject: Int, _ flow: Flow) -> Bool {
        let room = subject..<min(flow.bytes.count, subject + 75)
        let ends = nouns.compactMap { noun in flow.firstIndex(of: noun, in: room).map { $0 + noun.count } }
        guard let end = ends.min() else { return false }
        return isPlain(subject..<end, flow) && !othersBehind.contains { flow.hasPrefix($0, at: end) }
    }

    /// Whether the words are a name's: no mark stands in them.
    private static func isPlain(_ range: Range<Int>, _ flow: Flow) -> Bool {
        !marks.contains { flow.holds($0, in: range) }
    }
}
