internal import CZip

/// Takes single files out of a ZIP container. The only file that knows libzip.
enum ZipReader {
    enum Failure: Error, Equatable {
        case damaged
        case encrypted
        /// One of the files is larger unpacked than the limits allow.
        case tooLarge
    }

    /// What one file may be, unpacked.
    struct Limits {
        var bytes = 20 << 20
        /// How many times its packed size.
        var expansion = 100
    }

    /// The files of the container that `isWanted` picks by their names, unpacked.
    static func files(
        of container: [UInt8],
        limits: Limits = Limits(),
        where isWanted: (String) -> Bool
    ) throws(Failure) -> [String: [UInt8]] {
        // libzip reads from the buffer as long as the archive is open: both end inside this closure.
        let result = unsafe container.withUnsafeBytes { raw -> Result<[String: [UInt8]], Failure> in
            guard let source = unsafe zip_source_buffer_create(raw.baseAddress, UInt64(raw.count), 0, nil) else {
                return .failure(.damaged)
            }
            guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, nil) else {
                unsafe zip_source_free(source)
                return .failure(.damaged)
            }
            defer { unsafe zip_discard(archive) }
            return Result { () throws(Failure) in try unsafe files(in: archive, limits, isWanted) }
        }
        return try result.get()
    }

    private static func files(
        in archive: OpaquePointer,
        _ limits: Limits,
        _ isWanted: (String) -> Bool
    ) throws(Failure) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for index in 0..<UInt64(max(0, unsafe zip_get_num_entries(archive, 0))) {
            guard let raw = unsafe zip_get_name(archive, index, 0) else { continue }
            let name = unsafe String(cString: raw)
            guard isWanted(name), files[name] == nil else { continue }
            files[name] = try unsafe file(index, in: archive, limits)
        }
        return files
    }

    private static func file(_ index: UInt64, in archive: OpaquePointer, _ limits: Limits) throws(Failure) -> [UInt8] {
        var status = unsafe zip_stat_t()
        guard unsafe zip_stat_index(archive, index, 0, &status) == 0 else { throw .damaged }
        guard unsafe status.encryption_method == ZIP_EM_NONE else { throw .encrypted }
        let packed = unsafe Int(clamping: status.comp_size)
        let size = unsafe Int(clamping: status.size)
        guard size <= limits.bytes, size / limits.expansion <= packed else {
            throw .tooLarge
        }
        guard let file = unsafe zip_fopen_index(archive, index, 0) else { throw .damaged }
        defer { _ = unsafe zip_fclose(file) }
        // The sizes are the container's own words: one byte of room more shows whether they are true.
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
            count = max(0, Int(unsafe zip_fread(file, buffer.baseAddress, UInt64(size + 1))))
        }
        guard bytes.count == size else { throw .damaged }
        return bytes
    }
}
