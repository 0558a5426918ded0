import Model
import Platform

extension Report {
    /// A report whose source is `text`.
    static func make(_ agency: String?, _ year: Int?, _ text: String, kind: Identity.Kind = .report) -> Report {
        Report(
            id: .idOf(text),
            received: "2026-01-31T09:00:00Z",
            source: Source(name: "a.html", bytes: text.utf8.count, mediaType: "text/html"),
            identity: Identity(agency: agency, year: year, form: "2021", kind: kind)
        )
    }
}

extension String {
    /// The id of the source `text`.
    static func idOf(_ text: String) -> String { "sha256:" + SHA256.hex(of: Array(text.utf8)) }
}
