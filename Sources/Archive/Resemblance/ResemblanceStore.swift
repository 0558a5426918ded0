internal import Bytes
package import Model
package import Platform
internal import Synchronization

/// The sketches of the texts in the archive, and the search for those that are nearly alike.
///
/// On the disk alone, in five files: about 0.4 kB a report, nothing in memory, a few dozen short reads a search. All of
/// it is derived: whatever is missing or damaged only leaves resemblances untold, and is never an error of a report.
package final class ResemblanceStore: Sendable {
    /// From here on two texts are told of.
    static let notable = 0.90

    private let state: Mutex<Files>
    private let log: @Sendable (String) -> Void

    /// Opens the store in `folder`, which is made where it is not there.
    ///
    /// What is wrong with the files later is told to `complain`.
    package init(
        folder: String,
        complain: @escaping @Sendable (String) -> Void = { _ in }
    ) throws(PlatformError) {
        try FileSystem.makeDirectory(folder)
        state = Mutex(try Files(folder: folder))
        log = complain
    }

    /// Whether every sketch in `folder` is whole; so is a store that is not there.
    package static func isSound(_ folder: String) throws(PlatformError) -> Bool {
        guard FileSystem.exists(folder + "/sketches") else { return true }
        let file = try RandomAccessFile(opening: folder + "/sketches")
        let size = try file.size()
        for place in stride(from: 0, to: size, by: SketchRecord.size) {
            guard SketchRecord(try file.read(SketchRecord.size, at: place)) != nil else { return false }
        }
        return true
    }

    /// How many sketches there are.
    package var count: Int { state.withLock { $0.count } }

    /// The reports whose text is nearly that of `report`: the agency's own of the year before, and of the others the
    /// one that is most like it. `agency` is the one name of the report's agency, where it has several.
    package func resemblances(to report: Report, of agency: String? = nil) -> [Resemblance] {
        guard let own = record(of: report, agency) else { return [] }
        let found = attempt { files throws(PlatformError) in try files.candidates(for: own) } ?? []
        var best: [Bool: Resemblance] = [:]
        for other in found where other.id != own.id && !(other.agency == own.agency && other.year >= own.year) {
            let isOwn = other.agency == own.agency
            guard !isOwn || other.year + 1 == own.year && other.kind == own.kind else { continue }
            let similarity = own.sketch.similarity(to: other.sketch)
            guard similarity >= Self.notable, similarity > best[isOwn]?.similarity ?? 0,
                let name = attempt({ files throws(PlatformError) in try files.name(of: other) })
            else { continue }
            best[isOwn] = Resemblance(
                agency: name,
                year: Int(other.year),
                similarity: similarity,
                isOwnPrevious: isOwn
            )
        }
        return [best[true], best[false]].compactMap(\.self)
    }

    /// Takes up the text of a report that is in the archive now; `agency` is the one name of an agency with several.
    package func add(_ report: Report, of agency: String? = nil) {
        guard let own = record(of: report, agency), let name = report.identity.agency else { return }
        _ = attempt { files throws(PlatformError) in try files.add(own, name: name) }
    }

    private func record(of report: Report, _ principal: String?) -> SketchRecord? {
        guard let agency = report.identity.agency, let year = report.identity.year,
            let sketch = TextSketch(of: report.narrative.bytes)
        else { return nil }
        return SketchRecord(
            id: String(report.id.dropFirst("sha256:".count)),
            agency: SketchRecord.hash(principal ?? agency),
            year: year,
            kind: report.identity.kind,
            sketch: sketch
        )
    }

    private func attempt<Result: Sendable>(
        _ work: (inout sending Files) throws(PlatformError) -> sending Result
    ) -> Result? {
        do throws(PlatformError) {
            return try state.withLock(work)
        } catch {
            log("\(error); texts are not compared as long as that lasts")
            return nil
        }
    }

    /// The files and what is known of them.
    private struct Files {
        private let sketches: RandomAccessFile
        /// The agencies' names, one after the other.
        private let names: RandomAccessFile
        /// How many sketches the chains know: eight bytes, written after the chains.
        private let mark: RandomAccessFile
        private var chains: SketchChains
        private(set) var count: Int

        init(folder: String) throws(PlatformError) {
            sketches = try RandomAccessFile(opening: folder + "/sketches")
            names = try RandomAccessFile(opening: folder + "/names")
            mark = try RandomAccessFile(opening: folder + "/mark")
            chains = try SketchChains(folder: folder)
            // What a crash has cut off is no sketch.
            count = try sketches.size() / SketchRecord.size
            try catchUp()
        }

        /// Puts the sketches into the chains that a crash has kept out of them.
        private mutating func catchUp() throws(PlatformError) {
            var known = Int(truncatingIfNeeded: SketchRecord.word(try mark.read(8, at: 0)[...]))
            if known > count {
                try chains.clear()
                known = 0
            }
            for number in known..<count {
                if let record = try record(number) { try link(record, number) }
            }
        }

        func record(_ number: Int) throws(PlatformError) -> SketchRecord? {
            guard number < count else { return nil }
            return SketchRecord(try sketches.read(SketchRecord.size, at: number * SketchRecord.size))
        }

        /// The name of the agency as its report prints it.
        func name(of record: SketchRecord) throws(PlatformError) -> String {
            String(decoding: try names.read(record.name.count, at: record.name.lowerBound), as: UTF8.self)
        }

        mutating func add(_ record: SketchRecord, name: String) throws(PlatformError) {
            let same = try chains.members(of: Self.key(record.agency, record.year, record.kind))
            for number in same {
                if try self.record(number)?.id == record.id { return }
            }
            var record = record
            let start = try names.size()
            try names.write(Array(name.utf8), at: start)
            record.name = start..<(start + name.utf8.count)
            try sketches.write(record.bytes, at: count * SketchRecord.size)
            count += 1
            try link(record, count - 1)
        }

        private mutating func link(_ record: SketchRecord, _ number: Int) throws(PlatformError) {
            let own = Self.key(record.agency, record.year, record.kind)
            try chains.add(number, to: own, mustStand: true)
            for band in record.sketch.bands { try chains.add(number, to: band, mustStand: false) }
            try mark.write(SketchRecord.bytes(UInt64(number + 1)), at: 0)
        }

        /// The reports that share a band, and the agency's own of the year before.
        func candidates(for record: SketchRecord) throws(PlatformError) -> [SketchRecord] {
            var numbers: Set<Int> = []
            let before = Self.key(record.agency, record.year &- 1, record.kind)
            for key in [before] + record.sketch.bands { numbers.formUnion(try chains.members(of: key)) }
            var found: [SketchRecord] = []
            for number in numbers.sorted() {
                if let record = try self.record(number) { found.append(record) }
            }
            return found
        }

        private static func key(_ agency: UInt64, _ year: UInt16, _ kind: UInt8) -> UInt32 {
            let mixed = (agency ^ UInt64(year) << 8 ^ UInt64(kind)) &* 0x9E37_79B9_7F4A_7C15
            return UInt32(truncatingIfNeeded: mixed >> 32)
        }
    }
}
