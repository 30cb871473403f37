/** Why something was not done, in a sentence for whoever asked; `errors` says where in the form. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly errors: Record<string, string> = {},
  ) {
    super(message)
  }
}

/** Said of a wait in seconds: `in 12 minutes`, `in an hour`. */
export function inTime(seconds: number): string {
  if (seconds <= 60) return 'in a minute'
  if (seconds <= 50 * 60) return `in ${Math.ceil(seconds / 60)} minutes`
  const hours = Math.ceil(seconds / 3600)
  return hours === 1 ? 'in an hour' : `in ${hours} hours`
}
