import * as z from 'zod'

export const SIZES = ['1–9', '10–49', '50–249', '250–999', '1,000 or more'] as const

/** IANA names; the list of the platform leaves UTC out. */
export const TIME_ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')]

const line = (most: number) => z.string().trim().max(most, `At most ${most} letters.`)

/** An address of the open web: no script, no user name, no private port tricks. */
export const webAddress = z
  .string()
  .trim()
  .max(500, 'At most 500 letters.')
  .refine((text) => {
    if (!URL.canParse(text) || /[\s\\]/.test(text)) return false
    const url = new URL(text)
    return /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' && url.hostname.includes('.')
  }, 'Give a whole web address, such as https://example.com.')

/** A company's profile as its form sends it. */
export const profileSchema = z.object({
  name: line(100)
    .min(2, 'Give the company’s name.')
    .refine((text) => /[a-z0-9]/i.test(text.normalize('NFKD')), 'Use some letters or digits.'),
  site: z.union([z.literal(''), webAddress]).transform((text) => text || null),
  about: line(5000),
  industry: line(80).transform((text) => text || null),
  size: z.union([z.literal(''), z.enum(SIZES)]).transform((text) => text || null),
  places: line(1000).transform((text) =>
    text
      .split('\n')
      .map((place) => place.trim())
      .filter((place) => place !== '')
      .slice(0, 20),
  ),
  timeZone: z.string().refine((zone) => TIME_ZONES.includes(zone), 'Choose a time zone.'),
})

export type Profile = z.infer<typeof profileSchema>
export const PROFILE_FIELDS = ['name', 'site', 'about', 'industry', 'size', 'places', 'timeZone'] as const
