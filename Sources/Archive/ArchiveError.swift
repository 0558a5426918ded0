/// Why the archive cannot do what was asked; one sentence with the remedy.
package enum ArchiveError: Error, Sendable, Hashable, CustomStringConvertible {
    /// No record fits the reference.
    case notFound(String)
    /// Several records fit; their paths.
    case ambiguous(String, [String])
    /// The record at the path cannot be read as one.
    case damaged(path: String, reason: String)

    package var description: String {
        switch self {
        case .notFound(let reference):
            "\(reference): no such report; name one by its id (at least four digits), its path in the archive, or AGENCY/YEAR (gouji list)"
        case .ambiguous(let reference, let paths):
            "\(reference): fits \(paths.count) reports, among them \(paths.prefix(3).joined(separator: ", ")); say more"
        case .damaged(let path, let reason):
            "\(path): no readable record (\(reason)); run gouji verify"
        }
    }
}
