internal import Record

/// What is wrong with a file of the archive.
package enum ArchiveDamage: Sendable, Hashable, CustomStringConvertible {
    /// The record is there, and is none.
    case noRecord(reason: String)
    /// The record is of another schema than this program's.
    case otherSchema(String)
    /// The record's agency and year belong in another folder.
    case otherFolder(String)
    /// The record's kind is not the one that its name says.
    case otherKind(String)
    /// The record is there, and its source with this id is not.
    case noSource(id: String)
    /// What stands beside the record is not the source with this id.
    case otherSource(id: String)
    /// The record says another number of bytes.
    case otherLength(Int, recorded: Int)
    /// The record at another path has the same source.
    case sameSource(as: String)
    /// A source without a record.
    case sourceAlone
    /// A container that hashes to this id, which is not its name.
    case otherContainer(id: String)
    case temporary
    case stray
    /// The system does not let it be read.
    case unreadable(String)

    /// What is wrong, and what to do.
    package var description: String {
        switch self {
        case .noRecord(let reason): "no readable record (\(reason)); gouji repair makes it again"
        case .otherSchema(let schema): "schema \(schema) is not \(RecordWriter.schema); gouji repair makes it again"
        case .otherFolder(let folder): "its agency and year belong in \(folder); gouji repair moves or mends it"
        case .otherKind(let kind): "its kind is \(kind), unlike its name; gouji repair moves or mends it"
        case .noSource: "its source is missing; give the file to gouji repair"
        case .otherSource(let id): "its source does not hash to \(id); give the file as it was to gouji repair"
        case .otherLength(let count, let recorded): "its source has \(count) bytes, the record says \(recorded)"
        case .sameSource(let other): "the same source as \(other); gouji repair sets one of the two aside"
        case .sourceAlone: "a source without its record; gouji repair makes it"
        case .otherContainer(let id): "does not hash to its name but to \(id); drop the container again"
        case .temporary: "left by a crash; gouji repair and the next start of gouji watch take it away"
        case .stray: "does not belong here; move it away"
        case .unreadable(let reason): reason
        }
    }
}
