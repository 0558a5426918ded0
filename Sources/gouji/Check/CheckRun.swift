internal import Glibc
internal import Intake
internal import Model
internal import Pipeline
internal import Platform
internal import Record
internal import Validate

/// One run of `gouji check`: reads the files, has them judged, prints, and comes to an exit status.
struct CheckRun {
    /// How a file's bytes become a reading: the core of the program.
    typealias Reader = @Sendable (_ bytes: [UInt8], _ source: Source, _ received: String) -> Reading

    var format: CheckFormat
    var language: OutputLanguage
    /// How the text is coloured.
    var style = TerminalStyle.plain
    /// How many files are read at a time.
    var jobs: Int
    /// The largest file that is read, in bytes.
    var maximumBytes: Int
    /// When the run began, as the records say it.
    var received: String
    var reader: Reader
    /// The log that a run with the format `sarif` makes.
    var log: SarifLog?
    /// Explains how a report was judged, where the text is to say so.
    var explain: (@Sendable (Report) -> Explanation)?

    /// Checks `files` and prints in their order.
    ///
    /// - Returns: the highest status that applies.
    func run(_ files: [String]) throws -> CommandStatus {
        var status = CommandStatus.success
        var progress = CheckProgress(total: files.count)
        var output = CheckOutput(log: log, began: received)
        try output.begin()
        try InOrder.map(count: files.count, jobs: jobs, transform: { outcome(of: files[$0]) }) { index, outcome in
            progress.clear()
            status = max(status, try print(outcome, to: &output))
            if let container = outcome.container {
                status = max(status, try runContainer(files[index], piped: container.piped, to: &output))
            }
            progress.show(done: index + 1)
        }
        progress.clear()
        try output.end(status)
        return status
    }

    private func print(_ outcome: Outcome, to output: inout CheckOutput) throws -> CommandStatus {
        if let complaint = outcome.complaint { Console.error("gouji: \(complaint)") }
        try output.add(outcome.output, notification: outcome.notification)
        return outcome.status
    }

    /// Reads the documents of a container and prints in their order; so many at a time as are read at once.
    private func runContainer(
        _ file: String,
        piped: [UInt8]?,
        to output: inout CheckOutput
    ) throws -> CommandStatus {
        var status = CommandStatus.success
        var count = 0
        do {
            guard let container = try InputFile.container(file, piped: piped, atMost: maximumBytes) else {
                return status
            }
            while true {
                let batch = try nextDocuments(of: container)
                if batch.isEmpty { break }
                count += batch.count
                try InOrder.map(count: batch.count, jobs: jobs, transform: { outcome(of: batch[$0]) }) { _, outcome in
                    status = max(status, try print(outcome, to: &output))
                }
            }
            if count > 0 { return status }
            let reason = "holds no page that could be a report (\(container.skipped))"
            let source = Source(name: file, bytes: (try? FileSystem.status(of: file).size) ?? piped?.count ?? 0)
            return try print(unread(source, container.id, "no-report", reason), to: &output)
        } catch let error as PlatformError where error.path == file {
            return try print(.unopened(file, "cannot-read", error.remedy), to: &output)
        }
    }

    /// A few documents for each thread, and not many bytes.
    private func nextDocuments(of container: ContainerInput) throws -> [Document] {
        var batch: [Document] = []
        var bytes = 0
        while batch.count < 8 * jobs, bytes < 1 << 25, let document = try container.next() {
            bytes += document.bytes.count
            batch.append(document)
        }
        return batch
    }

    /// What came of one file.
    struct Outcome: Sendable {
        /// For standard output.
        var output: [UInt8] = []
        /// For standard error, one line.
        var complaint: String?
        /// For a log that tells of what could not be read.
        var notification: [UInt8]?
        var status: CommandStatus
        /// The file, where nothing of it was judged because it holds several documents.
        var container: Container?

        /// A file that holds several documents.
        struct Container: Sendable {
            /// Its bytes where they came by a pipe.
            var piped: [UInt8]?
        }

