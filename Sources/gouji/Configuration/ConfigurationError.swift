/// A configuration that is refused: the file, the line where that is known, what is wrong and what to do.
struct ConfigurationError: Error, Equatable {
    /// The file as it was named.
    var file: String
    /// From 1; nil where the whole file is meant.
    var line: Int?
    /// What is wrong and the remedy, one line, without any value that may be secret.
    var message: String
}

extension ConfigurationError: CustomStringConvertible {
    /// `FILE:LINE: message`, as compilers write it, so that editors can jump there.
    var description: String {
        if let line { return "\(file):\(line): \(message)" }
        return "\(file): \(message)"
    }
}
