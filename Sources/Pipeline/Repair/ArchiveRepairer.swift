internal import Archive
internal import Intake
internal import Model
internal import Platform
internal import Record

/// Mends what can be mended of an archive: a record is made again from its source, a source is put back from wherever
/// its bytes still are, and what does not belong is moved away.
///
/// Whatever is replaced is kept in `damaged/` of the state directory. No message is sent.
package struct ArchiveRepairer: ~Copyable {
    /// What came of one problem.
    package enum Outcome: Sendable, Hashable {
        /// The record was read and judged again from its source.
        case madeAgain
        /// The source was put back from there.
        case putBack(from: String)
        /// Record and source stand there now.
        case moved(to: String)
        /// It does not belong in the archive, and was moved to `damaged/`.
        case setAside
        /// Nothing can be done here, and why.
        case left(Reason)
    }

    /// Why something is left as it is.
    package enum Reason: Sendable, Hashable {
        /// Its bytes are nowhere.
        case noBytes
        /// The source beside it is not the one that the record is of.
        case otherSource
        /// The source reads as no report, or as one that belongs elsewhere.
        case otherReport
        /// A later version of the program wrote it.
        case laterSchema
        case unreadable(String)
    }

    private let folders: StateFolders
    private let settings: Settings
    private let reader: (NeighbourArchive) -> ReadReport
    private let archive: ArchiveReader
    private let aside: SetAside
    /// Whether only to say what would be done.
    private let isDry: Bool
    /// No daemon may write at the same time; nil where nothing is written here either.
    private let lock: LockFile?

    /// - Throws: `DaemonError.alreadyRunning` where a daemon works on the state.
    package init(
        folders: StateFolders,
        settings: Settings,
        isDry: Bool,
        reader: @escaping (NeighbourArchive) -> ReadReport
    ) throws {
        self.folders = folders
        self.settings = settings
        self.reader = reader
        self.isDry = isDry
        archive = ArchiveReader(root: folders.archive)
        aside = SetAside(state: folders.state, archive: folders.archive, time: Clock.timestamp())
        guard !isDry || !LockFile.isHeld(folders.lock) else { throw DaemonError.alreadyRunning(state: folders.state) }
        do throws(PlatformError) {
            lock = isDry ? nil : try LockFile(folders.lock)
        } catch {
            throw error.isBusy ? DaemonError.alreadyRunning(state: folders.state) : error as any Error
        }
    }

    /// Where what was replaced is kept.
    package var damagedFolder: String { aside.folder }

    /// Goes through what `gouji verify` finds, in its order, and tells what came of each. `offered` are files that may
    /// be sources that are missing.
    package func run(offered: [String], report: (String, Outcome) throws -> Void) throws {
        let found = try ArchiveVerifier(root: folders.archive).verify().problems
        // What a crash left goes first: opening the archive would remove it.
        for problem in found where problem.damage == .temporary {
            if !isDry { _ = try aside.take(problem.path) }
            try report(problem.path, .setAside)
        }
        let problems = Problems(found)
        // The index file is read before the archive is opened, which makes it forget what cannot be read.
        let known = archive.indexed(Set(problems.records))
        let salvages = problems.records.reduce(into: [String: RecordSalvage]()) { result, path in
            let bytes = problems.borrowed.contains(path) ? [] : (try? archive.bytes(at: path)) ?? []
            result[path] = RecordSalvage(of: bytes, at: path, known: known[path])
        }
        let wanted = salvages.values.compactMap(\.id) + problems.containers.map(FileSystem.name(of:))
        let lost = try LostSources(
            problems.isEmpty ? [] : Set(wanted),
            offered: offered,
            archive: archive,
            maximumBytes: settings.intake.maximumBytes
        )
        let resemblance = try openResemblance(report)
        let neighbours = NeighbourArchive(root: folders.archive, names: settings.agencies, resemblance: resemblance)
        var mender = RecordMender(
            archive: archive,
            aside: aside,
            lost: lost,
            reader: reader(neighbours),
            writer: isDry ? nil : ArchiveWriter(index: try ArchiveIndex(opening: folders.archive))
        )
        for (path, damages) in problems.inOrder {
            let salvage = salvages[path] ?? RecordSalvage(of: [], at: path, known: nil)
            try report(path, mender.mend(path, damages, salvage))
        }
    }

    /// The store of sketches; where it is damaged it is made again from the records that can be read.
    private func openResemblance(_ report: (String, Outcome) throws -> Void) throws -> ResemblanceStore? {
        let folder = folders.resemblance
        if try ResemblanceStore.isSound(folder) {
            return !isDry || FileSystem.exists(folder) ? try ResemblanceStore(folder: folder) : nil
        }
        try report("../" + FileSystem.name(of: folder), .madeAgain)
        guard !isDry else { return nil }
        _ = try aside.take(folder, as: FileSystem.name(of: folder))
        let store = try ResemblanceStore(folder: folder)
        let read = reader(NeighbourArchive(root: folders.archive, names: settings.agencies))
        for entry in try archive.entries() {
            guard let head = try? archive.provenance(at: entry.path), let bytes = try? archive.source(of: entry.path),
                case .report(var report) = read(bytes, head.source, head.received)
            else { continue }
            report.id = head.id
            store.add(report, of: report.identity.agency.map(settings.agencies.principal))
        }
        return store
    }
}

/// What `gouji verify` found, sorted by what there is to do.
private struct Problems {
    /// Each path with all that is wrong there, in verify's order, but for what a crash left.
    private(set) var inOrder: [(path: String, damages: [ArchiveDamage])] = []
    /// The records that are those of another source, which has its own.
    private(set) var borrowed: Set<String> = []

    init(_ found: [ArchiveVerifier.Problem]) {
        var places: [String: Int] = [:]
        for problem in found where problem.damage != .temporary {
            let place = places[problem.path] ?? inOrder.count
            places[problem.path] = place
            if place == inOrder.count { inOrder.append((problem.path, [])) }
            inOrder[place].damages.append(problem.damage)
        }
        for index in inOrder.indices { choose(index, places) }
        borrowed = Set(inOrder.filter(\.damages.isBorrowed).map(\.path))
    }

    /// Of two records with the same source the one goes that stands where it does not belong, else the later one; one
    /// whose own source is another is no copy, but a record that was written over.
    private mutating func choose(_ index: Int, _ places: [String: Int]) {
        for damage in inOrder[index].damages {
            guard case .sameSource(let other) = damage, !inOrder[index].damages.contains(where: \.isOtherSource),
                !inOrder[index].damages.contains(where: \.isOfPlace), let twin = places[other],
                inOrder[twin].damages.contains(where: \.isOfPlace)
            else { continue }
            inOrder[index].damages.removeAll { $0 == damage }
            inOrder[twin].damages.append(.sameSource(as: inOrder[index].path))
        }
    }

    var isEmpty: Bool { inOrder.isEmpty }

    var containers: [String] {
        inOrder.filter { $0.damages.contains { if case .otherContainer = $0 { true } else { false } } }.map(\.path)
    }

    /// The records that something is wrong with; those that should be there too.
    var records: [String] {
        inOrder.compactMap { path, damages in damages.contains(where: \.isOfRecord) ? RecordMender.record(path) : nil }
    }
}
