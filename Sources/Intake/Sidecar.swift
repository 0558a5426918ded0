internal import FoundationEssentials
package import Model
package import Platform

/// What a scraper wrote beside a file: `NAME.meta.json`.
package enum Sidecar {
    /// Longer ones are none, in bytes.
    private static let limit = 65_536

    /// Adds what the sidecar of the claim says to `source`; a bad one is told of in the log and says nothing.
    package static func apply(_ claim: ClaimedFile, to source: inout Source, log: Log) {
        apply(at: claim.sidecarPath, of: claim.sourceName, to: &source) { log.warning($0) }
    }

    /// Adds what the sidecar beside the file at `path` says to `source`; `warn` is told of a bad one, which says nothing.
    package static func apply(beside path: String, to source: inout Source, warn: (String) -> Void) {
        apply(at: path + DropName.sidecarEnding, of: path, to: &source, warn: warn)
    }

    private static func apply(at path: String, of file: String, to source: inout Source, warn: (String) -> Void) {
        do throws(PlatformError) {
            let bytes = try FileSystem.read(path, limit: limit)
            guard let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)) else {
                let name = file + DropName.sidecarEnding
                warn("\(name) is ignored: it must be an object of url, fetched, agency and year")
                return
            }
            source.url = content.url
            source.fetched = content.fetched
            if content.agency != nil || content.year != nil {
                source.hint = Source.Hint(agency: content.agency, year: content.year?.number)
            }
        } catch {
            guard !error.isMissing else { return }
            warn("the sidecar of \(file) is ignored: \(error)")
        }
    }

    private struct Content: Decodable {
        var url: String?
        var fetched: String?
        var agency: String?
        var year: Year?
    }

    /// A year as a number, or as a text of its digits.
    private struct Year: Decodable {
        var number: Int

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) {
                self.number = number
            } else if let number = Int(try container.decode(String.self)) {
                self.number = number
            } else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "no year")
            }
        }
    }
}
