/// Why the daemon cannot start; one sentence with the remedy.
package enum DaemonError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Another process holds the lock of the state directory.
    case alreadyRunning(state: String)
    /// Another process delivers the messages of the state directory.
    case alreadyDelivering(state: String)
    /// A file cannot be renamed from the drop folder into the state directory.
    case notOneFileSystem(drop: String, state: String)

    package var description: String {
        switch self {
        case .alreadyRunning(let state):
            "\(state): another gouji watch is running on this state directory; stop it first, or use another --state"
        case .alreadyDelivering(let state):
            "\(state): another process delivers messages from this state directory; run gouji watch --no-deliver beside "
                + "gouji deliver, or gouji watch alone"
        case .notOneFileSystem(let drop, let state):
            "\(drop): not on the file system of \(state), or another mount of it; set intake.drop to a folder that is"
        }
    }
}
