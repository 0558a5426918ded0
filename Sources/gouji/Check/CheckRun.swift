internal import Model
internal import Platform
internal import Record

/// One run of `gouji check`: reads the files, has them judged, prints, and comes to an exit status.
struct CheckRun {
    /// How a file's bytes become a reading: the core of the program.
    typealias Reader = @Sendable (_ bytes: [UInt8], _ source: Source, _ received: String) -> Reading

    var format: CheckFormat
    var language: OutputLanguage
    /// How many files are read at a time.
    var jobs: Int
    /// The largest file that is read, in bytes.
    var maximumBytes: Int
    /// When the run began, as the records say it.
    var received: String
    var reader: Reader

    /// Checks `files` and prints in their order.
    ///
    /// - Returns: the highest status that applies.
    func run(_ files: [String]) throws -> CommandStatus {
        var status = CommandStatus.success
        var progress = CheckProgress(total: files.count)
        try InOrder.map(count: files.count, jobs: jobs, transform: { outcome(of: files[$0]) }) { index, outcome in
            progress.clear()
            if let complaint = outcome.complaint { Console.error("gouji: \(complaint)") }
            if !outcome.output.isEmpty { try Console.write(outcome.output) }
            status = max(status, outcome.status)
            progress.show(done: index + 1)
        }
        progress.clear()
        return status
    }

    /// What came of one file.
    struct Outcome: Sendable {
        /// For standard output.
        var output: [UInt8] = []
        /// For standard error, one line.
        var complaint: String?
        var status: CommandStatus
    }

    /// Reads and judges one file.
    func outcome(of file: String) -> Outcome {
        let bytes: [UInt8]
        do {
            bytes = try InputFile.bytes(of: file, atMost: maximumBytes)
        } catch {
            return Outcome(complaint: "\(file): \(error.remedy)", status: .unreadable)
        }
        let source = Source(name: file, bytes: bytes.count)
        let reading = reader(bytes, source, received)
        switch format {
        case .text: return text(reading, file)
        case .json: return json(reading, source, bytes)
        }
    }

    private func text(_ reading: Reading, _ file: String) -> Outcome {
        let text = TextReport(language: language, file: file).text(of: reading)
        return Outcome(output: Array(text.utf8), status: Self.status(of: reading))
    }

    private func json(_ reading: Reading, _ source: Source, _ bytes: [UInt8]) -> Outcome {
        switch reading {
        case .report(let report):
            return Outcome(output: RecordWriter.bytes(of: report) + [0x0A], status: Self.status(of: reading))
        case .rejected(let rejection):
            return Outcome(
                output: unreadableRecord(source, bytes) + [0x0A],
                complaint: "\(source.name): \(language.words(rejection.message))",
                status: .unreadable
            )
        }
    }

    /// A line for what is no report, so that there is one for each file that could be opened; the reason goes to
    /// standard error, because a record has no place for it.
    private func unreadableRecord(_ source: Source, _ bytes: [UInt8]) -> [UInt8] {
        let nothing = Report(
            id: "sha256:" + SHA256.hex(of: bytes),
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
