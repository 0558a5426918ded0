package import Intake
package import Model

/// Reads and judges one file.
///
/// The bytes; where they came from, with what a sidecar says; when they were taken in, as RFC 3339 has it.
package typealias ReadReport = @Sendable ([UInt8], Source, String) -> Reading

/// What the daemon works with, and what a reload may replace.
package struct DaemonParts: Sendable {
    package var intake: IntakeSettings
    package var reader: ReadReport
    package var queue: any MessageQueue

    package init(intake: IntakeSettings, reader: @escaping ReadReport, queue: any MessageQueue) {
        self.intake = intake
        self.reader = reader
        self.queue = queue
    }
}
