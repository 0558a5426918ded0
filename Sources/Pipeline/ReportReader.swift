internal import Decode
internal import Extract
package import Model
internal import Platform
internal import Validate

/// Reads one file's bytes: Decode, Extract, Validate, in this order and nothing else.
package enum ReportReader {
    /// What came of the bytes.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - source: where it came from; its size, media type and charset are filled in here.
    ///   - received: when the bytes were taken in, RFC 3339.
    ///   - accepted: the findings that the configuration accepts, with their reasons, by fingerprint.
    /// - Returns: the report with its findings, or why there is none.
    package static func read(
        _ bytes: [UInt8],
        source: Source,
        received: String,
        accepted: [String: String] = [:]
    ) -> Reading {
        do throws(Rejection) {
            let outline = try DecoderCatalog.outline(of: DecoderInput(bytes: bytes, name: source.name))
            var source = source
            source.bytes = bytes.count
            source.mediaType = outline.mediaType
            source.charset = outline.charset
            var report = try ReportExtractor.report(from: outline, source: source)
            report.id = "sha256:" + SHA256.hex(of: bytes)
            report.received = received
            report.unverified += outline.notes.map { Unverified(rule: "number.invalid", reason: $0) }
            let judgement = RuleCatalog.judgement(of: report)
            report.unverified += judgement.unverified
            report.findings = judgement.findings.map { finding in
                var finding = finding
                finding.fingerprint = Fingerprint.of(finding, in: report)
                finding.accepted = accepted[finding.fingerprint]
                return finding
            }
            return .report(report)
        } catch {
            return .rejected(error)
        }
    }
}

/// What makes a finding the same one in another revision: agency, year, rule and paths.
enum Fingerprint {
    static func of(_ finding: Finding, in report: Report) -> String {
        let identity = report.identity
        // Without an agency or a year nothing joins two reports: the bytes themselves must.
        let whose = identity.agency.flatMap { agency in identity.year.map { "\(agency)\n\($0)" } } ?? report.id
        let text = ([whose, finding.rule] + finding.places.map(\.path).sorted()).joined(separator: "\n")
        return String(SHA256.hex(of: Array(text.utf8)).prefix(32))
    }
}
