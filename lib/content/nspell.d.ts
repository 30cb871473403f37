declare module 'nspell' {
  /** Opens a Hunspell dictionary. */
  export default function nspell(dictionary: { aff: Uint8Array; dic: Uint8Array }): {
    correct(word: string): boolean
    /** By every form that the dictionary and its rules of endings make. */
    data: Record<string, unknown>
  }
}
