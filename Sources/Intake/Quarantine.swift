internal import Bytes
package import Model
package import Platform

/// The folder of what is no readable report: the file, and beside it `NAME.reason.json`. Nothing here is ever deleted.
package struct Quarantine: Sendable {
    package let root: String
    /// Longer names are cut, so that the endings have room, in bytes.
    private static let longestName = 180
    static let reasonEnding = ".reason.json"

    /// Makes the folder where it is not there.
    package init(root: String) throws(PlatformError) {
        self.root = root
        try FileSystem.makeDirectory(root)
    }

    /// Writes the reason and gives the name under which the file will lie; `admit` then moves it there.
    ///
    /// After a crash in between, the same file gets the same name again.
    package func prepare(
        _ claim: ClaimedFile,
        _ rejection: Rejection,
        source: Source,
        id: String
    ) throws(PlatformError) -> String {
        let name = try freeName(FileSystem.name(of: claim.sourceName), ulid: claim.ulid, id: id)
        let reason = Self.reason(rejection, source: source, id: id, received: claim.received)
        try DurableFile.write(reason, to: root + "/" + name + Self.reasonEnding, replacing: true)
        return name
    }

    /// Puts a document of a claimed container here, with its reason, and gives the name under which it lies.
    ///
    /// Done again, it comes to the same.
    package func keep(
        _ bytes: [UInt8],
        of claim: ClaimedFile,
        _ rejection: Rejection,
        source: Source,
        id: String
    ) throws(PlatformError) -> String {
        let member = source.container.map { "#" + $0.member } ?? ""
        let name = try freeName(FileSystem.name(of: claim.sourceName) + member, ulid: claim.ulid + member, id: id)
        let reason = Self.reason(rejection, source: source, id: id, received: claim.received)
        try DurableFile.write(reason, to: root + "/" + name + Self.reasonEnding, replacing: true)
        try DurableFile.write(bytes, to: root + "/" + name, replacing: true)
        return name
    }

    /// Moves the claimed file, with its sidecar, to where `prepare` said.
    package func admit(_ claim: ClaimedFile, as name: String) throws(PlatformError) {
        // A file of that name has the same bytes: `prepare` saw to that.
        try DurableFile.rename(from: claim.path, to: root + "/" + name, replacing: true)
        try? FileSystem.rename(claim.sidecarPath, to: root + "/" + name + DropName.sidecarEnding, replacing: true)
    }

    /// Removes what a crash left of reasons being written.
    package func removeTemporaries() throws(PlatformError) {
        for entry in try FileSystem.list(root) where entry.name.hasPrefix(DurableFile.temporaryPrefix) {
            try FileSystem.remove(root + "/" + entry.name)
        }
    }

    private func freeName(_ wanted: String, ulid: String, id: String) throws(PlatformError) -> String {
        var name = wanted
        if name.utf8.count > Self.longestName || name.hasSuffix(Self.reasonEnding) {
            name = String(name.unicodeScalars.prefix(Self.longestName / 4)) + "." + ulid
        }
        guard FileSystem.exists(root + "/" + name) else { return name }
        // The same bytes again take the place of those that lie there: junk that comes every night does not pile up.
        let isSame = try isFile(name, id)
        return isSame ? name : name + "." + ulid
    }

    private func isFile(_ name: String, _ id: String) throws(PlatformError) -> Bool {
        guard try FileSystem.status(of: root + "/" + name).isRegular else { return false }
        return try "sha256:" + SHA256.hex(ofFile: root + "/" + name) == id
    }

    private static func reason(_ rejection: Rejection, source: Source, id: String, received: String) -> [UInt8] {
        var writer = JSONWriter(pretty: true)
        writer.object { writer in
            writer.member("bytes", source.bytes)
            writer.member("code", rejection.code.rawValue)
            writer.member("excerpt", rejection.excerpt)
            writer.member("id", id)
            writer.key("line")
            if let line = rejection.line { writer.int(line) } else { writer.null() }
            writer.key("message")
            writer.object { writer in
                writer.member("en", rejection.message.en)
                writer.member("zh", rejection.message.zh)
            }
            writer.member("name", source.name)
            writer.member("received", received)
        }
        writer.endLine()
        return writer.bytes
    }
}
