/** What a write-up may name, so that it can be checked without a store. */
export type Known = {
  /** Slugs of all roles. */
  roles: ReadonlySet<string>
  /** Slugs of all families. */
  families: ReadonlySet<string>
  /** Codes of all places. */
  places: ReadonlySet<string>
  /** What roles are called, singular and plural, in lower case. */
  names: ReadonlySet<string>
  /** Words of the project that no dictionary has, in lower case. */
  words: ReadonlySet<string>
}
