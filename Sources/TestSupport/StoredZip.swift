/// Writes ZIP containers whose files are stored as they are (APPNOTE 6.3.10, method 0).
package enum StoredZip {
    package static func bytes(_ files: [(name: String, content: String)]) -> [UInt8] {
        var body: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            let offset = body.count
            let content = Array(file.content.utf8)
            let name = Array(file.name.utf8)
            let shared =
                little(20, 2) + little(0x800, 2) + little(0, 2) + little(0, 4) + little(checksum(content), 4)
                + little(content.count, 4) + little(content.count, 4) + little(name.count, 2) + little(0, 2)
            body += [0x50, 0x4B, 3, 4] + shared + name + content
            directory += [0x50, 0x4B, 1, 2] + little(20, 2) + shared + little(0, 10) + little(offset, 4) + name
        }
        let end = little(0, 4) + little(files.count, 2) + little(files.count, 2) + little(directory.count, 4)
        return body + directory + [0x50, 0x4B, 5, 6] + end + little(body.count, 4) + little(0, 2)
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> ($0 * 8)) : 0 }
    }

    private static func checksum(_ bytes: [UInt8]) -> Int {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return Int(sum ^ 0xFFFF_FFFF)
    }
}
