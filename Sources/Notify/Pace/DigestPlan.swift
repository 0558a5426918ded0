internal import Bytes
internal import FoundationEssentials
import Platform

/// Which messages a digest stands for, written down before it is made.
///
/// Whatever the moment of a crash, the plan is carried out again and comes to the same digest: none of its messages is
/// lost, and none is told of twice.
struct DigestPlan: Codable, Equatable {
    /// In whole seconds since 1970.
    var created: Int
    /// The identifiers, in the order in which they came.
    var members: [String]

    var json: [UInt8] {
        var writer = JSONWriter(pretty: true)
        writer.object { writer in
            writer.key("created")
            writer.int(created)
            writer.key("members")
            writer.array(members) { $0.string($1) }
        }
        writer.endLine()
        return writer.bytes
    }
}

extension Outbox {
    /// The plan of the endpoint that was not yet carried out, or nil.
    func plan(_ endpoint: String) throws(PlatformError) -> DigestPlan? {
        guard FileSystem.exists(planPath(endpoint)) else { return nil }
        let bytes = try FileSystem.read(planPath(endpoint), limit: 1 << 22)
        // A plan is written whole or not at all; one that somebody has damaged is none, and its messages are held still.
        return try? JSONDecoder().decode(DigestPlan.self, from: Data(bytes))
    }

    func save(_ plan: DigestPlan, of endpoint: String) throws(PlatformError) {
        try DurableFile.write(plan.json, to: planPath(endpoint), replacing: true)
    }

    func removePlan(_ endpoint: String) throws(PlatformError) { try DurableFile.unlink(planPath(endpoint)) }

    private func planPath(_ endpoint: String) -> String { folder + "/" + endpoint + "/.digest" }

    /// Moves messages from one box to another, for good; those that are gone from the first are no error.
    func move(
        _ ids: some Sequence<String>,
        of endpoint: String,
        from source: Box,
        to target: Box
    ) throws(PlatformError) {
        for id in ids where FileSystem.exists(path(endpoint, source, id)) {
            try FileSystem.rename(path(endpoint, source, id), to: path(endpoint, target, id), replacing: true)
        }
        // The new names first: a crash between the two may leave both, never neither.
        try FileSystem.synchronize(directory: path(endpoint, target))
        try FileSystem.synchronize(directory: path(endpoint, source))
    }
}
