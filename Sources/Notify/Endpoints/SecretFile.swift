internal import Glibc
internal import Platform

/// What an endpoint must keep to itself, in a file or in a systemd credential.
struct SecretFile {
    /// Without the line end.
    let text: String
    /// Where it was read, for errors.
    let path: String

    /// What stands in `file`, or in the credential of that name; nil where neither is named.
    ///
    /// - Throws: where it cannot be read, is empty, or others may read or change the file.
    static func read(
        file: String?,
        credential: String?,
        of endpoint: EndpointSettings
    ) throws(EndpointError) -> SecretFile? {
        if let file { return try read(file, endpoint, isCredential: false) }
        guard let credential else { return nil }
        guard let folder = unsafe getenv("CREDENTIALS_DIRECTORY") else {
            throw .noCredentials(endpoint: endpoint.name, credential: credential)
        }
        return try read(unsafe String(cString: folder) + "/" + credential, endpoint, isCredential: true)
    }

    private static func read(
        _ path: String,
        _ endpoint: EndpointSettings,
        isCredential: Bool
    ) throws(EndpointError) -> SecretFile {
        let bytes: [UInt8]
        let mode: UInt32
        do throws(PlatformError) {
            // Mode and bytes of one and the same file.
            let file = try OwnedDescriptor.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
            mode = try file.status().mode
            bytes = try file.readAll(limit: 4096)
        } catch {
            throw .unreadableSecret(endpoint: endpoint.name, reason: error.description)
        }
        // systemd answers for the mode of its own.
        if !isCredential, mode & 0o027 != 0 { throw .exposedSecret(endpoint: endpoint.name, path: path) }
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        guard lines.count == 1 else { throw .notOneLine(endpoint: endpoint.name, path: path) }
        return SecretFile(text: String(lines[0]), path: path)
    }
}

extension EndpointSettings {
    /// Its address, wherever that stands.
    func loadAddress() throws(EndpointError) -> EndpointAddress {
        let secret = try SecretFile.read(file: urlFile, credential: urlCredential, of: self)
        return try EndpointAddress(self, text: secret?.text.trimmed)
    }

    /// Its secret as it stands, or nil.
    func loadSecret() throws(EndpointError) -> String? {
        try SecretFile.read(file: secretFile, credential: credential, of: self)?.text
    }

    /// The certificates that are to be trusted, looked at here because libcurl would complain with each message.
    func checkAuthorities() throws(EndpointError) {
        guard let path = tls.authorityFile else { return }
        do throws(PlatformError) {
            let bytes = try OwnedDescriptor.open(path, O_RDONLY | O_NONBLOCK).readAll(limit: 4 << 20)
            guard String(decoding: bytes, as: UTF8.self).contains("-----BEGIN CERTIFICATE-----") else {
                throw PlatformError(operation: "read certificates in", path: path, errno: EINVAL)
            }
        } catch {
            throw .unreadableAuthorities(endpoint: name, reason: error.description)
        }
    }
}
