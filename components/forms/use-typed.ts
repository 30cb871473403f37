import { useSyncExternalStore } from 'react'

const never = () => () => {}

/**
 * The text a textarea is made with. While the page comes alive that is what stands in it already: React would put the
 * given text over what was typed before.
 */
export function useTyped(id: string, given: string | undefined): string | undefined {
  const typed = () => globalThis.document?.querySelector<HTMLTextAreaElement>(`[id="${id}"]`)?.value ?? given
  return useSyncExternalStore(never, () => given, typed)
}
