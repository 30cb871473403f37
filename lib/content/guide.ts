import 'server-only'
import { markdown } from '@/.content/guide.json'

/** The guide for editors, as it lies in `docs/editing.md`. */
export const editingGuide = markdown
