import type { Values } from '../forms'
import { pastedMarkdown } from '../text/pasted'

/** What was typed in a posting's form as it is kept: its description as Markdown, whatever it was pasted from. */
export const tidyJob = (values: Values): Values => ({
  ...values,
  description: pastedMarkdown(String(values.description ?? '')),
})
