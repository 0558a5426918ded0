internal import CCurl

/// An address taken apart as libcurl does it, so that what is checked is what is used.
struct CurlURL: Sendable {
    let scheme: String
    let host: String
    let path: String?
    let query: String?
    let user: String?
    let password: String?

    /// Nil where `text` is no absolute URL.
    init?(_ text: String) {
        guard let handle = unsafe curl_url() else { return nil }
        defer { unsafe curl_url_cleanup(handle) }
        guard unsafe curl_url_set(handle, CURLUPART_URL, text, 0) == CURLUE_OK,
            let scheme = unsafe Self.part(handle, CURLUPART_SCHEME), let host = unsafe Self.part(handle, CURLUPART_HOST)
        else { return nil }
        self.scheme = scheme
        self.host = host
        path = unsafe Self.part(handle, CURLUPART_PATH)
        query = unsafe Self.part(handle, CURLUPART_QUERY)
        user = unsafe Self.part(handle, CURLUPART_USER)
        password = unsafe Self.part(handle, CURLUPART_PASSWORD)
    }

    private static func part(_ handle: OpaquePointer, _ part: CURLUPart) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        guard unsafe curl_url_get(handle, part, &text, 0) == CURLUE_OK, let found = unsafe text else { return nil }
        defer { unsafe curl_free(found) }
        return unsafe String(cString: found)
    }
}
