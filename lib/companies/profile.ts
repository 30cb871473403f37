import * as z from 'zod'
import { writeWhole } from '../places/choices'
import { readPlaces } from '../places/read-places'
import { plainName } from '../plain-name'
import { cleanAddress, cleanLine, cleanText, hasLetter } from '../text/clean'

export const SIZES = ['1–9', '10–49', '50–249', '250–999', '1,000 or more'] as const

/** IANA names; the list of the platform leaves UTC out. */
export const TIME_ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')]

const most = (letters: number) => z.string().max(letters, `At most ${letters} letters.`)
const line = (letters: number) => z.string().transform(cleanLine).pipe(most(letters))
const text = (letters: number) =>
  z
    .string()
    .transform((typed) => cleanText(typed).trim())
    .pipe(most(letters))

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
  name: plainName.pipe(
    line(100)
      .refine((name) => name !== '', 'Give the company’s name.')
      .refine((name) => name === '' || hasLetter(name), 'Use some letters or digits.'),
  ),
  site: z
    .string()
    .transform(cleanAddress)
    .pipe(z.union([z.literal(''), webAddress]))
    .transform((address) => address || null),
  about: text(5000),
  industry: line(80).transform((name) => name || null),
  size: z.union([z.literal(''), z.enum(SIZES)]).transform((text) => text || null),
  places: text(1000).transform((typed, context) => {
    const places = readPlaces(typed)
    if (places.length > 20) context.addIssue({ code: 'custom', message: 'At most 20 places.' })
    return places.map(({ line, reading, says }) => {
      if (reading.kind === 'ask') context.addIssue({ code: 'custom', message: says ?? '' })
      return reading.kind === 'place' ? writeWhole(reading.place) : line
    })
  }),
  timeZone: z.string().refine((zone) => TIME_ZONES.includes(zone), 'Choose a time zone.'),
})

export type Profile = z.infer<typeof profileSchema>
export const PROFILE_FIELDS = ['name', 'site', 'about', 'industry', 'size', 'places', 'timeZone'] as const

/** What readers see of a profile. The time zone only ends remote jobs' last days. */
export type ShownProfile = Omit<Profile, 'timeZone' | 'size'> & { size: string | null }

/** The parts of it that are words about the company, and not its name or address. */
export const WORDS = ['about', 'industry', 'size', 'places'] as const satisfies (keyof ShownProfile)[]

/** The shown profile of a stored company. */
export const shownProfile = ({ name, site, about, industry, size, places }: ShownProfile): ShownProfile => ({
  name,
  site,
  about,
  industry,
  size,
  places,
})

/** Whether two profiles say the same. */
export const isSameProfile = (one: ShownProfile, other: ShownProfile): boolean =>
  JSON.stringify(Object.values(shownProfile(one))) === JSON.stringify(Object.values(shownProfile(other)))

/** The texts of a profile that anybody may have put anything in. */
export const textsOfProfile = ({ name, about, industry, places }: ShownProfile): string[] => [
  name,
  about,
  industry ?? '',
  ...places,
]
