/** Whether a date such as `2027-02-28` is in the calendar. */
export function isDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date)
}

/** The same day a year later, or the one before where a leap day has none. */
export function yearAfter(date: string): string {
  const next = `${String(Number(date.slice(0, 4)) + 1).padStart(4, '0')}${date.slice(4)}`
  return isDay(next) ? next : next.replace(/29$/, '28')
}
