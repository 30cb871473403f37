/** What pages call the NAICS sectors; OEWS counts government as one of its own. The official names stay in the store. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['11', 'Farming, forestry and fishing'],
  ['21', 'Mining, oil and gas'],
  ['22', 'Utilities'],
  ['23', 'Construction'],
  ['31-33', 'Manufacturing'],
  ['42', 'Wholesale trade'],
  ['44-45', 'Retail trade'],
  ['48-49', 'Transportation and warehousing'],
  ['51', 'Information'],
  ['52', 'Finance and insurance'],
  ['53', 'Real estate and rental'],
  ['54', 'Professional and technical services'],
  ['55', 'Company management'],
  ['56', 'Administrative, support and waste services'],
  ['61', 'Education'],
  ['62', 'Health care and social assistance'],
  ['71', 'Arts, entertainment and recreation'],
  ['72', 'Hotels and food services'],
  ['81', 'Other services'],
  ['99', 'Federal, state and local government'],
])

/**
 * What pages call an industry.
 * @param official its name in the store, which stands where no shorter one was reviewed
 */
export const sectorName = (code: string, official: string): string => SHORT.get(code) ?? official
