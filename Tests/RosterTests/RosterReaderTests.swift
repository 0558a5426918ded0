import Testing

@testable import Platform
@testable import Roster

struct RosterReaderTests {
    private func roster(_ text: String) throws(RosterError) -> Roster {
        try RosterReader.roster(from: text, file: "roster.csv")
    }

    private func refusal(_ text: String) -> RosterError? {
        do throws(RosterError) {
            _ = try roster(text)
            return nil
        } catch {
            return error
        }
    }

    @Test func everyColumnIsRead() throws {
        let roster = try roster(
            """
            agency,level,aliases,contact,due,source
            青禾市教育局,department,青禾市教育体育局;市教育局,a@b.example;c@d.example,02-10,https://example.org/x
            # a note with a " in it
            "龙湖镇人民政府",township,,,,

            """
        )
        #expect(roster.entries.count == 2)
        let first = try #require(roster.entries.first)
        #expect(first.aliases == ["青禾市教育体育局", "市教育局"])
        #expect(first.contacts == ["a@b.example", "c@d.example"])
        #expect(first.due == MonthDay(month: 2, day: 10))
        #expect(first.source == "https://example.org/x")
        #expect(roster.entries[1].line == 4)
    }

    @Test func headsAndLevelsMayBeChinese() throws {
        let roster = try roster("机关名称,级别,别名\r\n青禾市人民政府,政府,\r\n青禾市财政局,部门,市财政局、青禾财政局\r\n")
        #expect(roster.entries.map(\.level) == [.government, .department])
        #expect(roster.entries[1].aliases == ["市财政局", "青禾财政局"])
    }

    @Test func tabsAndQuotesOfSpreadsheetsAreRead() throws {
        #expect(try roster("agency\tlevel\n甲\t部门\n").entries.map(\.agency) == ["甲"])
        let quoted = try roster("agency,level,aliases\n\"甲,\"\"乙\"\"\",部门,\"丙;\n丁\"\n戊,部门,\n")
        #expect(quoted.entries.map(\.agency) == ["甲,\"乙\"", "戊"])
        #expect(quoted.entries[0].aliases == ["丙", "丁"])
        #expect(quoted.entries[1].line == 4)
    }

    @Test func anAgencyIsFoundByAnyOfItsNames() throws {
        let roster = try roster("agency,level,aliases\n青禾市发展和改革委员会(本级),部门,青禾市发改委\n")
        for name in ["青禾市发展和改革委员会(本级)", "青禾市发展和改革委员会\u{FF08}本级\u{FF09}", "青禾市 发改委", "青禾市发改委"] {
            #expect(roster.entry(named: name) != nil, "\(name)")
        }
        #expect(roster.entry(named: "青禾市发展和改革委员会") == nil)
    }

    @Test(
        arguments: [
            ("", nil, "empty"),
            ("agency,level\n", 1, "nobody"),
            ("agency\n甲\n", 1, "the column level is missing"),
            ("agency,level,phone\n甲,部门,1\n", 1, "no column is called “phone”"),
            ("agency,level,机关\n甲,部门,乙\n", 1, "stands twice"),
            ("agency,level\n甲,部门\n乙,省\n", 3, "the level of 乙 is “省”"),
            ("agency,level\n,部门\n", 2, "has no name"),
            ("agency,level,due\n甲,部门,02-30\n", 2, "the due date of 甲 is “02-30”"),
            ("agency,level,contact\n甲,部门,somebody\n", 2, "the contact “somebody” of 甲"),
            ("agency,level,contact\n甲,部门,\"a@b\nBcc: c@d\"\n", 2, "is no address"),
            ("agency,level\n甲,部门,,\n乙,部门,x\n", 3, "3 fields and 2 columns"),
            ("agency,level\n甲,\"部门\n", 2, "a quote that does not end"),
            ("agency,level\n甲,\"部门\"x\n", 2, "behind a closing quote"),
            ("agency,level,aliases\n甲,部门,丙\n乙,部门,丙\n", 3, "丙 stands in line 2 already"),
            ("agency,level\n甲(乙),部门\n甲\u{FF08}乙\u{FF09},部门\n", 3, "stands in line 2 already"),
        ] as [(String, Int?, String)]
    )
    func whatIsNotUnderstoodIsRefusedWithItsLine(text: String, line: Int?, words: String) throws {
        let error = try #require(refusal(text))
        #expect(error.line == line)
        #expect(error.message.contains(words), "\(error)")
    }
}
