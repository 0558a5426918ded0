internal import Glibc
internal import Platform

/// What an endpoint must keep to itself, in a file or in a systemd credential.
struct SecretFile {
    /// Which of an endpoint's secrets.
    enum Matter {
        case address
        case secret
        case previousSecret
    }

    /// Without the line end.
    let text: String
    /// Where it was read, for errors.
    let path: String
    /// The key that names it.
    let key: String

    /// What stands in the file or in the credential that the endpoint names for `matter`; nil where it names neither.
    ///
    /// - Throws: where it cannot be read, is empty, or others may read or change the file.
    static func read(_ matter: Matter, of endpoint: EndpointSettings) throws(EndpointError) -> SecretFile? {
        let (file, credential) = endpoint.source(of: matter)
        let keys = matter.keys
        if let file { return try read(file, keys.file, endpoint, isCredential: false) }
        guard let credential else { return nil }
        guard let folder = unsafe getenv("CREDENTIALS_DIRECTORY") else {
            throw endpoint.located(
                .noCredentials(endpoint: endpoint.name, credential: credential),
                at: keys.credential
            )
        }
        let path = unsafe String(cString: folder) + "/" + credential
        return try read(path, keys.credential, endpoint, isCredential: true)
    }

    private static func read(
        _ path: String,
        _ key: String,
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
            throw endpoint.located(.unreadableSecret(endpoint: endpoint.name, reason: error.description), at: key)
        }
        // systemd answers for the mode of its own.
        if !isCredential, mode & 0o027 != 0 {
            throw endpoint.located(.exposedSecret(endpoint: endpoint.name, path: path), at: key)
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        guard lines.count == 1 else {
            throw endpoint.located(.notOneLine(endpoint: endpoint.name, path: path), at: key)
        }
        return SecretFile(text: String(lines[0]), path: path, key: key)
    }
}

extension SecretFile.Matter {
    /// The keys of the configuration that name where it is.
    fileprivate var keys: (file: String, credential: String) {
        switch self {
        case .address: ("url_file", "url_credential")
        case .secret: ("secret_file", "credential")
        case .previousSecret: ("previous_secret_file", "previous_credential")
        }
    }
}

extension EndpointSettings {
    fileprivate func source(of matter: SecretFile.Matter) -> (file: String?, credential: String?) {
        switch matter {
        case .address: (urlFile, urlCredential)
        case .secret: (secretFile, credential)
        case .previousSecret: (previousSecretFile, previousCredential)
        }
    }

    /// An error about what `key` names, with the line of the configuration that is to be mended.
    func located(_ error: EndpointError, at key: String) -> EndpointError {
        places[key].map { .named(place: $0, error) } ?? error
    }

    /// Its address, wherever that stands.
    func loadAddress() throws(EndpointError) -> EndpointAddress {
        guard let secret = try SecretFile.read(.address, of: self) else { return try EndpointAddress(self) }
        do throws(EndpointError) {
            return try EndpointAddress(self, text: secret.text.trimmed)
        } catch {
            throw located(error, at: secret.key)
        }
    }

    /// Its secret as it stands, or nil.
    func loadSecret() throws(EndpointError) -> String? {
        try SecretFile.read(.secret, of: self)?.text
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
            throw located(.unreadableAuthorities(endpoint: name, reason: error.description), at: "ca_file")
        }
    }
}
