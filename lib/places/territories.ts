/** The inhabited territories of the United States: their code, the same for the postal service and ISO 3166-1, and name. */
export const TERRITORIES: ReadonlyMap<string, string> = new Map([
  ['AS', 'American Samoa'],
  ['GU', 'Guam'],
  ['MP', 'Northern Mariana Islands'],
  ['PR', 'Puerto Rico'],
  ['VI', 'U.S. Virgin Islands'],
])
