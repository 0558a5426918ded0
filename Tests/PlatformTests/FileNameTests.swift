import Platform
import TestSupport
import Testing

struct FileNameTests {
    static let names: [[UInt8]] = [
        Array("报告.html".utf8),
        // 年报 in GBK.
        [0xC4, 0xEA, 0xB1, 0xA8] + Array(".txt".utf8),
        // A scalar of the range that stands for stray bytes.
        [0xF4, 0x8F, 0xBE, 0x80],
        // The beginning of a character, cut off.
        Array("a".utf8) + [0xE6, 0x8A],
    ]

    @Test(arguments: names) func everyNameComesBack(bytes: [UInt8]) {
        #expect(FileName.encode(FileName.decode(bytes)) == bytes)
    }

    @Test func aFileWithAStrangeNameIsListedReadAndRenamed() throws {
        let folder = try TemporaryFolder()
        for name in Self.names {
            let path = folder.path + "/" + FileName.decode(name)
            try DurableFile.write([1, 2, 3], to: path)
            #expect(try FileSystem.list(folder.path).map { FileName.encode($0.name) } == [name])
            #expect(try FileSystem.read(path) == [1, 2, 3])
            try DurableFile.rename(from: path, to: folder.file("plain"))
            try DurableFile.unlink(folder.file("plain"))
        }
    }

    @Test func printsWhatPeopleCanRead() {
        #expect(FileName.printable(FileName.decode([0x61, 0xC4, 0xEA])) == "a\u{FFFD}\u{FFFD}")
        #expect(FileName.printable("报告") == "报告")
    }
}
