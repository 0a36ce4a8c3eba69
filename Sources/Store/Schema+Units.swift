import Database

extension SchemaStep {
  /// Since when and until when a unit is there, what it was called before, what became of it, and who put it down.
  static let unitLife = SchemaStep(
    "017-unit-life",
    [
      // ISO 8601; empty where it is not known, or has not come.
      Command("ALTER TABLE unit ADD COLUMN opened_on TEXT NOT NULL DEFAULT ''"),
      Command("ALTER TABLE unit ADD COLUMN closed_on TEXT NOT NULL DEFAULT ''"),
      // A name that held for the years before `until_year` and for none that an earlier row is for.
      Command(
        """
        CREATE TABLE former_name (
          unit_code TEXT NOT NULL REFERENCES unit(code),
          until_year BIGINT NOT NULL,
          name TEXT NOT NULL,
          PRIMARY KEY (unit_code, until_year)
        )
        """),
      Command(
        """
        CREATE TABLE unit_succession (
          unit_code TEXT NOT NULL REFERENCES unit(code),
          successor_code TEXT NOT NULL REFERENCES unit(code),
          PRIMARY KEY (unit_code, successor_code)
        )
        """),
      Command("CREATE INDEX unit_succession_successor ON unit_succession (successor_code)"),
      Command(
        """
        CREATE TABLE unit_event (
          id \(fragment: SQL.identityColumn),
          unit_code TEXT NOT NULL REFERENCES unit(code),
          kind TEXT NOT NULL,
          day TEXT NOT NULL,
          name_before TEXT NOT NULL,
          name_after TEXT NOT NULL,
          others TEXT NOT NULL,
          reason TEXT NOT NULL,
          document TEXT NOT NULL,
          person_id BIGINT REFERENCES person(id),
          at BIGINT NOT NULL
        )
        """),
      Command("CREATE INDEX unit_event_unit ON unit_event (unit_code, id)"),
    ])
}
