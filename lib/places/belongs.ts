/** Countries and territories of ISO's that people also write with the state they belong to behind: `Hong Kong, China`. */
const BELONGS: Record<string, string> = {
  US: 'AS GU MP PR UM VI',
  GB: 'AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG',
  CN: 'HK MO TW',
  FR: 'BL GF GP MF MQ NC PF PM RE TF WF YT',
  NL: 'AW BQ CW SX',
  DK: 'FO GL',
  FI: 'AX',
  NO: 'BV SJ',
  AU: 'CC CX HM NF',
  NZ: 'CK NU TK',
}

/** Whether a country with a code of its own is also written as a part of another one. */
export const belongsTo = (part: string, whole: string): boolean => (BELONGS[whole] ?? '').split(' ').includes(part)
