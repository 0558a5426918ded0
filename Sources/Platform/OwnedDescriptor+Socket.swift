internal import Glibc

extension OwnedDescriptor {
    /// A new TCP socket over IPv4, close-on-exec; `path` is its name in errors.
    ///
    /// Here and not where it is used: with the run-time linked statically, `SOCK_STREAM` is not in scope beside libcurl's
    /// header (Swift 6.3.1).
    package static func streamSocket(_ path: String) throws(PlatformError) -> OwnedDescriptor {
        let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard number >= 0 else { throw .last("open a socket for", path) }
        return OwnedDescriptor(number, path: path)
    }
}
