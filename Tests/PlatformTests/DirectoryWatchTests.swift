import Glibc
import Platform
import TestSupport
import Testing

struct DirectoryWatchTests {
    @Test func tellsOfFilesMovedInAndClosed() throws {
        let folder = try TemporaryFolder()
        let watch = try DirectoryWatch()
        let number = try watch.add(folder.path)
        #expect(watch.read().isEmpty)
        try folder.write("x", to: ".hidden")
        try FileSystem.rename(folder.file(".hidden"), to: folder.file("a"))
        let events = watch.read()
        #expect(events.allSatisfy { $0.watch == number })
        #expect(events.contains { $0.name == "a" && $0.isMovedIn })
        #expect(events.contains { $0.isClosed })
    }

    @Test func tellsThatAFolderWasMovedAway() throws {
        let folder = try TemporaryFolder()
        try FileSystem.makeDirectory(folder.file("inner"))
        let watch = try DirectoryWatch()
        _ = try watch.add(folder.file("inner"))
        try FileSystem.rename(folder.file("inner"), to: folder.file("outer"))
        #expect(watch.read().contains { $0.isLost })
    }

    @Test func pollerWakesForAnEventAndForASignalOfAnotherThread() throws {
        let folder = try TemporaryFolder()
        let watch = try DirectoryWatch()
        _ = try watch.add(folder.path)
        let wakeUp = try WakeUp()
        let poller = try Poller()
        try poller.add(watch.rawValue, token: 1)
        try poller.add(wakeUp.rawValue, token: 2)
        #expect(poller.wait(seconds: 0).isEmpty)
        try folder.write("x", to: "a")
        #expect(poller.wait(seconds: 5) == [1])
        _ = watch.read()
        wakeUp.signal()
        #expect(poller.wait(seconds: 5) == [2])
        wakeUp.clear()
        #expect(poller.wait(seconds: 0.01).isEmpty)
    }
}
