import Glibc

// `gouji-fuzz TARGET [libFuzzer's arguments]`: libFuzzer drives, and calls the target with each input.

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// Which decoder is fed; set once, before the fuzzer starts.
private nonisolated(unsafe) var chosen = FuzzTarget.text

@main
enum Fuzz {
    static func main() {
        guard CommandLine.arguments.count > 1, let target = FuzzTarget(rawValue: CommandLine.arguments[1]) else {
            let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: " ")
            print("gouji-fuzz: name a target (\(names)), then libFuzzer's arguments")
            exit(2)
        }
        unsafe chosen = target
        var count = CommandLine.argc - 1
        var arguments = unsafe CommandLine.unsafeArgv.advanced(by: 1)
        exit(
            unsafe runFuzzer(&count, &arguments) { data, length in
                unsafe chosen.run(Array(UnsafeBufferPointer(start: data, count: length)))
                return 0
            }
        )
    }
}
