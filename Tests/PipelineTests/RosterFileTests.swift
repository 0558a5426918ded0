import Foundation
import Pipeline
import Roster
import TestSupport
import Testing

struct RosterFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func load(_ bytes: Data) throws -> Roster {
        try bytes.write(to: URL(filePath: folder.file("roster.csv")))
        return try RosterFile.load(RosterSettings(file: folder.file("roster.csv")))
    }

    private static let text = "机关名称,级别,别名\r\n青禾市教育局,部门,青禾市教育体育局\r\n云台县人民政府,政府,\r\n"

    @Test func aByteOrderMarkIsNoPartOfTheFirstColumn() throws {
        let roster = try load(Data([0xEF, 0xBB, 0xBF]) + Data(Self.text.utf8))
        #expect(roster.entries.map(\.agency) == ["青禾市教育局", "云台县人民政府"])
    }

    @Test func aTableThatASpreadsheetSavedInGB18030IsRead() throws {
        let iconv = Process()
        let (input, output) = (Pipe(), Pipe())
        iconv.executableURL = URL(filePath: "/usr/bin/iconv")
        iconv.arguments = ["-f", "UTF-8", "-t", "GB18030"]
        iconv.standardInput = input
        iconv.standardOutput = output
        try iconv.run()
        try input.fileHandleForWriting.write(contentsOf: Data(Self.text.utf8))
        try input.fileHandleForWriting.close()
        let bytes = try #require(try output.fileHandleForReading.readToEnd())
        iconv.waitUntilExit()
        #expect(bytes != Data(Self.text.utf8))
        let roster = try load(bytes)
        #expect(roster.entry(named: "青禾市教育体育局")?.agency == "青禾市教育局")
    }

    @Test func aSpreadsheetIsRefusedWithTheRemedy() throws {
        let error = #expect(throws: RosterError.self) { try load(Data("PK\u{3}\u{4}".utf8)) }
        #expect(error?.message.contains("save it as CSV") == true)
        #expect(error?.description.hasPrefix(folder.file("roster.csv")) == true)
    }

    @Test func aFileThatIsNotThereIsRefused() {
        #expect(throws: RosterError.self) { try RosterFile.load(RosterSettings(file: folder.file("none.csv"))) }
    }

    @Test func withoutAFileNobodyIsExpected() throws {
        #expect(try RosterFile.load(RosterSettings()).entries.isEmpty)
    }

    @Test func theSampleIsSound() throws {
        let sample = Fixture.packageRoot.appending(path: "etc/gouji/roster.csv").path
        #expect(try RosterFile.load(RosterSettings(file: sample)).entries.count == 5)
    }
}
