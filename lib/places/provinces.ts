/** The provinces and territories of Canada: postal code and name. */
export const PROVINCES: ReadonlyMap<string, string> = new Map(
  'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon'
    .split('|')
    .map((entry) => [entry.slice(0, 2), entry.slice(3)] as const),
)
