import Model
import Testing

/// The farms of 兵团, whose names are numbers.
struct RegimentTests {
    private func agency(_ title: String) throws -> String? {
        let head = title + "\n一、总体情况\n认真落实条例。\n"
        return try readReport(head + BareReport.rest).identity.agency
    }

    @Test(arguments: ["12团", "143团", "第八师石河子市143团", "第12师104团", "第八师一四三团", "186团场"])
    func aNumberIsAName(_ name: String) throws {
        for title in ["\(name)2023年政府信息公开工作年度报告", "2023年\(name)政府信息公开工作年度报告"] {
            #expect(try agency(title) == name)
        }
    }

    @Test(arguments: ["2023年度第3政府信息公开工作年度报告", "12345政府信息公开工作2023年度报告"])
    func otherNumbersAreNone(_ title: String) throws { #expect(try agency(title) == nil) }
}
