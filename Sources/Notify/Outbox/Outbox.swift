package import Platform

/// The messages on the disk: a folder an endpoint, a box a state, a file a message.
///
/// The names in all boxes are the memory by which nothing is sent twice: keep `sent` as long as the archive.
package struct Outbox: Sendable {
    /// The state of a message.
    package enum Box: String, Sendable, CaseIterable {
        case pending
        case sent
        case dead
        /// Waits for the endpoint's pace.
        case held
        /// Was not sent by itself: a digest stands for it.
        case merged
    }

    /// `<state>/outbox`.
    package let folder: String

    package init(folder: String) {
        self.folder = folder
    }

    /// Makes the boxes of `endpoints`; may be called at any time.
    package func prepare(endpoints: [String]) throws(PlatformError) {
        for endpoint in endpoints {
            for box in Box.allCases { try FileSystem.makeDirectory(path(endpoint, box)) }
        }
    }

    /// Clears away what a crash left half written.
    ///
    /// - Parameter seconds: how old it must be: 0 where nobody else writes here; where another process may be writing,
    ///   far more than any write takes.
    /// - Throws: where a folder cannot be listed or a file not be removed.
    package func removeTemporaries(olderThan seconds: Double = 0) throws(PlatformError) {
        let latest = seconds > 0 ? Int((Clock.realtime() - seconds) * 1e9) : Int.max
        for endpoint in endpoints {
            try removeTemporaries(in: folder + "/" + endpoint, writtenBefore: latest)
            for box in Box.allCases { try removeTemporaries(in: path(endpoint, box), writtenBefore: latest) }
        }
        try removeTemporaries(in: folder + "/.threads", writtenBefore: latest)
    }

    /// Queues `message`, unless it is or was in the outbox already.
    ///
    /// - Returns: whether it is new.
    @discardableResult
    func enqueue(_ message: Message, next: Double, in box: Box = .pending) throws(PlatformError) -> Bool {
        guard !holds(message.id, of: message.endpoint) else { return false }
        let bytes = OutboxEntry(message, next: next).json
        do throws(PlatformError) {
            try DurableFile.write(bytes, to: path(message.endpoint, box, message.id))
            return true
        } catch {
            if error.isExisting { return false }
            throw error
        }
    }

    /// Whether the message is or was here, in whatever box.
    func holds(_ id: String, of endpoint: String) -> Bool {
        // In the order in which a message moves on, so that one that moves meanwhile is found in the next box.
        [Box.held, .merged, .pending, .sent, .dead].contains { FileSystem.exists(path(endpoint, $0, id)) }
    }

    /// Writes down what became of a try.
    func update(_ entry: OutboxEntry, in box: Box = .pending) throws(PlatformError) {
        try DurableFile.write(entry.json, to: path(entry.endpoint, box, entry.id), replacing: true)
    }

    /// Moves the message from one box to another, for good.
    func move(_ id: String, of endpoint: String, from source: Box, to target: Box) throws(PlatformError) {
        try DurableFile.rename(from: path(endpoint, source, id), to: path(endpoint, target, id), replacing: true)
    }

    /// Moves pending messages to `sent`, for good and together.
    ///
    /// - Returns: those that could not be moved, and why.
    /// - Throws: where nothing is certain of any of them.
    func settle(_ ids: [String], of endpoint: String) throws(PlatformError) -> [String: PlatformError] {
        let names = ids.map { $0 + ".json" }
        let failures = try DurableFile.rename(names, from: path(endpoint, .pending), to: path(endpoint, .sent))
        return Dictionary(failures.map { (String($0.name.dropLast(5)), $0.error) }) { first, _ in first }
    }

    /// The names in a box, in no order; none where there is no such box.
    func identifiers(_ endpoint: String, _ box: Box) -> [String] {
        let entries = (try? FileSystem.list(path(endpoint, box))) ?? []
        return entries.map(\.name).filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }
    }

    /// The message `id`.
    ///
    /// - Throws: where the file is gone, cannot be read or is damaged.
    func entry(_ id: String, of endpoint: String, in box: Box) throws(OutboxError) -> OutboxEntry {
        let path = path(endpoint, box, id)
        do {
            return try OutboxEntry(json: try FileSystem.read(path, limit: 1 << 20))
        } catch let error as PlatformError {
            throw .unreadable(path: path, reason: error.description)
        } catch {
            throw .unreadable(path: path, reason: "is no message of the outbox; move it away, it is not sent")
        }
    }

    /// The endpoints that have a folder.
    var endpoints: [String] {
        let entries = (try? FileSystem.list(folder)) ?? []
        return entries.map(\.name).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// The boxes of `endpoint` into which others put what is to be delivered.
    package func inlets(_ endpoint: String) -> [String] { [path(endpoint, .pending), path(endpoint, .held)] }

    func path(_ endpoint: String, _ box: Box) -> String { folder + "/" + endpoint + "/" + box.rawValue }

    func path(_ endpoint: String, _ box: Box, _ id: String) -> String { path(endpoint, box) + "/" + id + ".json" }

    private func removeTemporaries(in folder: String, writtenBefore latest: Int) throws(PlatformError) {
        guard FileSystem.exists(folder) else { return }
        for entry in try FileSystem.list(folder) where entry.name.hasPrefix(DurableFile.temporaryPrefix) {
            let path = folder + "/" + entry.name
            // One that its writer has just renamed is none of ours.
            guard let written = (try? FileSystem.status(of: path))?.modified, written < latest else { continue }
            try FileSystem.remove(path)
        }
    }
}

/// Which message at which endpoint.
package struct OutboxName: Sendable, Hashable {
    package var endpoint: String
    package var id: String
}

/// What can be wrong with the outbox when somebody asks it.
package enum OutboxError: Error, Sendable, Equatable {
    case unreadable(path: String, reason: String)
    case unknown(id: String)
}

extension OutboxError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreadable(let path, let reason): "\(path): \(reason)"
        case .unknown(let id): "\(id): no such message in the outbox; see gouji messages"
        }
    }
}