        /// What cannot be opened at all, or holds nothing.
        static func unopened(_ file: String, _ code: String, _ reason: String) -> Outcome {
            Outcome(
                complaint: "\(file): \(reason)",
                notification: SarifLog.notification(Source(name: file), code: code, message: reason),
                status: .unreadable
            )
        }
    }

    /// Reads and judges one file.
    func outcome(of file: String) -> Outcome {
        do {
            switch try InputFile.content(of: file, atMost: maximumBytes) {
            case .container(let piped): return Outcome(status: .success, container: .init(piped: piped))
            case .document(let bytes):
                var source = Source(name: file, bytes: bytes.count)
                if file != "-" { Sidecar.apply(beside: file, to: &source) { Console.error("gouji: \($0)") } }
                return outcome(of: Document(source: source, bytes: bytes))
            }
        } catch {
            guard error.errno == EFBIG, let known = InputFile.tooLarge(file) else {
                return .unopened(file, "cannot-read", error.remedy)
            }
            return unread(Source(name: file, bytes: known.size), known.id, "too-large", error.remedy)
        }
    }

    /// What was opened, but of which nothing is read: it has its record all the same.
    private func unread(_ source: Source, _ id: String, _ code: String, _ reason: String) -> Outcome {
        var outcome = Outcome.unopened(source.name, code, reason)
        if format == .json { outcome.output = unreadableRecord(source, id) + [0x0A] }
        return outcome
    }

    private func outcome(of document: Document) -> Outcome {
        let reading = document.rejection.map(Reading.rejected) ?? reader(document.bytes, document.source, received)
        switch format {
        case .text: return text(reading, document.source.name)
        case .json: return json(reading, document.source, document.bytes)
        case .sarif: return sarif(reading, document)
        }
    }

    private func text(_ reading: Reading, _ file: String) -> Outcome {
        let text = TextReport(language: language, file: file, style: style, explain: explain).text(of: reading)
        return Outcome(output: Array(text.utf8), status: Self.status(of: reading))
    }

    private func json(_ reading: Reading, _ source: Source, _ bytes: [UInt8]) -> Outcome {
        switch reading {
        case .report(let report):
            return Outcome(output: RecordWriter.bytes(of: report) + [0x0A], status: Self.status(of: reading))
        case .rejected(let rejection):
            return Outcome(
                output: unreadableRecord(source, "sha256:" + SHA256.hex(of: bytes)) + [0x0A],
                complaint: "\(source.name): \(language.words(rejection.message))",
                status: .unreadable
            )
        }
    }

    private func sarif(_ reading: Reading, _ document: Document) -> Outcome {
        switch reading {
        case .report(let report):
            let result = SarifResult(
                report: report,
                language: language,
                ruleIndices: log?.ruleIndices ?? [:],
                lines: report.findings.contains { !$0.repairs.isEmpty }
                    ? SourceLines(document.bytes, of: report.source) : nil
            )
            return Outcome(output: result.bytes(), status: Self.status(of: reading))
        case .rejected(let rejection):
            let message = language.words(rejection.message)
            return Outcome(
                complaint: "\(document.source.name): \(message)",
                notification: SarifLog.notification(
                    document.source,
                    code: rejection.code.rawValue,
                    message: message,
                    line: rejection.line
                ),
                status: .unreadable
            )
        }
    }

    /// A line for what is no report, so that there is one for each file that could be opened; the reason goes to
    /// standard error, because a record has no place for it.
    private func unreadableRecord(_ source: Source, _ id: String) -> [UInt8] {
        let nothing = Report(
            id: id,
            received: received,
            source: source,
            identity: Identity(kind: .notAReport)
        )
        return RecordWriter.bytes(of: nothing, verdict: .unreadable)
    }

    private static func status(of reading: Reading) -> CommandStatus {
        switch reading {
        case .report(let report): report.verdict == .fail ? .findings : .success
        case .rejected: .unreadable
        }
    }
}
