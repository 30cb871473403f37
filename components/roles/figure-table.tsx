import { escapeHtml } from '@/lib/html'
import type { FigureGroup } from '@/lib/roles/figure-groups'
import { partsHtml } from '../ui/parts'

const LONG = 12

const noteHtml = (note: string) => (note ? ` <small>${escapeHtml(note)}</small>` : '')

const lineHtml = ({ label, note, value, sure, shown }: FigureGroup['lines'][number]) =>
  `<tr><th scope="row">${escapeHtml(label)}${noteHtml(note)}</th>\n<td${shown ? '' : ' class="gap"'}>${partsHtml(value)}</td>\n<td class="sure">${escapeHtml(sure)}</td></tr>`

function table(title: string, lines: FigureGroup['lines']): string {
  return `<table class="pair figures"><caption class="sr-only">${escapeHtml(title)}</caption><thead><tr><th scope="col">Figure</th>\n<th scope="col">Value</th>\n<th scope="col">How sure</th></tr></thead><tbody>${lines.map(lineHtml).join('\n')}</tbody></table>`
}

/** A role's figures of one theme; a long list ends in "show more". */
export function FigureTable({ group }: { group: FigureGroup }) {
  const [first, rest] = [group.lines.slice(0, LONG), group.lines.slice(LONG)]
  const more =
    rest.length === 0
      ? ''
      : `<details class="more"><summary>${rest.length} more</summary>${table(`${group.title}, continued`, rest)}</details>`
  return <div dangerouslySetInnerHTML={{ __html: table(group.title, first) + more }} />
}
