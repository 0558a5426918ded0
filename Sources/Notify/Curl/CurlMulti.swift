internal import CCurl

/// libcurl's multi handle: one thread drives it, any thread may wake that one up.
@safe
final class CurlMulti: @unchecked Sendable {
    // Only curl_multi_wakeup is ever called from another thread, and that is what it is for.
    private let handle: UnsafeMutableRawPointer

    /// Nil where libcurl cannot start.
    init?() {
        curl_global_init(Int(CURL_GLOBAL_ALL))
        guard let handle = unsafe curl_multi_init() else { return nil }
        unsafe self.handle = unsafe handle
    }

    deinit {
        unsafe _ = curl_multi_cleanup(handle)
    }

    /// Ends the wait that is going on, or the next one.
    func wakeUp() {
        unsafe _ = curl_multi_wakeup(handle)
    }

    func add(_ transfer: CurlTransfer) -> Bool {
        unsafe curl_multi_add_handle(handle, transfer.handle) == CURLM_OK
    }

    func remove(_ transfer: CurlTransfer) {
        unsafe _ = curl_multi_remove_handle(handle, transfer.handle)
    }

    /// Moves all transfers on as far as they go without waiting.
    func perform() {
        var running: Int32 = 0
        unsafe _ = curl_multi_perform(handle, &running)
    }

    /// The next transfer that has ended, as the address of its handle, and how.
    func nextDone() -> (handle: UInt, code: CURLcode)? {
        var easy: UnsafeMutableRawPointer?
        var code = CURLE_OK
        guard unsafe gouji_curl_next_done(handle, &easy, &code) else { return nil }
        return (UInt(bitPattern: easy), code)
    }

    /// Sleeps until a transfer can go on, somebody calls `wakeUp`, or `milliseconds` have passed.
    func wait(milliseconds: Int32) {
        unsafe _ = curl_multi_poll(handle, nil, 0, milliseconds, nil)
    }
}
