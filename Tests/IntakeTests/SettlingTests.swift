import Intake
import Platform
import TestSupport
import Testing

struct SettlingTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func status(_ text: String, links: Int = 1) throws -> FileStatus {
        let name = Random.hex(4)
        try folder.write(text, to: name)
        return try FileSystem.status(of: folder.file(name))
    }

    @Test func aFileRenamedIntoPlaceIsTakenAtOnce() throws {
        let status = try status("x")
        var settling = Settling(settle: 2)
        settling.notice("a", .renamed, status: status, at: 10)
        #expect(settling.nextDue == 10)
        #expect(settling.next(at: 10) == "a")
        #expect(settling.look("a", status: status, hasWriter: nil, at: 10) == .take)
        #expect(settling.count == 0 && settling.nextDue == nil)
    }

    @Test func aClosedFileMustBeTheSameForTheSettleTime() throws {
        let (first, second) = (try status("x"), try status("xy"))
        var settling = Settling(settle: 2)
        settling.notice("a", .closed, status: first, at: 10)
        #expect(settling.next(at: 11.9) == nil)
        #expect(settling.next(at: 12) == "a")
        #expect(settling.look("a", status: second, hasWriter: nil, at: 12) == .wait)
        #expect(settling.next(at: 13.9) == nil)
        #expect(settling.next(at: 14) == "a")
        #expect(settling.look("a", status: second, hasWriter: false, at: 14) == .take)
    }

    @Test func aSecondCloseBeginsTheWaitingAnew() throws {
        let status = try status("x")
        var settling = Settling(settle: 2)
        settling.notice("a", .closed, status: status, at: 10)
        settling.notice("a", .closed, status: status, at: 11)
        #expect(settling.next(at: 12.5) == nil)
        #expect(settling.next(at: 13) == "a")
    }

    @Test func aListingDoesNotDelayWhatWaitsAlready() throws {
        let status = try status("x")
        var settling = Settling(settle: 2)
        settling.notice("a", .closed, status: status, at: 10)
        settling.notice("a", .listed, status: status, at: 11.5)
        #expect(settling.next(at: 12) == "a")
    }

    @Test func settleZeroTakesAClosedFileAtOnceButNotOneThatIsOnlyCreated() throws {
        let status = try status("")
        var settling = Settling(settle: 0)
        settling.notice("a", .created, status: status, at: 10)
        #expect(settling.next(at: 10) == nil)
        settling.notice("a", .closed, status: status, at: 10.1)
        #expect(settling.next(at: 10.1) == "a")
    }

    @Test func aFileThatSomebodyWritesToWaits() throws {
        let status = try status("x")
        var settling = Settling(settle: 2)
        settling.notice("a", .created, status: status, at: 10)
        #expect(settling.next(at: 12) == "a")
        #expect(settling.look("a", status: status, hasWriter: true, at: 12) == .wait)
        #expect(settling.next(at: 14) == "a")
        #expect(settling.look("a", status: status, hasWriter: false, at: 14) == .take)
    }

    @Test func whereNobodyWasSeenClosingALongerQuietIsAskedFor() throws {
        let status = try status("x")
        var settling = Settling(settle: 2)
        settling.notice("a", .created, status: status, at: 10)
        #expect(settling.next(at: 12) == "a")
        #expect(settling.look("a", status: status, hasWriter: nil, at: 12) == .wait)
        #expect(settling.next(at: 19.9) == nil)
        #expect(settling.next(at: 20) == "a")
        #expect(settling.look("a", status: status, hasWriter: nil, at: 20) == .take)
    }

    @Test func whatIsNoFileIsLeftAloneAndSaidOnce() throws {
        let folderStatus = try FileSystem.status(of: folder.path)
        var settling = Settling(settle: 0)
        settling.notice("a", .renamed, status: folderStatus, at: 10)
        #expect(settling.next(at: 10) == "a")
        let answer = settling.look("a", status: folderStatus, hasWriter: nil, at: 10)
        #expect(answer == .leave("it is a folder, not a regular file"))
        settling.notice("a", .listed, status: folderStatus, at: 11)
        #expect(settling.count == 0)
        settling.keep(only: [])
        settling.notice("a", .listed, status: folderStatus, at: 12)
        #expect(settling.count == 1)
    }

    @Test func aFileThatIsGoneIsForgotten() throws {
        var settling = Settling(settle: 0)
        settling.notice("a", .renamed, status: nil, at: 10)
        #expect(settling.next(at: 10) == "a")
        #expect(settling.look("a", status: nil, hasWriter: nil, at: 10) == .leave(nil))
        #expect(settling.count == 0)
    }

    @Test func manyFilesComeOutInTheirOrder() throws {
        let status = try status("x")
        var settling = Settling(settle: 2)
        for number in 0..<20_000 { settling.notice("f\(number)", .closed, status: status, at: Double(number) / 20_000) }
        var names: [String] = []
        while let name = settling.next(at: 4) {
            #expect(settling.look(name, status: status, hasWriter: nil, at: 4) == .take)
            names.append(name)
        }
        #expect(names == (0..<20_000).map { "f\($0)" })
        #expect(settling.nextDue == nil)
    }
}
