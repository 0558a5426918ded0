import CGumbo

/// The bare parse of a page: what reading it is held against.
enum GumboParse {
    static func run(_ input: Input) {
        var options = unsafe gouji_gumbo_options()
        unsafe input.bytes.withUnsafeBufferPointer { buffer in
            unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
                guard let base = characters.baseAddress,
                    let output = unsafe gumbo_parse_with_options(&options, base, characters.count)
                else { return }
                unsafe gumbo_destroy_output(&options, output)
            }
        }
    }
}
