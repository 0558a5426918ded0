internal import Platform

/// Which record is being judged again, and how often that was begun: a file beside the claims, there only meanwhile.
///
/// A source that brings the reader down would else do so at every start, and keep the claim that it is judged for from
/// ever being finished.
struct JudgingMark {
    let path: String

    /// Notes that the record is taken up.
    ///
    /// - Returns: whether it may be; not where that was begun `most` times already and never ended.
    func begin(_ record: String, most: Int) throws(PlatformError) -> Bool {
        let before = (try? FileSystem.read(path, limit: 4096)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let words = before.split(separator: " ", maxSplits: 1)
        let begun = words.count == 2 && words[1] == record ? Int(words[0]) ?? 0 : 0
        guard begun < most else { return false }
        try DurableFile.write(Array("\(begun + 1) \(record)".utf8), to: path, replacing: true)
        return true
    }

    func end() throws(PlatformError) { try FileSystem.remove(path) }
}
