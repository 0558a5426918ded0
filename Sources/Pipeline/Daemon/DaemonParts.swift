package import Archive
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
    /// The agencies that have several names.
    package var agencies: AgencyNames
    /// The texts of the archive, to find those that are nearly alike; nil: they are not compared.
    package var resemblance: ResemblanceStore?

    package init(
        intake: IntakeSettings,
        reader: @escaping ReadReport,
        queue: any MessageQueue,
        agencies: AgencyNames = AgencyNames(),
        resemblance: ResemblanceStore? = nil
    ) {
        self.intake = intake
        self.reader = reader
        self.queue = queue
        self.agencies = agencies
        self.resemblance = resemblance
    }
}
