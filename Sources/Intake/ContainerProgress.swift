internal import Glibc
package import Platform

/// How far a claimed container is, kept beside the claim for the start after a crash.
///
/// What it says may be older than the truth after a power cut: a document that is taken up again changes nothing.
package struct ContainerProgress: Sendable, Hashable {
    /// How many of its documents all is done for.
    package private(set) var done = 0
    /// How often getting the next document began without coming to an end.
    package private(set) var fetches = 0
    /// How often reading that document did.
    package private(set) var readings = 0

    private let path: String
    private static let length = 64

    /// The progress of a claim; none where nothing readable is kept.
    package init(of claim: ClaimedFile) {
        path = claim.progressPath
        guard let bytes = try? FileSystem.read(path, limit: Self.length) else { return }
        let numbers = String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0 == "\n" }.compactMap { Int($0) }
        guard numbers.count == 3 else { return }
        (done, fetches, readings) = (numbers[0], numbers[1], numbers[2])
    }

    /// Notes that the next document is being got.
    package mutating func fetch() throws(PlatformError) {
        fetches += 1
        try write()
    }

    /// Notes that it is being read.
    package mutating func read() throws(PlatformError) {
        fetches = 0
        readings += 1
        try write()
    }

    /// Notes that all is done for it, and that the one behind it is being got.
    package mutating func advance() throws(PlatformError) {
        (done, fetches, readings) = (done + 1, 1, 0)
        try write()
    }

    /// Notes that the work ends here of its own will, and not of the document's.
    package mutating func pause() throws(PlatformError) {
        (fetches, readings) = (0, 0)
        try write()
    }

    /// One write of always the same length: whole or not there, however the process ends.
    private func write() throws(PlatformError) {
        let text = "\(done) \(fetches) \(readings)"
        let line = Array((text + String(repeating: " ", count: max(0, Self.length - 1 - text.utf8.count)) + "\n").utf8)
        if FileSystem.exists(path) {
            try OwnedDescriptor.open(path, O_WRONLY | O_NOFOLLOW).write(line)
        } else {
            try OwnedDescriptor.create(path, mode: 0o640).write(line)
        }
    }
}
