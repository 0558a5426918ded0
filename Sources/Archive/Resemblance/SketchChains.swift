internal import Platform

/// For each key, the reports that have it: heads of chains in one file, their links in another, both read and written in
/// place, so that nothing of it stays in memory and the time does not grow with the archive.
///
/// Derived from the sketches: what is missing or damaged is put in again, and a link that a crash has lost ends its chain.
struct SketchChains {
    private static let headCount = 1 << 20
    private static let linkSize = 12
    /// A chain is never followed further, whatever the files say.
    private static let longestWalk = 64
    /// A key that so many reports have is a template's; more of them say nothing new.
    static let mostOfAKey = 4

    private let heads: RandomAccessFile
    private let links: RandomAccessFile
    private var linkCount: Int

    init(folder: String) throws(PlatformError) {
        heads = try RandomAccessFile(opening: folder + "/heads")
        links = try RandomAccessFile(opening: folder + "/links")
        linkCount = try links.size() / Self.linkSize
    }

    /// Forgets everything.
    mutating func clear() throws(PlatformError) {
        try heads.truncate(to: 0)
        try links.truncate(to: 0)
        linkCount = 0
    }

    /// The numbers of the reports that have the key, the latest first.
    func members(of key: UInt32) throws(PlatformError) -> [Int] {
        var members: [Int] = []
        var place = try head(of: key)
        for _ in 0..<Self.longestWalk where place > 0 && members.count < Self.mostOfAKey {
            let link = try links.read(Self.linkSize, at: (place - 1) * Self.linkSize)
            guard link.count == Self.linkSize else { break }
            if Self.number(link[0..<4]) == Int(key) { members.append(Self.number(link[4..<8])) }
            let next = Self.number(link[8..<12])
            // Chains go back in the file: one that does not was torn.
            guard next < place else { break }
            place = next
        }
        return members
    }

    /// Adds the report to those that have the key; where enough of them do, only if it `mustStand`.
    mutating func add(_ report: Int, to key: UInt32, mustStand: Bool) throws(PlatformError) {
        if !mustStand, try members(of: key).count >= Self.mostOfAKey { return }
        let link = Self.bytes(Int(key)) + Self.bytes(report) + Self.bytes(try head(of: key))
        try links.write(link, at: linkCount * Self.linkSize)
        linkCount += 1
        try heads.write(Self.bytes(linkCount), at: 4 * Self.slot(key))
    }

    private func head(of key: UInt32) throws(PlatformError) -> Int {
        let place = Self.number(try heads.read(4, at: 4 * Self.slot(key))[...])
        return place <= linkCount ? place : 0
    }

    private static func slot(_ key: UInt32) -> Int { Int(key) & (headCount - 1) }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reversed().reduce(0) { $0 << 8 | Int($1) } }

    private static func bytes(_ number: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
}
