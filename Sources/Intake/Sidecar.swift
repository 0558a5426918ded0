internal import FoundationEssentials
package import Model
package import Platform

/// What a scraper wrote beside a file: `NAME.meta.json`.
package enum Sidecar {
    /// Longer ones are none, in bytes.
    private static let limit = 65_536

    /// Adds what the sidecar of the claim says to `source`; a bad one is told of in the log and says nothing.
    package static func apply(_ claim: ClaimedFile, to source: inout Source, log: Log) {
        do throws(PlatformError) {
            let bytes = try FileSystem.read(claim.sidecarPath, limit: limit)
            guard let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)) else {
                let name = claim.sourceName + DropName.sidecarEnding
                log.warning("\(name) is ignored: it must be an object of url, fetched, agency (text) and year (number)")
                return
            }
            source.url = content.url
            source.fetched = content.fetched
            if content.agency != nil || content.year != nil {
                source.hint = Source.Hint(agency: content.agency, year: content.year)
            }
        } catch {
            guard !error.isMissing else { return }
            log.warning("the sidecar of \(claim.sourceName) is ignored: \(error)")
        }
    }

    private struct Content: Decodable {
        var url: String?
        var fetched: String?
        var agency: String?
        var year: Int?
    }
}
