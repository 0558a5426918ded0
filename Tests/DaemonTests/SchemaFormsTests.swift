import Forms
import Foundation
import TestSupport
import Testing

/// The identifiers of the published schema are those of the forms: neither has one that the other does not know.
struct SchemaFormsTests {
    private static let tables = Set(FormCatalog.all.flatMap(\.tables).map(\.id)).sorted()

    @Test func theSchemaKnowsTheFormsAndTheirSections() throws {
        let identity = try object("properties", "identity", "properties", "form")
        #expect(words(identity["enum"]) == Set(FormCatalog.all.map(\.identifier)))
        let section = try object("properties", "sections", "items", "properties", "id")
        #expect(words(section["enum"]) == Set(FormCatalog.all.flatMap(\.sections).map(\.id)))
    }

    @Test func theSchemaKnowsTheTables() throws {
        #expect(Set(try object("properties", "tables", "properties").keys) == Set(Self.tables))
    }

    @Test(arguments: tables)
    func theSchemaKnowsEachRowAndColumn(_ table: String) throws {
        let forms = FormCatalog.all.flatMap(\.tables).filter { $0.id == table }
        let rows = try object("$defs", table, "properties", "rows")
        let names = try #require(rows["propertyNames"] as? [String: Any])
        #expect(words(names["enum"]) == Set(forms.flatMap { $0.rows.map(\.id) + $0.mergedRows.map(\.row.id) }))
        for part in ["cells", "marks", "places"] {
            let path = [
                "$defs", table, "properties", "rows", "additionalProperties", "properties", part, "propertyNames",
            ]
            let columns = try object(path)
            #expect(words(columns["enum"]) == Set(forms.flatMap { $0.columns.map(\.id) }), "\(part)")
        }
    }

    private func object(_ path: String...) throws -> [String: Any] { try object(path) }

    private func object(_ path: [String]) throws -> [String: Any] {
        let file = Fixture.packageRoot.appending(path: "Schemas/gouji-report-1.schema.json")
        var place = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        for key in path { place = try #require(place[key] as? [String: Any], "\(key) of \(path)") }
        return place
    }

    private func words(_ value: Any?) -> Set<String> {
        Set((value as? [Any] ?? []).compactMap { $0 as? String })
    }
}
