import type { MdNode } from './markdown'
import type { At } from './types'

/** Finds lines and columns in a file's text. */
export class Positions {
  private readonly starts: number[] = [0]

  constructor(private readonly text: string) {
    for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) this.starts.push(i + 1)
  }

  at(offset: number): At {
    let [low, high] = [0, this.starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 }
  }

  /**
   * Where a character of a text node stands in the file. The node's value lacks what the file has of backslashes,
   * character references and the indent of its further lines, so both are read side by side.
   */
  inText(node: MdNode, index: number): At {
    return this.at(this.offsetOf(node, index))
  }

  /** The same as a place in the whole text. */
  offsetOf(node: MdNode, index: number): number {
    const value = node.value ?? ''
    const end = node.position?.end.offset ?? this.text.length
    let offset = node.position?.start.offset ?? 0
    for (let i = 0; i <= index && offset < end; i += 1) {
      offset = this.skip(value, i, offset, end)
      if (i < index) offset += this.width(value, i, offset)
    }
    return Math.min(offset, end)
  }

  /** Past what stands in the file before the next character of the value and is not in it. */
  private skip(value: string, i: number, offset: number, end: number): number {
    const wanted = value[i]
    if (this.text[offset] === '\\' && this.text[offset + 1] === wanted && wanted !== undefined) return offset + 1
    if (this.text[offset] === wanted || wanted === undefined || this.text[offset] === '&') return offset
    let next = offset
    while (next < end && /[\s>]/.test(this.text[next] ?? '') && this.text[next] !== wanted) next += 1
    return this.text[next] === wanted || this.text[next] === '\\' ? next : offset
  }

  /** How much of the file a character of the value takes. */
  private width(value: string, i: number, offset: number): number {
    const reference = this.text[offset] === '&' ? /^&#?\w{1,31};/.exec(this.text.slice(offset, offset + 34)) : null
    return reference && (value[i] !== '&' || reference[0] === '&amp;') ? reference[0].length : 1
  }
}
