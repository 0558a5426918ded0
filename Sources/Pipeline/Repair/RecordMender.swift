internal import Archive
internal import Model
internal import Platform
internal import Record

/// Mends one path of the archive after the other.
struct RecordMender {
    typealias Outcome = ArchiveRepairer.Outcome

    let archive: ArchiveReader
    let aside: SetAside
    let lost: LostSources
    let reader: ReadReport
    /// Nil where it is only to be said what would be done.
    var writer: ArchiveWriter?

    private var isDry: Bool { writer == nil }

    /// The path of the record that a path is, or is the source of.
    static func record(_ path: String) -> String? {
        let name = FileSystem.name(of: path)
        guard let place = ArchiveLayout.record(named: name) ?? ArchiveLayout.source(named: name) else { return nil }
        return FileSystem.parent(of: path) + "/" + ArchiveLayout.recordName(kind: place.kind, revision: place.revision)
    }

    mutating func mend(_ path: String, _ damages: [ArchiveDamage], _ known: RecordSalvage) throws -> Outcome {
        for damage in damages {
            switch damage {
            case .unreadable(let reason): return .left(.unreadable(reason))
            case .stray:
                if !isDry { _ = try aside.take(path) }
                return .setAside
            case .otherContainer: return try putBackContainer(path)
            case .sameSource where !damages.isBorrowed: return try setAsideRecord(path)
            case .otherSchema(let schema) where Self.isLater(schema): return .left(.laterSchema)
            default: continue
            }
        }
        guard let record = Self.record(path) else { return .left(.otherReport) }
        return try mendRecord(record, damages, known)
    }

    private mutating func mendRecord(
        _ path: String,
        _ damages: [ArchiveDamage],
        _ known: RecordSalvage
    ) throws -> Outcome {
        let beside = try archive.sourcePath(of: path)
        var bytes = try beside.map { try FileSystem.read(archive.root + "/" + $0) }
        if let id = known.id, bytes.map({ "sha256:" + SHA256.hex(of: $0) != id }) ?? true {
            guard let found = try lost.bytes(id) else { return .left(bytes == nil ? .noBytes : .otherSource) }
            if !isDry { try putBack(found, beside ?? sourcePath(path, known)) }
            if damages.allSatisfy(\.isOfSource) { return .putBack(from: lost.words(id)) }
            bytes = found
        }
        guard let bytes else { return .left(.noBytes) }
        return try makeAgain(path, bytes, known)
    }

    private func putBack(_ bytes: [UInt8], _ path: String) throws {
        try aside.replace(path) { try DurableFile.write(bytes, to: archive.root + "/" + path) }
    }

    private func putBackContainer(_ path: String) throws -> Outcome {
        guard case .file(let found)? = lost.places[FileSystem.name(of: path)] else { return .left(.noBytes) }
        if !isDry { try aside.replace(path) { try DurableFile.copy(found, to: archive.root + "/" + path) } }
        return .putBack(from: found)
    }

    /// The name that the source beside the record should have.
    private func sourcePath(_ path: String, _ known: RecordSalvage) -> String {
        let place = ArchiveLayout.record(named: FileSystem.name(of: path))
        // The salvage forgets the media type, which the bytes tell again.
        let source = (try? archive.record(at: path)).map { Source($0.source) } ?? known.source
        return FileSystem.parent(of: path) + "/"
            + ArchiveLayout.sourceName(
                kind: place?.kind ?? "report",
                revision: place?.revision ?? 1,
                extension: ArchiveLayout.sourceExtension(of: source)
            )
    }

    /// A record and its source that stand in the archive once more.
    private func setAsideRecord(_ path: String) throws -> Outcome {
        guard !isDry else { return .setAside }
        let source = try archive.sourcePath(of: path)
        _ = try aside.take(path)
        if let source { _ = try aside.take(source) }
        return .setAside
    }

    // MARK: Reading again

    private mutating func makeAgain(_ path: String, _ bytes: [UInt8], _ known: RecordSalvage) throws -> Outcome {
        let received = try known.received ?? arrival(of: path)
        var source = known.source
        source.bytes = bytes.count
        guard case .report(var report) = reader(bytes, source, received) else { return .left(.otherReport) }
        report.id = "sha256:" + SHA256.hex(of: bytes)
        report.received = received
        report.beside.round = known.beside.round
        let kind = ArchiveLayout.record(named: FileSystem.name(of: path))?.kind
        if ArchiveLayout.folder(for: report) == FileSystem.parent(of: path), kind == report.identity.kind.rawValue {
            if var writer {
                try aside.replace(path) { _ = try writer.replace(report, at: path) }
                self.writer = writer
            }
            return .madeAgain
        }
        // What record and source agree belongs elsewhere was moved here.
        guard let record = try? archive.record(at: path),
            ArchiveLayout.folder(for: Report(record)) == ArchiveLayout.folder(for: report),
            record.identity.kind == report.identity.kind.rawValue
        else { return .left(.otherReport) }
        return try move(path, report)
    }

    private func move(_ path: String, _ report: Report) throws -> Outcome {
        guard let writer else { return .moved(to: ArchiveLayout.folder(for: report)) }
        let place = try writer.nextPlace(for: report)
        if let source = try archive.sourcePath(of: path) {
            try DurableFile.rename(from: archive.root + "/" + source, to: archive.root + "/" + place.source)
        }
        try DurableFile.rename(from: archive.root + "/" + path, to: archive.root + "/" + place.record)
        return .moved(to: place.record)
    }

    /// When the source was written: when it came, as near as can be told.
    private func arrival(of path: String) throws -> String {
        guard let source = try archive.sourcePath(of: path) else { return Clock.timestamp() }
        let status = try FileSystem.status(of: archive.root + "/" + source)
        return Clock.timestamp(Double(status.modified / 1_000_000_000))
    }

    /// Whether the schema is one that a later version writes: `gouji/report/2`.
    private static func isLater(_ schema: String) -> Bool {
        let stem = "gouji/report/"
        guard schema.hasPrefix(stem), let number = Int(schema.dropFirst(stem.count)),
            let own = Int(RecordWriter.schema.dropFirst(stem.count))
        else { return false }
        return number > own
    }
}

extension [ArchiveDamage] {
    /// Whether a record is that of another source, which has its own: it was written over.
    var isBorrowed: Bool { contains(where: \.isOtherSource) && contains(where: \.isSameSource) }
}

extension ArchiveDamage {
    /// Whether the record stands where it does not belong.
    var isOfPlace: Bool {
        switch self {
        case .otherFolder, .otherKind: true
        default: false
        }
    }

    /// Whether nothing is wrong with the record itself.
    var isOfSource: Bool {
        switch self {
        case .noSource, .otherSource, .otherLength: true
        default: false
        }
    }

    var isOtherSource: Bool { if case .otherSource = self { true } else { false } }

    var isSameSource: Bool { if case .sameSource = self { true } else { false } }

    /// Whether it is of a record or of its source.
    var isOfRecord: Bool {
        switch self {
        case .temporary, .stray, .otherContainer, .unreadable: false
        default: true
        }
    }
}
