/** What the items of a measure stand for, where the list is fixed by the publisher's table layout. */
export const EDUCATION_LEVELS = [
  ['less-than-high-school', 'Less than high school'],
  ['high-school', 'High school diploma'],
  ['some-college', 'Some college, no degree'],
  ['associate', 'Associate’s degree'],
  ['bachelor', 'Bachelor’s degree'],
  ['master', 'Master’s degree'],
  ['doctoral', 'Doctoral or professional degree'],
] as const

/** `people.share`. The first five come from CPS table 11; the rest are the reference pair's own. */
export const PEOPLE_GROUPS = [
  ['women', 'Women'],
  ['men', 'Men'],
  ['white', 'White'],
  ['black', 'Black or African American'],
  ['asian', 'Asian'],
  ['hispanic', 'Hispanic or Latino'],
  ['american-indian', 'American Indian and Alaska Native'],
  ['unknown', 'Unknown'],
] as const

/** `age.band`, years. */
export const AGE_BANDS = [
  ['16-19', '16 to 19'],
  ['20-24', '20 to 24'],
  ['25-34', '25 to 34'],
  ['35-44', '35 to 44'],
  ['45-54', '45 to 54'],
  ['55-64', '55 to 64'],
  ['65-up', '65 and over'],
] as const

/** `experience.required`: the bands of O*NET scale RW, in order. */
export const EXPERIENCE_BANDS = [
  ['1', 'none'],
  ['2', 'up to 1 month'],
  ['3', 'over 1 month, up to 3 months'],
  ['4', 'over 3 months, up to 6 months'],
  ['5', 'over 6 months, up to 1 year'],
  ['6', 'over 1 year, up to 2 years'],
  ['7', 'over 2 years, up to 4 years'],
  ['8', 'over 4 years, up to 6 years'],
  ['9', 'over 6 years, up to 8 years'],
  ['10', 'over 8 years, up to 10 years'],
  ['11', 'over 10 years'],
] as const
