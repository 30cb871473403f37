import { MOST_LETTERS } from '@/lib/roles/normalise'

type Chosen = { a?: string; b?: string }

/** Two names in, a comparison out: a plain GET form. */
export function Pick({ chosen = {} }: { chosen?: Chosen }) {
  return (
    <form className="pick" action="/compare">
      <div className="a">
        <label htmlFor="pick-a">This role</label>
        <input
          id="pick-a"
          type="text"
          name="a"
          required
          maxLength={MOST_LETTERS}
          autoComplete="off"
          defaultValue={chosen.a ?? ''}
        />
      </div>
      <span className="vs" aria-hidden="true">
        vs
      </span>
      <div className="b">
        <label htmlFor="pick-b">That role</label>
        <input
          id="pick-b"
          type="text"
          name="b"
          required
          maxLength={MOST_LETTERS}
          autoComplete="off"
          defaultValue={chosen.b ?? ''}
        />
      </div>
      <button className="btn" type="submit">
        Compare
      </button>
    </form>
  )
}
