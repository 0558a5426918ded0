internal import Platform

/// What is remembered of an endpoint that is down, so that a restart does not begin its story anew.
extension Outbox {
    /// Notes that the endpoint is down since `moment`, in seconds since 1970; only a note, so that a disk that refuses it
    /// changes nothing.
    func markDown(_ endpoint: String, since moment: Double) {
        try? DurableFile.write(Array("\(Int(moment))\n".utf8), to: downMark(endpoint), replacing: true)
    }

    func clearDown(_ endpoint: String) {
        try? FileSystem.remove(downMark(endpoint))
    }

    /// Since when the endpoint has been down, in seconds since 1970; nil: it is not.
    func downSince(_ endpoint: String) -> Double? {
        guard let bytes = try? FileSystem.read(downMark(endpoint), limit: 64) else { return nil }
        return Double(String(decoding: bytes, as: UTF8.self).prefix { $0 != "\n" })
    }

    /// Notes that the endpoint answers again, and that what has waited goes to it little by little.
    func markRecovering(_ endpoint: String) {
        try? DurableFile.write([], to: recoveryMark(endpoint), replacing: true)
    }

    func clearRecovering(_ endpoint: String) {
        try? FileSystem.remove(recoveryMark(endpoint))
    }

    func isRecovering(_ endpoint: String) -> Bool { FileSystem.exists(recoveryMark(endpoint)) }

    private func recoveryMark(_ endpoint: String) -> String { folder + "/" + endpoint + "/.recovering" }

    private func downMark(_ endpoint: String) -> String { folder + "/" + endpoint + "/.down" }
}
