internal import CZlib

/// zlib's decompression: the only file that knows zlib.
@safe
struct Inflater: ~Copyable {
    /// What frames the packed bytes.
    enum Frame: Int32 {
        case gzip = 31
        case zlib = 15
        case none = -15
    }

    /// How a step ended.
    enum Step {
        /// All input is used up, or all room is filled.
        case more
        /// The end of the packed data.
        case end
        case damaged
    }

    private let stream: UnsafeMutablePointer<z_stream>

    /// nil where there is no memory for it.
    init?(_ frame: Frame) {
        guard let stream = unsafe gouji_inflate_open(frame.rawValue) else { return nil }
        unsafe self.stream = stream
    }

    deinit { unsafe gouji_inflate_close(stream) }

    /// Makes ready for the next member of a gzip file.
    func reset() { _ = unsafe inflateReset(stream) }

    /// Unpacks `input` from `start` on, which moves past what was used, and appends at most `room` bytes to `output`.
    func unpack(_ input: [UInt8], from start: inout Int, to output: inout [UInt8], room: Int) -> Step {
        var status = Z_OK
        var left = 0
        unsafe input.withUnsafeBufferPointer { packed in
            output.append(addingCapacity: room) { span in
                unsafe span.withUnsafeMutableBufferPointer { buffer, count in
                    unsafe stream.pointee.next_in = UnsafeMutablePointer(
                        mutating: packed.baseAddress?.advanced(by: start)
                    )
                    unsafe stream.pointee.avail_in = UInt32(clamping: packed.count - start)
                    unsafe stream.pointee.next_out = buffer.baseAddress
                    unsafe stream.pointee.avail_out = UInt32(clamping: buffer.count)
                    status = unsafe inflate(stream, Z_NO_FLUSH)
                    left = Int(unsafe stream.pointee.avail_in)
                    count = buffer.count - Int(unsafe stream.pointee.avail_out)
                }
            }
        }
        start = input.count - left
        switch status {
        case Z_OK, Z_BUF_ERROR: return .more
        case Z_STREAM_END: return .end
        default: return .damaged
        }
    }
}
