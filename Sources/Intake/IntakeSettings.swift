/// How files are taken in: the table `[intake]` of the configuration.
package struct IntakeSettings: Sendable, Equatable {
    /// The drop folder; empty: `<state>/drop`. It must be on the state's file system.
    package var drop: String
    /// Bytes free in the state's file system below which nothing is claimed; 0: only what the file needs.
    package var minimumFree: Int
    /// Seconds that a file must be unchanged after it was closed; 0 takes it at once.
    package var settle: Double
    /// Seconds between full scans.
    package var rescan: Double
    /// The largest file that is read, in bytes.
    package var maximumBytes: Int

    package init(
        drop: String = "",
        minimumFree: Int = 67_108_864,
        settle: Double = 2,
        rescan: Double = 60,
        maximumBytes: Int = 20_971_520
    ) {
        self.drop = drop
        self.minimumFree = minimumFree
        self.settle = settle
        self.rescan = rescan
        self.maximumBytes = maximumBytes
    }
}
