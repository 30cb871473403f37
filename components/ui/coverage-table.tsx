import type { Coverage } from '@/lib/figures/coverage'
import { STATE_WORDS } from '@/lib/figures/states'

/** Each measure: occupations with a value, of all. */
export function CoverageTable({ rows }: { rows: readonly Coverage[] }) {
  return (
    <table className="pair">
      <caption className="sr-only">Coverage by measure</caption>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">Occupations</th>
          <th scope="col">Otherwise</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.measure}>
            <th scope="row">{row.label}</th>
            <td className="num">
              {row.covered} of {row.of}
            </td>
            <td>{row.otherwise.map((state) => STATE_WORDS[state]).join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
