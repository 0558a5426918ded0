import Forms
import Testing

extension Form: CustomTestStringConvertible {
    /// The identifier alone: a form printed in full fills a screen for every case.
    public var testDescription: String { identifier }
}
