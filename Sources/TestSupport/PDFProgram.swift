import Foundation

/// The program that reading PDF needs.
package enum PDFProgram {
    package static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")
}
