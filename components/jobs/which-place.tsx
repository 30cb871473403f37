/** Asks which of several places a reader looks for, each a link to its jobs. */
export function WhichPlace({ typed, choices, role }: { typed: string; choices: readonly string[]; role: string }) {
  const href = (place: string) => `/jobs?${new URLSearchParams({ ...(role ? { role } : {}), place })}`
  return (
    <section className="part">
      <h2>Which “{typed}” do you mean?</h2>
      <ul className="lines">
        {choices.map((place) => (
          <li key={place}>
            <a href={href(place)}>{place}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
