'use client'

import { autoJoin, baseKeymap, setBlockType, toggleMark } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import { type MarkType, NodeType, Slice } from 'prosemirror-model'
import { liftListItem, splitListItem, wrapInList } from 'prosemirror-schema-list'
import { type Command, EditorState } from 'prosemirror-state'
import { type EditorProps, EditorView } from 'prosemirror-view'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { pastedMarkdown } from '@/lib/text/pasted'
import { useTyped } from '../forms/use-typed'
import { linkTo, parseMarkdown, schema, toMarkdown } from './markdown-schema'
import { plainHtml } from './pasted-html'

const { bullet_list, ordered_list, list_item, heading, paragraph, hard_break } = schema.nodes
const { strong, em, link } = schema.marks
function active(state: EditorState, type: MarkType | NodeType) {
  const { $from, from, to, empty } = state.selection
  if (type instanceof NodeType) return $from.parent.type === type || ($from.depth > 2 && $from.node(-2).type === type)
  return empty ? !!type.isInSet(state.storedMarks ?? $from.marks()) : state.doc.rangeHasMark(from, to, type)
}
const toggleHeading: Command = (state, on) => setBlockType(active(state, heading) ? paragraph : heading)(state, on)
function toggleList(type: NodeType, ...[state, dispatch]: Parameters<Command>) {
  if (active(state, type)) return liftListItem(list_item)(state, dispatch)
  if (state.selection.$from.depth < 3) return autoJoin(wrapInList(type), [type.name])(state, dispatch)
  dispatch?.(state.tr.setNodeMarkup(state.selection.$from.before(-2), type))
  return true
}
const editLink: Command = (state, dispatch) => {
  const { $from, from, to } = state.selection
  const old = active(state, link) ? link.isInSet($from.nodeAfter?.marks ?? []) : undefined
  const edge = (i: number) => $from.posAtIndex($from.index() + i)
  const [start, end] = from === to && old ? [edge(0), edge(1)] : [from, to] // a cursor in a link means all of it
  const answer = window.prompt('Link address (leave empty for no link)', old?.attrs.href ?? 'https://')?.trim()
  const attrs = linkTo(answer)
  if (answer && !attrs) window.alert('A link starts with http://, https:// or mailto:')
  if (!attrs && answer !== '') return false
  const tr = attrs && start === end ? state.tr.insertText(attrs.href) : state.tr
  dispatch?.(attrs ? tr.addMark(start, tr.mapping.map(end), link.create(attrs)) : tr.removeMark(start, end, link))
  return true
}
const breakLine: Command = ({ selection, tr }, dispatch) =>
  selection.$from.parent.type !== paragraph || !dispatch?.(tr.replaceSelectionWith(hard_break.create()))
