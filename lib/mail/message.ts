import { escapeHtml } from '../html'

/** A mail of ours: short paragraphs and at most one link. The subject is ours alone: no name that somebody has typed. */
export type Mail = {
  to: string
  subject: string
  paragraphs: readonly string[]
  link?: { label: string; href: string }
}

/** One line, whatever somebody has named a job or a company: nothing can begin a header of its own. */
export const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim()

const FOOT = 'You get this because you have an account on Rolebook, or somebody gave this address there.'

/** The mail as plain text. */
export const mailText = ({ paragraphs, link }: Mail): string =>
  [...paragraphs, ...(link ? [`${link.label}: ${link.href}`] : []), `-- \n${FOOT}`].join('\n\n')

/** The mail as HTML, every word of it escaped. */
export function mailHtml({ subject, paragraphs, link }: Mail): string {
  const style = 'font:16px/1.5 system-ui,sans-serif;color:#16181d;max-width:36rem'
  const small = 'color:#666c78;font-size:13px'
  const href = escapeHtml(link?.href ?? '')
  const button = 'display:inline-block;padding:10px 16px;background:#16181d;color:#ffffff;text-decoration:none'
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    `<body><div style="${style}">`,
    ...paragraphs.map((text) => `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`),
    ...(link ? [`<p><a style="${button}" href="${href}">${escapeHtml(link.label)}</a></p>`] : []),
    ...(link ? [`<p style="${small};overflow-wrap:anywhere">Or open <a href="${href}">${href}</a></p>`] : []),
    `<p style="${small}">${escapeHtml(FOOT)}</p></div></body></html>`,
  ].join('')
}
