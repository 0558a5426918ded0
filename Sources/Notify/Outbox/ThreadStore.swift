internal import Bytes
internal import FoundationEssentials
internal import Platform

/// What each endpoint was told last in each thread: a small file for each of the two in `outbox/.threads`.
///
/// Endpoints differ in what they want, so that what is news to one is none to another. The files say nothing that the
/// messages do not, so that a lost or damaged one is made again from them. A message is always written before the
/// thread's file: a crash between the two makes the same message again, which is then found in the outbox.
struct ThreadStore: Sendable {
    let outbox: Outbox

    /// The last message of the thread: its type and what it said.
    struct State: Codable, Equatable {
        var type: MessageType
        var mark: ThreadMark

        /// Whether a report was said to be missing and has not come.
        var isOpen: Bool { type == .overdue && !mark.errors.isEmpty }
    }

    /// A thread, as one endpoint sees it.
    struct Line: Hashable {
        var endpoint: String
        var key: ThreadKey
    }

    /// Makes the folder; where it was not there, or is of a version that knew no endpoints, from the messages.
    func prepare() throws(PlatformError) {
        if FileSystem.exists(folder) {
            let old = try FileSystem.list(folder).map(\.name).filter(Self.isOld)
            if !old.isEmpty { for (line, state) in statesFromMessages() { try save(state, of: line.endpoint) } }
            for name in old { try FileSystem.remove(folder + "/" + name) }
            return
        }
        // Complete before it has its name: a folder that is there is trusted.
        let temporary = folder + ".tmp"
        try FileSystem.makeDirectory(temporary)
        for (line, state) in statesFromMessages() {
            try DurableFile.write(bytes(state), to: temporary + "/" + name(line), replacing: true)
        }
        try DurableFile.rename(from: temporary, to: folder)
    }

    /// What `endpoint` was told last in the thread `key`, or nil where that was nothing.
    func state(_ key: ThreadKey, of endpoint: String) -> State? {
        let line = Line(endpoint: endpoint, key: key)
        guard let bytes = try? FileSystem.read(path(line), limit: 1 << 20) else {
            return FileSystem.exists(path(line)) ? statesFromMessages()[line] : nil
        }
        return (try? JSONDecoder().decode(State.self, from: Data(bytes))) ?? statesFromMessages()[line]
    }

    func save(_ state: State, of endpoint: String) throws(PlatformError) {
        let line = Line(endpoint: endpoint, key: state.mark.key)
        try DurableFile.write(bytes(state), to: path(line), replacing: true)
    }

    /// The last message of each thread that is in the outbox: that of the highest revision.
    private func statesFromMessages() -> [Line: State] {
        var states: [Line: State] = [:]
        for item in outbox.list() {
            guard let mark = item.entry.thread else { continue }
            let line = Line(endpoint: item.entry.endpoint, key: mark.key)
            if let known = states[line], !mark.isLater(than: known.mark) { continue }
            states[line] = State(type: item.entry.type, mark: mark)
        }
        return states
    }

    private var folder: String { outbox.folder + "/.threads" }

    private func path(_ line: Line) -> String { folder + "/" + name(line) }

    private func name(_ line: Line) -> String {
        let key = line.key
        return Envelope.digest([key.agency, String(key.year), key.kind]) + "." + line.endpoint + ".json"
    }

    /// Whether a file's name has no endpoint in it.
    private static func isOld(_ name: String) -> Bool { name.split(separator: ".").count == 2 && !name.hasPrefix(".") }

    private func bytes(_ state: State) -> [UInt8] {
        var writer = JSONWriter(pretty: true)
        writer.object { writer in
            writer.member("type", state.type.rawValue)
            writer.key("mark")
            Optional(state.mark).write(to: &writer)
        }
        writer.endLine()
        return writer.bytes
    }
}
