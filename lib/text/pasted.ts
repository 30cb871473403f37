import { cleanLine, cleanText } from './clean'

/** Bullets as people and word processors draw them; the last are Word's, from its fonts of symbols. */
const BULLET = '[-*+•·●○◦∙▪▫■□▸►➢➤‣⁃✓✔→⇒–—\uF0A7\uF0B7\uF0A8\uF0D8\uF0FC\uF0E0\uF076\uF071\uF02D]'
/** Letters that Word means as bullets; only before a tab or several blanks. */
const LETTER = '[o§vqØüðw]'
const NUMBER = String.raw`(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\(?(?:\d{1,2}|[a-z])\)`
/** A tab, or the blanks that stand for one. */
const WIDE = String.raw`(?:[ ]*\t[ \t]*|[ ]{2,})`

const MARKER = new RegExp(
  String.raw`^[ \t]*(?:(${BULLET})(?:${WIDE}|[ ]|$)|(${LETTER})(?:${WIDE})|(${NUMBER})(?:${WIDE})|(\d{1,3}[.)])[ ])(?=\S|$)`,
)

/** What stands before an item of a list: how deep it is, and its number where it has one. */
export type Marker = { length: number; level: number; number?: string }

/** Word draws the second level as o, the third as a square. */
const levelOf = (bullet: string) => (/[o◦○\uF02D]/.test(bullet) ? 1 : /[§▪▫■□\uF0A7]/.test(bullet) ? 2 : 0)

/** The marker that a line begins with, if it is an item of a list. */
export function markerOf(line: string): Marker | undefined {
  const found = MARKER.exec(line)
  if (!found) return undefined
  const [all, bullet, letter, wide, number = wide] = found
  const level = number === undefined ? levelOf(bullet ?? letter ?? '') : /^\(?[a-z]/i.test(number) ? 1 : 0
  return { length: all.length, level, ...(number === undefined ? {} : { number: number.replace(/[().]+/g, '') }) }
}

/** Cells of a table's row, kept apart where there is no table. */
export const joinCells = (cells: readonly string[]): string =>
  cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' | ')

const row = (line: string) => joinCells(line.split('\t'))

/**
 * The entries of a field that takes one a line: bullets, numbers and empty lines count for nothing, and cells of a
 * pasted table stay apart.
 */
export const readLines = (text: string): string[] =>
  cleanText(text)
    .split('\n')
    .map((line) => cleanLine(row(line.slice(markerOf(line)?.length ?? 0))))
    .filter((line) => line !== '')

/** Whether Markdown sees an item of a list there by itself: then its blanks are the writer's own. */
const isMarkdown = (line: string) => /^ *(?:[-*+]|\d{1,9}[.)]) +\S/.test(line)

/**
 * Text pasted from a word processor as Markdown: its lists are lists, cells of its tables stay apart. Markdown that was
 * written as such is left as it is.
 */
export function pastedMarkdown(text: string): string {
  const out: string[] = []
  let before: 'item' | 'row' | 'text' = 'text'
  for (const line of cleanText(text).split('\n')) {
    const marker = isMarkdown(line) ? undefined : markerOf(line)
    const isItem = marker !== undefined && (line.includes('\t') || /^\s*[^-*+\d\s]/.test(line))
    if (isItem && before !== 'item' && out.at(-1)?.trim()) out.push('')
    if (!isItem && before === 'item' && line.trim() !== '' && out.at(-1) !== '' && !isMarkdown(line)) out.push('')
    if (isItem) {
      const indent = before === 'item' || marker.level === 0 ? '    '.repeat(marker.level) : ''
      out.push(
        `${indent}${marker.number && /^\d/.test(marker.number) ? `${marker.number}.` : '-'} ${row(line.slice(marker.length))}`,
      )
      before = 'item'
      continue
    }
    const isRow = /\S\t/.test(line)
    if (isRow && before === 'row') out[out.length - 1] += '\\'
    out.push(isRow ? row(line) : line.replace(/^\t+/, '').replaceAll('\t', ' '))
    before = isRow ? 'row' : line.trim() === '' && before === 'item' ? 'item' : 'text'
  }
  return out.join('\n').trim()
}
