internal import Decode
internal import Extract
package import Model
internal import Platform
package import Validate

/// Reads one file's bytes: Decode, Extract, Validate, in this order and nothing else.
package enum ReportReader {
    /// What came of the bytes.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - source: where it came from. Its size is filled in here; its media type and charset are what a container says
    ///     of them, and are replaced by what the bytes are.
    ///   - received: when the bytes were taken in, RFC 3339.
    ///   - settings: what the configuration says of reading and judging.
    ///   - neighbours: finds the other reports that bear on the one that was read; it is called once, before judging.
    /// - Returns: the report with its findings, or why there is none.
    package static func read(
        _ bytes: [UInt8],
        source: Source,
        received: String,
        settings: ReadingSettings = ReadingSettings(),
        neighbours: (Report) -> Neighbours = { _ in Neighbours() }
    ) -> Reading {
        do throws(Rejection) {
            var report = try extract(bytes, source: source, settings: settings)
            report.received = received
            let beside = neighbours(report)
            judge(&report, beside: beside, settings: settings)
            return .report(report)
        } catch {
            return .rejected(error)
        }
    }

    /// Decodes and extracts: what stands in the bytes, not judged yet. The benchmarks time it by itself.
    ///
    /// - Parameters: as for `read`.
    package static func extract(
        _ bytes: [UInt8],
        source: Source,
        settings: ReadingSettings = ReadingSettings()
    ) throws(Rejection) -> Report {
        let input = DecoderInput(
            bytes: bytes,
            name: source.name,
            mediaType: source.mediaType,
            charset: source.charset,
            limits: DecodeLimits(maximumBytes: settings.maximumBytes)
        )
        let outline = try DecoderCatalog.outline(of: input)
        var source = source
        source.bytes = bytes.count
        source.mediaType = outline.mediaType
        source.charset = outline.charset
        var report = try ReportExtractor.report(from: outline, source: source)
        report.id = "sha256:" + SHA256.hex(of: bytes)
        report.unverified += outline.notes.map { Unverified(rule: "number.invalid", reason: $0) }
        return report
    }

    /// Puts the findings into the report, and what could not be judged.
    private static func judge(_ report: inout Report, beside neighbours: Neighbours, settings: ReadingSettings) {
        report.beside = neighbours.names
        let context = JudgementContext(
            neighbours: neighbours,
            constraints: settings.ownRules.flatMap(\.constraints),
            settings: settings.rules
        )
        let judgement = RuleCatalog.judgement(of: report, context: context)
        report.unverified += judgement.unverified
        report.findings = judgement.findings.map { finding in
            var finding = finding
            finding.fingerprint = Fingerprint.of(finding, in: report)
            finding.accepted = settings.accepted[finding.fingerprint]
            return finding
        }
        report.findings.setGroups()
    }

    /// What came of the bytes: one reading of a plain file, of a container one a document, in its order.
    ///
    /// - Parameters: as for `read`.
    package static func readAll(
        _ bytes: [UInt8],
        source: Source,
        received: String,
        settings: ReadingSettings = ReadingSettings()
    ) throws -> [(document: Document, reading: Reading)] {
        func reading(_ document: Document) -> (Document, Reading) {
            if let rejection = document.rejection { return (document, .rejected(rejection)) }
            let reading = read(
                document.bytes,
                source: document.source,
                received: received,
                settings: settings
            )
            return (document, reading)
        }
        guard let container = ContainerInput(bytes: bytes, source: source, maximumBytes: settings.maximumBytes) else {
            return [reading(Document(source: source, bytes: bytes))]
        }
        var readings: [(Document, Reading)] = []
        while let document = try container.next() { readings.append(reading(document)) }
        return readings
    }
}

/// What the configuration says of reading and judging.
package struct ReadingSettings: Sendable {
    /// The findings that are known and accepted, with their reasons, by fingerprint.
    package var accepted: [String: String]
    /// The most bytes that a document may have, unpacked too.
    package var maximumBytes: Int
    /// The rules of the configuration.
    package var ownRules: [OwnRule]
    /// Other severities of rules, and rules that are off.
    package var rules: [RuleSetting]

    package init(
        accepted: [String: String] = [:],
        maximumBytes: Int = DecodeLimits().maximumBytes,
        ownRules: [OwnRule] = [],
        rules: [RuleSetting] = []
    ) {
        self.accepted = accepted
        self.maximumBytes = maximumBytes
        self.ownRules = ownRules
        self.rules = rules
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
