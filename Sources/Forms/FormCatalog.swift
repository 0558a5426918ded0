/// Every form, oldest first.
package enum FormCatalog {
    package static let all: [Form] = [.form2008, .form2014, .form2019, .form2021]

    package static func form(_ identifier: String?) -> Form? { all.first { $0.identifier == identifier } }
}
