internal import Model
internal import Pipeline

extension CheckRun {
    /// Reads all files, for each to be judged beside the others; what cannot be read is told of when it is judged.
    func gather(_ files: [String], names: AgencyNames) throws -> GatheredReports {
        var gathered = GatheredReports(names: names)
        InOrder.map(count: files.count, jobs: jobs, transform: { reports(in: files[$0]) }) { _, reports in
            for report in reports { gathered.add(report) }
        }
        return gathered
    }

    private func reports(in file: String) -> [Report] {
        guard let content = try? InputFile.content(of: file, atMost: maximumBytes) else { return [] }
        switch content {
        case .document(let bytes):
            return report(Document(source: Source(name: file, bytes: bytes.count), bytes: bytes)).map { [$0] } ?? []
        case .container:
            guard let container = try? InputFile.container(file, piped: nil, atMost: maximumBytes) else { return [] }
            var reports: [Report] = []
            while let document = try? container.next() {
                if let report = report(document) { reports.append(report) }
            }
            return reports
        }
    }

    private func report(_ document: Document) -> Report? {
        guard document.rejection == nil,
            case .report(let report) = reader(document.bytes, document.source, received)
        else { return nil }
        return report
    }
}
