/** A publisher's table, as pages credit it. */
export type Source = {
  key: string
  name: string
  publisher: string
  url: string | null
  licence: string
  licenceUrl: string | null
  credit: string | null
}

const BLS = 'U.S. Bureau of Labor Statistics'
const publicDomain = { licence: 'Public domain', licenceUrl: null, credit: null }
const oews = (key: string, name: string): Source => ({
  key,
  name: `Occupational Employment and Wage Statistics, ${name}`,
  publisher: BLS,
  url: 'https://www.bls.gov/oes/',
  ...publicDomain,
})
const projections = (key: string, name: string): Source => ({
  key,
  name: `Employment Projections, ${name}`,
  publisher: BLS,
  url: 'https://www.bls.gov/emp/',
  ...publicDomain,
})
const cps = (key: string, name: string): Source => ({
  key,
  name: `Current Population Survey, ${name}`,
  publisher: BLS,
  url: 'https://www.bls.gov/cps/tables.htm',
  ...publicDomain,
})
const onet = (key: string, name: string): Source => ({
  key,
  name: `O*NET Database, ${name}`,
  publisher: 'USDOL/ETA',
  url: 'https://www.onetcenter.org/database.html',
  licence: 'CC BY 4.0',
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
  credit:
    'This site includes information from the O*NET Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET is a trademark of USDOL/ETA.',
})

const ALL: readonly Source[] = [
  oews('oews-national', 'national'),
  oews('oews-state', 'states'),
  oews('oews-metro', 'metropolitan areas'),
  oews('oews-nonmetro', 'nonmetropolitan areas'),
  oews('oews-sector', 'national by sector'),
  projections('ep-projections', 'occupations (Table 1.2)'),
  projections('ep-education', 'educational attainment (Table 5.3)'),
  projections('crosswalk-acs', 'matrix to census occupations'),
  projections('crosswalk-onet', 'O*NET-SOC to matrix occupations'),
  cps('cps-people', 'employed people by occupation, sex, race and ethnicity (Table 11)'),
  cps('cps-age', 'employed people by occupation and age (Table 11b)'),
  onet('onet-alternate-titles', 'alternate titles'),
  onet('onet-reported-titles', 'reported titles'),
  onet('onet-skills', 'skills'),
  onet('onet-knowledge', 'knowledge'),
  onet('onet-technology', 'technology skills'),
  onet('onet-experience', 'related work experience required'),
  onet('onet-zones', 'job zones'),
  onet('onet-related', 'related occupations'),
  onet('onet-tasks', 'task statements'),
  {
    key: 'fields-of-study',
    name: 'CIP SOC Crosswalk, fields of study by occupation',
    publisher: 'National Center for Education Statistics and U.S. Bureau of Labor Statistics',
    url: 'https://nces.ed.gov/ipeds/cipcode/',
    ...publicDomain,
  },
  {
    key: 'published-elsewhere',
    name: 'figures of two job titles',
    publisher: 'A comparison page published elsewhere',
    url: null,
    licence: 'Facts only',
    licenceUrl: null,
    credit: null,
  },
]

export const SOURCES: ReadonlyMap<string, Source> = new Map(ALL.map((source) => [source.key, source]))
