package import Model
internal import Platform
internal import Record

/// Puts reports into the archive: the source first, then the record, each whole and on the disk.
package struct ArchiveWriter: Sendable {
    package private(set) var index: ArchiveIndex

    package init(index: ArchiveIndex) { self.index = index }

    /// Stores the report and the bytes that it was read from.
    ///
    /// The same bytes again write nothing. Other bytes for the same agency, year and kind are the next revision. A crash
    /// between source and record leaves the source, which the same report finds and takes over.
    package mutating func store(_ report: Report, source: [UInt8]) throws -> StoredReport {
        if let path = index.path(of: report.id) {
            try removeUnknown(report.id, besides: path)
            return StoredReport(entry: try entry(at: path), isNew: false)
        }
        return StoredReport(entry: try write(report, source), isNew: true)
    }

    /// Stores the report where it belongs now that its agency and year are known; the record that stood among the unknown
    /// ones goes last.
    package mutating func move(_ report: Report, source: [UInt8]) throws -> ArchiveEntry {
        let entry = try write(report, source)
        try removeUnknown(report.id, besides: entry.path)
        return entry
    }

    private mutating func write(_ report: Report, _ source: [UInt8]) throws -> ArchiveEntry {
        let folder = ArchiveLayout.folder(for: report)
        try FileSystem.makeDirectory(index.root + "/" + folder)
        let slot = try freeSlot(for: report, in: folder)
        let sourcePath = index.root + "/" + folder + "/" + slot.sourceName
        if !slot.hasSource { try DurableFile.write(source, to: sourcePath) }
        let path = folder + "/" + ArchiveLayout.recordName(kind: slot.kind, revision: slot.revision)
        let record = RecordWriter.bytes(of: report, pretty: true) + [0x0A]
        try DurableFile.write(record, to: index.root + "/" + path)
        let entry = ArchiveEntry(report, path: path, revision: slot.revision)
        index.note(entry)
        return entry
    }

    /// Removes what a move leaves, also one that a crash cut short: the record and the source of a report that stands at
    /// `path` as well.
    private func removeUnknown(_ id: String, besides path: String) throws {
        let folder = ArchiveLayout.unknownFolder(id: id)
        guard FileSystem.parent(of: path) != folder, FileSystem.exists(index.root + "/" + folder) else { return }
        let reader = ArchiveReader(root: index.root)
        for name in try FileSystem.list(index.root + "/" + folder).map(\.name) {
            let record = folder + "/" + name
            guard ArchiveLayout.record(named: name) != nil, try entry(at: record).id == id else { continue }
            // The record last: it is what is found again after a crash.
            if let source = try reader.sourcePath(of: record) { try DurableFile.unlink(index.root + "/" + source) }
            try DurableFile.unlink(index.root + "/" + record)
        }
        try FileSystem.removeEmptyDirectory(index.root + "/" + folder)
    }

    /// Writes the record at `path` anew, whose source stays what it is: the same report, judged again.
    ///
    /// The old record is there until the new one is, whole and on the disk.
    package mutating func replace(_ report: Report, at path: String) throws -> ArchiveEntry {
        let record = RecordWriter.bytes(of: report, pretty: true) + [0x0A]
        try DurableFile.write(record, to: index.root + "/" + path, replacing: true)
        let revision = ArchiveLayout.record(named: FileSystem.name(of: path))?.revision ?? 1
        let entry = ArchiveEntry(report, path: path, revision: revision)
        index.renew(entry)
        return entry
    }

    /// Where a record and its source would go as the next revision of `report`'s thread: their paths in the archive.
    package func nextPlace(for report: Report) throws -> (record: String, source: String) {
        let folder = ArchiveLayout.folder(for: report)
        try FileSystem.makeDirectory(index.root + "/" + folder)
        let slot = try freeSlot(for: report, in: folder)
        let name = ArchiveLayout.recordName(kind: slot.kind, revision: slot.revision)
        return (folder + "/" + name, folder + "/" + slot.sourceName)
    }

    private func entry(at path: String) throws -> ArchiveEntry {
        let revision = ArchiveLayout.record(named: FileSystem.name(of: path))?.revision ?? 1
        return try RecordHead(FileSystem.read(index.root + "/" + path), path: path).entry(
            path: path,
            revision: revision
        )
    }

    /// Where the next revision goes, and whether its source is there already.
    private struct Slot {
        let kind: String
        let revision: Int
        let sourceName: String
        let hasSource: Bool
    }

    private func freeSlot(for report: Report, in folder: String) throws -> Slot {
        let kind = report.identity.kind.rawValue
        let names = try FileSystem.list(index.root + "/" + folder).map(\.name)
        let records = Set(names.compactMap { revision($0, kind, ArchiveLayout.record) })
        // A source without a record is what a crash left: ours to take over if it holds the same bytes.
        for name in names {
            guard let number = revision(name, kind, ArchiveLayout.source), !records.contains(number) else { continue }
            if SHA256.hex(of: try FileSystem.read(index.root + "/" + folder + "/" + name))
                == ArchiveLayout.hex(ofID: report.id)
            {
                return Slot(kind: kind, revision: number, sourceName: name, hasSource: true)
            }
        }
        let used = names.compactMap { revision($0, kind, ArchiveLayout.source) } + records
        let next = (used.max() ?? 0) + 1
        let suffix = ArchiveLayout.sourceExtension(of: report.source)
        let name = ArchiveLayout.sourceName(kind: kind, revision: next, extension: suffix)
        return Slot(kind: kind, revision: next, sourceName: name, hasSource: false)
    }

    private func revision(
        _ name: String,
        _ kind: String,
        _ parse: (String) -> (kind: String, revision: Int)?
    ) -> Int? {
        guard let found = parse(name), found.kind == kind else { return nil }
        return found.revision
    }
}
