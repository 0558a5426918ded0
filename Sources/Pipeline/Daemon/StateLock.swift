internal import Glibc
internal import Platform

/// The locks of a state directory: one process takes files in, one delivers.
enum StateLock {
    /// Takes the lock; `refusal` where another process holds it.
    static func take(_ path: String, else refusal: DaemonError) throws -> LockFile {
        var triesLeft = 5
        while true {
            do throws(PlatformError) {
                return try LockFile(path)
            } catch {
                guard error.errno == EWOULDBLOCK else { throw error }
                guard triesLeft > 0 else { throw refusal }
                // `gouji status` holds it for the moment in which it looks whether anybody does.
                triesLeft -= 1
                usleep(20_000)
            }
        }
    }
}
