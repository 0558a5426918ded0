import Glibc
import Platform
import TestSupport
import Testing

struct DurableFileTests {
    @Test func writesWholeFilesAndLeavesNoTemporary() throws {
        let folder = try TemporaryFolder()
        try DurableFile.write(Array("eins".utf8), to: folder.file("a"))
        #expect(folder.read("a") == "eins")
        #expect(folder.files() == ["a"])
        let status = try FileSystem.status(of: folder.file("a"))
        #expect(status.isRegular && status.size == 4 && status.links == 1)
    }

    @Test func replacesOnlyWhereItMay() throws {
        let folder = try TemporaryFolder()
        try folder.write("first", to: "a")
        let error = #expect(throws: PlatformError.self) {
            try DurableFile.write(Array("second".utf8), to: folder.file("a"))
        }
        #expect(error?.isExisting == true)
        #expect(folder.read("a") == "first")
        try DurableFile.write(Array("second".utf8), to: folder.file("a"), replacing: true)
        #expect(folder.read("a") == "second")
        #expect(folder.files() == ["a"])
    }

    @Test func aFullDiskLeavesNothingBehind() throws {
        // A device that is always full stands for the disk: the folder itself must take a temporary first.
        let error = #expect(throws: PlatformError.self) {
            try OwnedDescriptor.open("/dev/full", O_WRONLY).write([1, 2, 3])
        }
        #expect(error?.isStorageTrouble == true)
        let folder = try TemporaryFolder()
        #expect(throws: PlatformError.self) {
            try DurableFile.write([1], to: folder.file("no/such/folder/a"))
        }
        #expect(folder.files().isEmpty)
    }

    @Test func renamesAndUnlinks() throws {
        let folder = try TemporaryFolder()
        try folder.write("x", to: "a")
        try FileSystem.makeDirectory(folder.file("deep/er"))
        try DurableFile.rename(from: folder.file("a"), to: folder.file("deep/er/b"))
        #expect(folder.files() == ["deep/er/b"])
        try DurableFile.unlink(folder.file("deep/er/b"))
        try DurableFile.unlink(folder.file("deep/er/b"))
        #expect(folder.files().isEmpty)
    }

    @Test func refusesMoreThanTheLimit() throws {
        let folder = try TemporaryFolder()
        try folder.write("12345678", to: "a")
        #expect(try FileSystem.read(folder.file("a"), limit: 8).count == 8)
        let error = #expect(throws: PlatformError.self) { try FileSystem.read(folder.file("a"), limit: 7) }
        #expect(error?.errno == EFBIG)
    }

    @Test func oneProcessHoldsTheLock() throws {
        let folder = try TemporaryFolder()
        #expect(!LockFile.isHeld(folder.file("lock")))
        do {
            let lock = try LockFile(folder.file("lock"))
            #expect(LockFile.isHeld(folder.file("lock")))
            #expect(throws: PlatformError.self) { _ = try LockFile(folder.file("lock")) }
            _ = consume lock
        }
        #expect(!LockFile.isHeld(folder.file("lock")))
    }
}
