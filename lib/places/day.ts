const HOUR = 3_600_000

const formats = new Map<string, Intl.DateTimeFormat>()

/** The day that it is somewhere at a moment: `2026-11-24`. */
export function dayIn(at: Date | number, timeZone: string): string {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(timeZone, format)
  }
  return format.format(at)
}

/**
 * The last second of a day in a time zone: 23:59:59, the later one where the clock shows it twice, and the last there
 * is where the clock leaps over midnight.
 * @param day `2026-11-24`
 */
export function endOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`) + 24 * HOUR
  // No clock is further than 15 hours from UTC.
  let [last, next] = [(midnight - 15 * HOUR) / 1000, (midnight + 15 * HOUR) / 1000]
  while (next - last > 1) {
    const middle = Math.floor((last + next) / 2)
    if (dayIn(middle * 1000, timeZone) <= day) last = middle
    else next = middle
  }
  return new Date(last * 1000)
}
