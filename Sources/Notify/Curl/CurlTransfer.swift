internal import CCurl
internal import Glibc

/// How long a transfer may take.
package struct TransferLimits: Sendable {
    /// Milliseconds until a connection must stand.
    package var connect: Int
    /// Milliseconds for the whole.
    package var whole: Int

    package init(connect: Int = 10_000, whole: Int = 30_000) {
        self.connect = connect
        self.whole = whole
    }
}

/// One transfer at a time over a libcurl easy handle, which is used again and again.
@safe
final class CurlTransfer {
    let handle: UnsafeMutableRawPointer
    /// libcurl writes here at any time while it uses the handle.
    private let errorText: UnsafeMutablePointer<CChar>
    /// Headers of a request, or recipients of a mail.
    private var list: UnsafeMutablePointer<curl_slist>?
    /// What of a mail is still to be sent.
    private var unsent: ArraySlice<UInt8> = []
    private var guardian = AddressGuard(isLoopbackHost: false, isLoopbackOnly: true)
    private var answer: [UInt8] = []
    private var isAnswerTooLong = false
    private var isAddressRefused = false

    /// An answer longer than this is not read to its end.
    private static let maximumAnswer = 65_536

    init?() {
        guard let handle = unsafe curl_easy_init() else { return nil }
        unsafe self.handle = unsafe handle
        unsafe errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit {
        unsafe curl_easy_cleanup(handle)
        unsafe curl_slist_free_all(list)
        unsafe errorText.deallocate()
    }

    /// By which `CurlMulti.nextDone` names it.
    var key: UInt { unsafe UInt(bitPattern: handle) }

    /// Makes the handle ready for `request`.
    ///
    /// - Returns: whether libcurl took every option; a transfer with one missing must not run.
    func prepare(_ request: TransferRequest, limits: TransferLimits) -> Bool {
        unsafe curl_easy_reset(handle)
        unsafe curl_slist_free_all(list)
        unsafe list = nil
        guardian = request.address.guardian
        answer = []
        isAnswerTooLong = false
        isAddressRefused = false
        unsafe errorText[0] = 0
        return set(CURLOPT_URL, request.url ?? request.address.url) && setContent(request.content)
            && setLimits(limits) && setSafety(scheme: request.address.scheme) && setTLS(request) && setCallbacks()
    }

    private func setContent(_ content: TransferRequest.Content) -> Bool {
        switch content {
        case .post(let headers, let body): setPost(headers, body)
        case .mail(let mail): setMail(mail)
        }
    }

    private func setPost(_ headers: [String], _ body: [UInt8]) -> Bool {
        setSize(CURLOPT_POSTFIELDSIZE_LARGE, body.count)
            && setBytes(CURLOPT_COPYPOSTFIELDS, body)
            && setList(CURLOPT_HTTPHEADER, headers)
            && set(CURLOPT_USERAGENT, "gouji")
            // One message a connection at a time: nothing is gained by HTTP/2, and a class of faults is gone.
            && set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
    }

    private func setMail(_ mail: TransferRequest.Mail) -> Bool {
        unsent = mail.bytes[...]
        let account = mail.account.map {
            set(CURLOPT_USERNAME, $0.name) && set(CURLOPT_PASSWORD, $0.password)
        }
        return set(CURLOPT_UPLOAD, 1)
            && setSize(CURLOPT_INFILESIZE_LARGE, mail.bytes.count)
            && set(CURLOPT_MAIL_FROM, mail.from)
            && setList(CURLOPT_MAIL_RCPT, mail.to)
            // A mail server is not kept waiting: it would complain of us in its log.
            && set(CURLOPT_FORBID_REUSE, 1)
            && account ?? true
            && setMailCallbacks()
    }

    private func setMailCallbacks() -> Bool {
        let codes = unsafe [
            // One address that is refused must not keep the mail from the others.
            gouji_curl_allow_refused_recipients(handle),
            gouji_curl_setopt_read(handle, sendMail),
            gouji_curl_setopt_pointer(handle, CURLOPT_READDATA, context),
            gouji_curl_setopt_header(handle, receiveReply),
            gouji_curl_setopt_pointer(handle, CURLOPT_HEADERDATA, context),
        ]
        return codes.allSatisfy { $0 == CURLE_OK }
    }

    private func setLimits(_ limits: TransferLimits) -> Bool {
        set(CURLOPT_CONNECTTIMEOUT_MS, limits.connect)
            && set(CURLOPT_TIMEOUT_MS, limits.whole)
            && set(CURLOPT_LOW_SPEED_LIMIT, 1)
            && set(CURLOPT_LOW_SPEED_TIME, 15)
            && set(CURLOPT_DNS_CACHE_TIMEOUT, 60)
            && set(CURLOPT_MAXAGE_CONN, 60)
            // Certificates are checked only when a connection is made.
            && set(CURLOPT_MAXLIFETIME_CONN, 3_600)
            && set(CURLOPT_TCP_KEEPALIVE, 1)
            // A name server that hangs must not hold up the end of the process.
            && set(CURLOPT_QUICK_EXIT, 1)
    }

    private func setSafety(scheme: String) -> Bool {
        // Signals are the process's own affair; it ignores SIGPIPE.
        set(CURLOPT_NOSIGNAL, 1)
            && set(CURLOPT_FOLLOWLOCATION, 0)
            && set(CURLOPT_PROTOCOLS_STR, scheme)
            && set(CURLOPT_SSL_VERIFYPEER, 1)
            && set(CURLOPT_SSL_VERIFYHOST, 2)
            && set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
            && set(CURLOPT_NETRC, 0)
            // Empty, or else the environment would choose a proxy.
            && set(CURLOPT_PROXY, "")
    }

    private func setTLS(_ request: TransferRequest) -> Bool {
        let authorities = request.tls.authorityFile.map { set(CURLOPT_CAINFO, $0) }
        let pin = request.tls.pin.map { set(CURLOPT_PINNEDPUBLICKEY, $0) }
        let isUpgraded = request.address.scheme == "smtp" && request.tls.startTLS == .required
        // All: where the server does not offer it, nothing is said to it.
        let upgrade = isUpgraded ? set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue)) : nil
        return authorities ?? true && pin ?? true && upgrade ?? true
    }

    /// libcurl does not take a copy: it is kept until the next request.
    private func setList(_ option: CURLoption, _ texts: [String]) -> Bool {
        for text in texts { unsafe list = curl_slist_append(list, text) }
        return unsafe gouji_curl_setopt_list(handle, option, list) == CURLE_OK
    }

    private var context: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

    private func setCallbacks() -> Bool {
        let codes = unsafe [
            gouji_curl_setopt_write(handle, receiveAnswer),
            gouji_curl_setopt_pointer(handle, CURLOPT_WRITEDATA, context),
            gouji_curl_setopt_opensocket(handle, openSocket),
            gouji_curl_setopt_pointer(handle, CURLOPT_OPENSOCKETDATA, context),
            gouji_curl_setopt_pointer(handle, CURLOPT_ERRORBUFFER, errorText),
        ]
        return codes.allSatisfy { $0 == CURLE_OK }
    }

    /// What came of the transfer that ended with `code`.
    func response(_ code: CURLcode) -> TransferResponse {
        var status = 0
        var wait: curl_off_t = 0
        unsafe _ = gouji_curl_getinfo_long(handle, CURLINFO_RESPONSE_CODE, &status)
        unsafe _ = gouji_curl_getinfo_offset(handle, CURLINFO_RETRY_AFTER, &wait)
        let time = unsafe gouji_curl_server_time(handle)
        // An answer that goes on for ever has said what it had to say in its first line.
        let isWhole = code == CURLE_OK || code == CURLE_WRITE_ERROR && isAnswerTooLong
        return TransferResponse(
            status: status,
            error: isWhole ? nil : reason(code),
            isLoginRefused: code == CURLE_LOGIN_DENIED,
            answer: answer,
            // Negative for a date that is past, in this version of libcurl.
            retryAfter: wait > 0 ? Double(wait) : nil,
            serverTime: time < 0 ? nil : Double(time)
        )
    }

    private func reason(_ code: CURLcode) -> String {
        if isAddressRefused { return "the address that the name leads to is not allowed" }
        let detail = unsafe String(cString: errorText)
        return unsafe detail.isEmpty ? String(cString: curl_easy_strerror(code)) : detail
    }

    func receive(_ bytes: UnsafeRawBufferPointer) -> Int {
        unsafe answer.append(contentsOf: bytes.prefix(Self.maximumAnswer - answer.count))
        isAnswerTooLong = answer.count >= Self.maximumAnswer
        return isAnswerTooLong ? 0 : bytes.count
    }

    /// Of the replies of a mail server those that refuse something are kept.
    func receive(reply: UnsafeRawBufferPointer) -> Int {
        let isRefusal = unsafe reply.first == UInt8(ascii: "4") || reply.first == UInt8(ascii: "5")
        if isRefusal, answer.count + reply.count <= Self.maximumAnswer {
            unsafe answer.append(contentsOf: reply)
        }
        return reply.count
    }

    func send(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let piece = unsent.prefix(buffer.count)
        unsafe buffer.copyBytes(from: piece)
        unsent = unsent.dropFirst(piece.count)
        return piece.count
    }

    func allows(_ address: [UInt8]) -> Bool {
        let isAllowed = guardian.allows(address)
        if !isAllowed { isAddressRefused = true }
        return isAllowed
    }

    private func set(_ option: CURLoption, _ value: Int) -> Bool {
        unsafe gouji_curl_setopt_long(handle, option, value) == CURLE_OK
    }

    private func set(_ option: CURLoption, _ value: String) -> Bool {
        unsafe gouji_curl_setopt_string(handle, option, value) == CURLE_OK
    }

    private func setSize(_ option: CURLoption, _ value: Int) -> Bool {
        unsafe gouji_curl_setopt_offset(handle, option, curl_off_t(value)) == CURLE_OK
    }

    /// libcurl takes a copy.
    private func setBytes(_ option: CURLoption, _ bytes: [UInt8]) -> Bool {
        var bytes = bytes
        return unsafe bytes.withUnsafeMutableBytes { buffer in
            unsafe gouji_curl_setopt_pointer(handle, option, buffer.baseAddress) == CURLE_OK
        }
    }
}
