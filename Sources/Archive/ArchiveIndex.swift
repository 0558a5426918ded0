internal import Glibc
package import Platform

/// Which bytes the archive has, and where: id to record. Rebuilt from the records whenever it is loaded.
package struct ArchiveIndex: Sendable {
    /// The archive's folder.
    package let root: String
    /// For each source, where its record's path begins in `text`: small enough for hundreds of thousands.
    private var places: [Key: UInt32] = [:]
    /// The paths, each ended by a NUL.
    private var text: [UInt8] = []
    /// Records that could not be read, and why; they stay where they are.
    package private(set) var damaged: [ArchiveError] = []
    /// How many records had to be read because the index file did not know them.
    package private(set) var readRecords = 0

    /// Loads the index of the archive in `root`, which is made where it is not there, and mends the index file.
    ///
    /// Only for the process that holds the state's lock: it removes what a crash left of files being written.
    package init(opening root: String) throws(PlatformError) {
        self.root = root
        try FileSystem.makeDirectory(root)
        let found = try Self.load(root)
        for temporary in found.temporaries { try FileSystem.remove(root + "/" + temporary) }
        damaged = found.damaged
        readRecords = found.readRecords
        places.reserveCapacity(found.lines.count)
        for line in found.lines { remember(line.entry) }
        if found.isIndexStale {
            let bytes = IndexFile.bytes(of: found.lines)
            // Only a help for the next start: a full disk must not keep the daemon from saying so.
            try? DurableFile.write(bytes, to: root + "/" + IndexFile.name, replacing: true)
        }
    }

    package var count: Int { places.count }

    /// The record's path for the source with this id, or nil.
    package func path(of id: String) -> String? {
        guard let place = places[Key(id)] else { return nil }
        return String(decoding: text[Int(place)...].prefix { $0 != 0 }, as: UTF8.self)
    }

    private mutating func remember(_ entry: ArchiveEntry) {
        // Where a move was cut short, the record that knows whose it is counts.
        if ArchiveLayout.isUnknown(entry.path), places[Key(entry.id)] != nil { return }
        places[Key(entry.id)] = UInt32(text.count)
        text += entry.path.utf8
        text.append(0)
    }

    /// Notes a record that has just been written.
    mutating func note(_ entry: ArchiveEntry) {
        remember(entry)
        renew(entry)
    }

    /// Notes that a record which was there has been written anew.
    func renew(_ entry: ArchiveEntry) {
        // The file is a help for the next start; a disk that is too full for it is told of by the records.
        guard let status = try? FileSystem.status(of: root + "/" + entry.path) else { return }
        let line = IndexFile.Line(entry: entry, size: status.size, modified: status.modified)
        try? IndexFile.append(line, to: root + "/" + IndexFile.name)
    }

    /// What loading found.
    struct Loaded {
        var lines: [IndexFile.Line] = []
        var damaged: [ArchiveError] = []
        var temporaries: [String] = []
        var readRecords = 0
        var isIndexStale = false
    }

    /// Every record, by the index file where that knows it, else from the record; in path order. Writes nothing.
    static func load(_ root: String) throws(PlatformError) -> Loaded {
        var known = IndexFile.read(root + "/" + IndexFile.name)
        let listing = try ArchiveListing(of: root)
        var loaded = Loaded(temporaries: listing.temporaries)
        for path in listing.records.sorted() {
            let status = try FileSystem.status(of: root + "/" + path)
            if let line = known.removeValue(forKey: path), line.fits(status) {
                loaded.lines.append(line)
            } else {
                loaded.read(path, in: root, status)
            }
        }
        loaded.isIndexStale =
            loaded.readRecords > 0 || !known.isEmpty || !FileSystem.exists(root + "/" + IndexFile.name)
        return loaded
    }

    /// An id in 32 bytes.
    private struct Key: Hashable {
        private let words: (UInt64, UInt64, UInt64, UInt64)

        init(_ id: String) {
            var parsed: [UInt64] = [0, 0, 0, 0]
            for (place, digit) in ArchiveLayout.hex(ofID: id).utf8.prefix(64).enumerated() {
                parsed[place / 16] = parsed[place / 16] << 4 | UInt64(Hex.value(digit) ?? 0)
            }
            words = (parsed[0], parsed[1], parsed[2], parsed[3])
        }

        static func == (left: Self, right: Self) -> Bool { left.words == right.words }

        func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
    }
}

extension ArchiveIndex.Loaded {
    fileprivate mutating func read(_ path: String, in root: String, _ status: FileStatus) {
        readRecords += 1
        do {
            let head = try RecordHead(FileSystem.read(root + "/" + path), path: path)
            let revision = ArchiveLayout.record(named: FileSystem.name(of: path))?.revision ?? 1
            let entry = head.entry(path: path, revision: revision)
            lines.append(IndexFile.Line(entry: entry, size: status.size, modified: status.modified))
        } catch let error as ArchiveError {
            damaged.append(error)
        } catch {
            damaged.append(.damaged(path: path, reason: "\(error)"))
        }
    }
}