const TOOLS: [name: string, command: Command, toggles: MarkType | NodeType][] = [
  ['Bold', toggleMark(strong), strong],
  ['Italic', toggleMark(em), em],
  ['Heading', toggleHeading, heading],
  ['Bullets', (...on) => toggleList(bullet_list, ...on), bullet_list],
  ['Numbers', (...on) => toggleList(ordered_list, ...on), ordered_list],
  ['Link', editLink, link],
]
const hashes = textblockTypeInputRule(/^(#{1,6})\s$/, heading, ([, { length } = '']) => ({ level: length < 3 ? 2 : 3 }))
const dash = wrappingInputRule(/^[-+*]\s$/, bullet_list)
const digits = wrappingInputRule(/^(\d{1,9})[.)]\s$/, ordered_list, ([, order]) => ({ order: Number(order) }))
const more = { Enter: splitListItem(list_item), 'Shift-Enter': breakLine, Backspace: undoInputRule, 'Mod-y': redo }
const keys = { ...more, 'Mod-b': toggleMark(strong), 'Mod-i': toggleMark(em), 'Mod-z': undo, 'Mod-Shift-z': redo }
const plugins = [inputRules({ rules: [hashes, dash, digits] }), keymap(keys), keymap(baseKeymap), history()]
/** Lines of plain text are paragraphs, as in the program they come from. */
const asParagraphs = (text: string) => text.replace(/([^\\\n])\n(?=[\p{L}\p{Pi}(])/gu, '$1\n\n')

/** Text is read as the textarea would be: a word processor's lists are lists, cells of its tables stay apart. */
const pasting: Partial<EditorProps> = {
  transformPastedHTML: (html) => plainHtml(html),
  clipboardTextParser: (text) => Slice.maxOpen(parseMarkdown(asParagraphs(pastedMarkdown(text))).content),
}
const hold = (event: MouseEvent) => event.preventDefault() // the focus stays in the text
type Props = { id: string; name: string; defaultValue?: string; rows?: number; describedBy?: string; invalid?: boolean }
/** A Markdown textarea; with JavaScript, a rich-text editor that keeps the textarea, still in the form, up to date. */
export function MarkdownEditor({ id, name, defaultValue, rows = 12, describedBy, invalid }: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<{ view: EditorView; state: EditorState }>()
  const [markdown, setMarkdown] = useState(false)
  const rich = editor && !markdown
  const text = useTyped(id, defaultValue)
  useEffect(() => {
    const [field, mount, listeners] = [area.current, host.current, new AbortController()]
    if (!field || !mount) return
    let taken: string
    const read = () => EditorState.create({ doc: parseMarkdown(field.value), plugins })
    const show = (state: EditorState) => {
      taken = field.value
      view.updateState(state)
      setEditor({ view, state })
    }
    const dispatchTransaction: EditorView['dispatch'] = (tr) => {
      if (tr.docChanged) field.setRangeText(toMarkdown(tr.doc), 0, field.value.length) // React would miss value =
      show(view.state.apply(tr))
      if (tr.docChanged) field.dispatchEvent(new Event('input', { bubbles: true }))
    }
    const view = new EditorView({ mount }, { state: read(), dispatchTransaction, ...pasting })
    const take = () => field.value !== taken && show(read())
    const takeLater = () => setTimeout(take) // a form resets its fields after the event
    const ours = `[id="${id}-label"], a[href$="#${id}"]` // the label, and links to the field
    const focus = () => setTimeout(() => view.focus()) // after the browser has followed the link
    const lead = ({ target: at }: Event) => field.hidden && at instanceof Element && at.closest(ours) && focus()
    field.addEventListener('input', take, listeners)
    field.form?.addEventListener('reset', takeLater, listeners)
    window.addEventListener('pageshow', takeLater, listeners)
    document.addEventListener('click', lead, listeners)
    listeners.signal.addEventListener('abort', () => view.destroy())
    show(view.state)
    mount.hidden = false
    if (document.activeElement === field) view.focus()
    return () => listeners.abort()
  }, [id])
  const aria = { 'aria-describedby': describedBy, 'aria-invalid': invalid }
  const textbox = { role: 'textbox', 'aria-multiline': true, 'aria-labelledby': `${id}-label`, ...aria }
  const apply = (run: Command) => editor && run(editor.state, editor.view.dispatch) && editor.view.focus()
  const button = (label: string, on: boolean, run: () => unknown, off = false) => (
    <button key={label} type="button" aria-pressed={on && !off} disabled={off} onMouseDown={hold} onClick={run}>
      {label}
    </button>
  )
  return (
    <div className="markdown-editor">
      {editor && (
        <div className="editor-tools" role="toolbar" aria-label="Formatting">
          {TOOLS.map(([label, run, type]) => button(label, active(editor.state, type), () => apply(run), markdown))}
          {button('Write as Markdown', markdown, () => setMarkdown(!markdown))}
        </div>
      )}
      <textarea ref={area} id={id} name={name} rows={rows} defaultValue={text} hidden={rich} {...aria} />
      <div ref={host} className="editor" hidden={!rich} {...textbox} />
    </div>
  )
}
