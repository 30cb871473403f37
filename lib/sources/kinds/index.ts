import type { ImportKind } from '../import/types'
import { oews } from './oews'

/** Every kind of file that can be imported. */
export const KINDS: readonly ImportKind[] = [oews]
