import Glibc
import Intake
import Platform
import TestSupport
import Testing

/// Real files and real inotify; time is the test's own, so that nothing sleeps.
struct DropFolderTests {
    let folder: TemporaryFolder
    var drop: String { folder.file("drop") }
    let quiet = Log(threshold: .critical)

    init() throws { folder = try TemporaryFolder() }

    private func open(settle: Double = 2) throws -> DropFolder {
        let settings = IntakeSettings(settle: settle)
        var drop = try DropFolder(root: drop, settings: settings, log: quiet, at: 0)
        drop.update(at: 0)
        return drop
    }

    private func taken(_ drop: inout DropFolder, at now: Double) -> [String] {
        drop.update(at: now)
        var names: [String] = []
        while let name = drop.next(at: now) { names.append(name) }
        return names.sorted()
    }

    @Test func givesAFileRenamedInsideAtOnceAndOneWrittenInPlaceLater() throws {
        var open = try open()
        try folder.write("x", to: "drop/.a")
        try FileSystem.rename(drop + "/.a", to: drop + "/a")
        try folder.write("x", to: "drop/b")
        #expect(taken(&open, at: 1) == ["a"])
        #expect(taken(&open, at: 2.9) == [])
        #expect(taken(&open, at: 3) == ["b"])
        #expect(open.waiting == 0)
    }

    @Test func givesWhatLayThereAtStart() throws {
        try folder.write("x", to: "drop/deep/er/a")
        var open = try open()
        #expect(taken(&open, at: 2) == ["deep/er/a"])
    }

    @Test func leavesOutWhatIsStillBeingWrittenByItsName() throws {
        var open = try open(settle: 0)
        let names = [".a", "b~", "c.tmp", "d.part", "e.partial", "f.crdownload", "g.filepart", "h.html.meta.json", "i"]
        for name in names { try folder.write("x", to: "drop/" + name) }
        try folder.write("x", to: "drop/.hidden/a")
        #expect(taken(&open, at: 1) == ["i"])
        #expect(taken(&open, at: 70) == [])
    }

    @Test func watchesSubfoldersThatComeLater() throws {
        var open = try open(settle: 0)
        try folder.write("x", to: "drop/new/a")
        #expect(taken(&open, at: 1) == [])
        #expect(taken(&open, at: 2) == ["new/a"])
        // No listing is due: only a watch on the sub-folder can tell of this one.
        try folder.write("x", to: "drop/new/.b")
        try FileSystem.rename(drop + "/new/.b", to: drop + "/new/b")
        #expect(taken(&open, at: 2) == ["new/b"])
        try FileSystem.rename(drop + "/new", to: drop + "/old")
        try folder.write("x", to: "drop/old/c")
        _ = taken(&open, at: 3)
        #expect(taken(&open, at: 4) == ["old/a", "old/b", "old/c"])
    }

    @Test func seesALinkOnceTheOtherNameIsGone() throws {
        var open = try open()
        try folder.write("x", to: "outside")
        #expect(unsafe link(folder.file("outside"), drop + "/a") == 0)
        #expect(taken(&open, at: 1) == [])
        #expect(taken(&open, at: 3) == [])
        try FileSystem.remove(folder.file("outside"))
        #expect(taken(&open, at: 5) == [])
        #expect(taken(&open, at: 7) == ["a"])
    }

    @Test func waitsForAWriterThatHoldsTheFileOpen() throws {
        var open = try open()
        do {
            let writer = try OwnedDescriptor.create(drop + "/a", mode: 0o600)
            try writer.write([1, 2, 3])
            #expect(taken(&open, at: 1) == [])
            #expect(taken(&open, at: 100) == [])
            try writer.close()
        }
        #expect(taken(&open, at: 101) == [])
        #expect(taken(&open, at: 103) == ["a"])
    }

    @Test func leavesAloneWhatIsNoFile() throws {
        var open = try open(settle: 0)
        #expect(unsafe mkfifo(drop + "/fifo", 0o600) == 0)
        #expect(unsafe symlink("/etc/passwd", drop + "/link") == 0)
        for time in [1.0, 2, 61, 62] { #expect(taken(&open, at: time) == []) }
        #expect(open.waiting == 0)
    }

    @Test func saysOnceWhichFolderItDoesNotLookInto() throws {
        let deep = Array(repeating: "d", count: 40).joined(separator: "/")
        try folder.write("x", to: "drop/\(deep)/a")
        try folder.write("x", to: "drop/\(deep)/e/b")
        try folder.write("x", to: "drop/near")
        let file = try OwnedDescriptor.create(folder.file("log"), mode: 0o600)
        let log = Log(descriptor: file.rawValue)
        var open = try DropFolder(root: drop, settings: IntakeSettings(settle: 0), log: log, at: 0)
        for now in [0, 61, 122.0] { open.update(at: now) }
        #expect(taken(&open, at: 123) == ["near"])
        let lines = try #require(folder.read("log")).split(separator: "\n")
        #expect(lines.count == 1)
        #expect(lines.first?.contains("/d/d: not looked into; drop files at most 32 folders deep") == true)
    }

    @Test func listsEverythingWhenTheQueueOfEventsRanOver() throws {
        var open = try open()
        for number in 0..<9000 { try DropFolderTests.touch(drop + "/f\(number)") }
        open.update(at: 1)
        #expect(open.overflows == 1 && open.scans == 2)
        #expect(taken(&open, at: 4).count == 9000)
        #expect(open.foundUnseen > 0)
    }

    @Test func watchesAgainWhenTheFolderWasReplaced() throws {
        var open = try open(settle: 0)
        try FileSystem.rename(drop, to: folder.file("away"))
        try FileSystem.makeDirectory(drop)
        #expect(taken(&open, at: 1) == [])
        try folder.write("x", to: "drop/.a")
        try FileSystem.rename(drop + "/.a", to: drop + "/a")
        #expect(taken(&open, at: 1.1) == ["a"])
    }

    @Test func rescansOnlyWhenThatIsDue() throws {
        var open = try open()
        #expect(open.scans == 1 && open.nextDue == 60)
        open.update(at: 59)
        #expect(open.scans == 1)
        open.update(at: 60)
        #expect(open.scans == 2 && open.nextDue == 120)
    }

    private static func touch(_ path: String) throws { try OwnedDescriptor.create(path, mode: 0o600).close() }
}
