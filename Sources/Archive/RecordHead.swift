internal import FoundationEssentials
internal import Model
internal import Platform
internal import Record

/// The few members of a record that lists need; the rest is skipped when it is read.
struct RecordHead: Decodable {
    let id: String
    let received: String
    let verdict: String
    let source: Source
    let identity: Identity
    let findings: [Finding]

    struct Source: Decodable { let name: String }

    struct Identity: Decodable {
        let agency: String?
        let year: Int?
        let title: String?
        let form: String?
        let kind: String
    }

    struct Finding: Decodable {
        let severity: String
        let fingerprint: String
        let accepted: String?
    }

    /// `path` is where the record stands in the archive, for the error.
    init(_ bytes: [UInt8], path: String) throws(ArchiveError) {
        do {
            self = try JSONDecoder().decode(RecordHead.self, from: Data(bytes))
        } catch {
            throw .damaged(path: path, reason: Self.reason(error))
        }
    }

    func entry(path: String, revision: Int) -> ArchiveEntry {
        let counted = findings.filter { $0.accepted == nil }
        let errors = counted.filter { $0.severity == "error" }
        return ArchiveEntry(
            path: path,
            id: id,
            received: received,
            agency: identity.agency,
            year: identity.year,
            title: identity.title,
            form: identity.form,
            kind: identity.kind,
            revision: revision,
            verdict: verdict,
            errors: errors.count,
            warnings: counted.count { $0.severity == "warning" },
            errorFingerprints: errors.map(\.fingerprint).sorted(),
            sourceName: source.name
        )
    }

    /// What the decoder says, without the bytes that it quotes.
    static func reason(_ error: any Error) -> String {
        switch error as? DecodingError {
        case .keyNotFound(let key, _): "\(key.stringValue) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            context.codingPath.map(\.stringValue).joined(separator: ".") + " is of the wrong type"
        default: "not JSON"
        }
    }
}

extension ArchiveEntry {
    /// The entry for `report`, stored at `path`.
    init(_ report: Report, path: String, revision: Int) {
        let counted = report.findings.filter { $0.accepted == nil }
        let errors = counted.filter { $0.severity == .error }
        self.init(
            path: path,
            id: report.id,
            received: report.received,
            agency: report.identity.agency,
            year: report.identity.year,
            title: report.identity.title,
            form: report.identity.form,
            kind: report.identity.kind.rawValue,
            revision: revision,
            verdict: report.verdict.rawValue,
            errors: errors.count,
            warnings: counted.count { $0.severity == .warning },
            errorFingerprints: errors.map(\.fingerprint).sorted(),
            sourceName: report.source.name
        )
    }
}
