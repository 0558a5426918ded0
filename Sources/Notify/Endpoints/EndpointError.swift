/// Why an endpoint cannot be used as it is configured; no text shows an address or a secret.
package enum EndpointError: Error, Sendable, Equatable {
    case malformedAddress(endpoint: String)
    case unsupportedScheme(endpoint: String, scheme: String)
    case plainHTTP(endpoint: String)
    case unreadableSecret(endpoint: String, reason: String)
    case exposedSecret(endpoint: String, path: String)
    case malformedSecret(endpoint: String, path: String)
    case noCredentials(endpoint: String, credential: String)
    case unknown(endpoint: String)
    case notOneLine(endpoint: String, path: String)
    case openPassword(endpoint: String)
    case unreadableAuthorities(endpoint: String, reason: String)
    /// libcurl does not start.
    case noTransport
    /// It is about a file that the configuration names at `place`, `FILE:LINE`.
    indirect case named(place: String, EndpointError)

    /// What is wrong, wherever the configuration is to be mended.
    package var cause: EndpointError {
        if case .named(_, let error) = self { error.cause } else { self }
    }
}

extension EndpointError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .malformedAddress(let name): "endpoint \(name): url is no URL; write https://HOST/PATH"
        case .unsupportedScheme(let name, let scheme):
            "endpoint \(name): url begins with \(scheme):, which is not https"
        case .plainHTTP(let name):
            "endpoint \(name): url is plain http to another machine; use https, or set allow_http = true"
        case .unreadableSecret(let name, let reason):
            "endpoint \(name): no secret: \(reason); mend secret_file or credential, or the file"
        case .exposedSecret(let name, let path):
            "endpoint \(name): \(path): others may read or change the secret; chmod 640 it"
        case .malformedSecret(let name, let path):
            "endpoint \(name): \(path): holds no secret; write whsec_ and base64 into it"
        case .noCredentials(let name, let credential):
            "endpoint \(name): no credential \(credential): CREDENTIALS_DIRECTORY is not set; use LoadCredential= in the unit"
        case .noTransport: "libcurl does not start; is the machine out of memory?"
        case .notOneLine(let name, let path): "endpoint \(name): \(path): must hold one line, the secret"
        case .openPassword(let name):
            "endpoint \(name): the password could be read on its way; remove starttls = \"none\""
        case .unreadableAuthorities(let name, let reason):
            "endpoint \(name): no certificates to trust: \(reason); mend ca_file, or the file"
        case .named(let place, let error): "\(place): \(error)"
        case .unknown(let name): "endpoint \(name): is not in the configuration"
        }
    }
}
