import { curlQuotes } from '../curl-quotes'

/** A publisher's title of an occupation as it is printed: `Helpers--Electricians` with a dash, apostrophes curled. */
export const printTitle = (name: string): string => curlQuotes(name.replaceAll(/\s*--\s*/g, '—'))
