package import Platform
internal import Record

/// Checks every file of the archive: what a disk, a crash or a hand may have done to it.
package struct ArchiveVerifier: Sendable {
    /// One thing that is not as it should be.
    package struct Problem: Sendable, Hashable, CustomStringConvertible {
        /// In the archive.
        package let path: String
        package let damage: ArchiveDamage

        package var description: String { "\(path): \(damage)" }
    }

    /// What a check came to.
    package struct Outcome: Sendable, Hashable {
        /// How many records were checked.
        package var records = 0
        package var problems: [Problem] = []
    }

    private let reader: ArchiveReader

    package init(root: String) { reader = ArchiveReader(root: root) }

    /// Reads every record and every source.
    package func verify() throws(PlatformError) -> Outcome {
        var outcome = Outcome()
        guard FileSystem.exists(reader.root) else { return outcome }
        let listing = try ArchiveListing(of: reader.root)
        var seen: [String: String] = [:]
        for path in listing.records.sorted() {
            outcome.records += 1
            outcome.problems += problems(ofRecord: path, seen: &seen)
        }
        let owners = Set(listing.records.compactMap(key))
        for path in listing.sources.sorted() where !owners.contains(key(path) ?? "") {
            outcome.problems.append(Problem(path: path, damage: .sourceAlone))
        }
        for path in listing.containers.sorted() { outcome.problems += containerProblems(path) }
        for path in listing.temporaries.sorted() {
            outcome.problems.append(
                Problem(path: path, damage: .temporary)
            )
        }
        for path in listing.strays.sorted() {
            outcome.problems.append(Problem(path: path, damage: .stray))
        }
        return outcome
    }

    private func problems(ofRecord path: String, seen: inout [String: String]) -> [Problem] {
        do {
            let record = try reader.record(at: path)
            var found = placeProblems(record, path)
            found += try sourceProblems(record, path)
            if let other = seen.updateValue(path, forKey: record.id) {
                found.append(Problem(path: path, damage: .sameSource(as: other)))
            }
            return found
        } catch ArchiveError.damaged(_, let reason) {
            return [Problem(path: path, damage: .noRecord(reason: reason))]
        } catch {
            return [Problem(path: path, damage: .unreadable("\(error)"))]
        }
    }

    private func containerProblems(_ path: String) -> [Problem] {
        do throws(PlatformError) {
            let id = try "sha256:" + SHA256.hex(ofFile: reader.root + "/" + path)
            if FileSystem.name(of: path) == id { return [] }
            return [Problem(path: path, damage: .otherContainer(id: id))]
        } catch {
            return [Problem(path: path, damage: .unreadable("\(error)"))]
        }
    }

    private func placeProblems(_ record: ArchivedRecord, _ path: String) -> [Problem] {
        var found: [Problem] = []
        if record.schema != RecordWriter.schema {
            found.append(Problem(path: path, damage: .otherSchema(record.schema)))
        }
        let folder = ArchiveLayout.folder(
            id: record.id,
            agency: record.identity.agency,
            year: record.identity.year
        )
        if FileSystem.parent(of: path) != folder {
            found.append(Problem(path: path, damage: .otherFolder(folder)))
        }
        if ArchiveLayout.record(named: FileSystem.name(of: path))?.kind != record.identity.kind {
            found.append(Problem(path: path, damage: .otherKind(record.identity.kind)))
        }
        return found
    }

    private func sourceProblems(_ record: ArchivedRecord, _ path: String) throws(PlatformError) -> [Problem] {
        guard let source = try reader.source(of: path) else {
            return [Problem(path: path, damage: .noSource(id: record.id))]
        }
        var found: [Problem] = []
        if "sha256:" + SHA256.hex(of: source) != record.id {
            found.append(Problem(path: path, damage: .otherSource(id: record.id)))
        }
        if source.count != record.source.bytes {
            let damage = ArchiveDamage.otherLength(source.count, recorded: record.source.bytes)
            found.append(Problem(path: path, damage: damage))
        }
        return found
    }

    /// `<folder>/<kind>-<revision>`, the same for a record and its source.
    private func key(_ path: String) -> String? {
        let name = FileSystem.name(of: path)
        guard let found = ArchiveLayout.source(named: name) ?? ArchiveLayout.record(named: name) else { return nil }
        return FileSystem.parent(of: path) + "/\(found.kind)-\(found.revision)"
    }
}
