internal import Glibc
package import Platform

/// A file that was taken in and is being worked on.
///
/// Its name in `claim/` says all that a restart must know: `<ulid>.<attempts>.<encoded path below drop/>`. The ULID tells
/// when it was taken in; `attempts` how often it began to be read without that coming to an end.
package struct ClaimedFile: Sendable, Hashable {
    /// The folder of claims.
    package let folder: String
    package let ulid: String
    package internal(set) var attempts: Int
    /// The path below the drop folder, as `FileName` makes it.
    package let sourceName: String
    /// The last part of the name in the folder.
    let encodedName: String

    package var path: String { folder + "/\(ulid).\(attempts).\(encodedName)" }
    /// Where the sidecar lies, if there is one.
    package var sidecarPath: String { folder + "/\(ulid)\(DropName.sidecarEnding)" }
    /// Where the path below the drop folder stands that is too long for a name.
    var longNamePath: String { folder + "/\(ulid).name" }

    /// Where it is kept how far a container is.
    var progressPath: String { folder + "/\(ulid)\(DropName.progressEnding)" }

    /// When it was taken in: RFC 3339.
    package var received: String { Clock.timestamp(ULID.time(of: ulid) ?? 0) }

    /// What reading came to.
    package enum Content: Sendable {
        /// The bytes, and the file as it was before and after they were read.
        case bytes([UInt8], FileStatus)
        /// It has more bytes than are read.
        case tooLarge(FileStatus)
        /// It changed meanwhile: somebody still writes to it.
        case changing
    }

    /// Whether somebody is seen to write to it.
    package func hasWriter() throws(PlatformError) -> Bool {
        try OwnedDescriptor.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).hasWriter() == true
    }

    /// Reads the file once.
    package func read(limit: Int) throws(PlatformError) -> Content {
        let file = try OwnedDescriptor.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
        let before = try file.status()
        if file.hasWriter() == true { return .changing }
        if before.size > limit { return .tooLarge(before) }
        let bytes = try file.readAll(limit: .max - 1, expecting: before.size)
        guard try file.status() == before, bytes.count == before.size else { return .changing }
        return .bytes(bytes, before)
    }
}
