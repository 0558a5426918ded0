internal import Bytes
internal import FoundationEssentials
internal import Platform

/// What the last message of each thread said: a small file a thread in `outbox/.threads`.
///
/// The files say nothing that the messages do not, so that a lost or damaged one is made again from them. A message is
/// always written before the thread's file: a crash between the two makes the same message again, which is then
/// found in the outbox.
struct ThreadStore: Sendable {
    let outbox: Outbox

    /// The last message of the thread: its type and what it said.
    struct State: Codable, Equatable {
        var type: MessageType
        var mark: ThreadMark
    }

    /// Makes the folder; where it was not there, makes the files from the messages.
    func prepare() throws(PlatformError) {
        guard !FileSystem.exists(folder) else { return }
        // Complete before it has its name: a folder that is there is trusted.
        let temporary = folder + ".tmp"
        try FileSystem.makeDirectory(temporary)
        for (key, state) in statesFromMessages() {
            try DurableFile.write(bytes(state), to: temporary + "/" + name(key), replacing: true)
        }
        try DurableFile.rename(from: temporary, to: folder)
    }

    /// The last message of `key`, or nil where there was none.
    func state(_ key: ThreadKey) -> State? {
        guard let bytes = try? FileSystem.read(path(key), limit: 1 << 20) else {
            return FileSystem.exists(path(key)) ? statesFromMessages()[key] : nil
        }
        return (try? JSONDecoder().decode(State.self, from: Data(bytes))) ?? statesFromMessages()[key]
    }

    func save(_ state: State) throws(PlatformError) {
        try DurableFile.write(bytes(state), to: path(state.mark.key), replacing: true)
    }

    /// The last message of each thread that is in the outbox: that of the highest revision.
    private func statesFromMessages() -> [ThreadKey: State] {
        var states: [ThreadKey: State] = [:]
        for item in outbox.list() {
            guard let mark = item.entry.thread else { continue }
            if let known = states[mark.key], !mark.isLater(than: known.mark) { continue }
            states[mark.key] = State(type: item.entry.type, mark: mark)
        }
        return states
    }

    private var folder: String { outbox.folder + "/.threads" }

    private func path(_ key: ThreadKey) -> String { folder + "/" + name(key) }

    private func name(_ key: ThreadKey) -> String {
        Envelope.digest([key.agency, String(key.year), key.kind]) + ".json"
    }

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
