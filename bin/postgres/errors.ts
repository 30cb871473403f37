/** A fault of the embedded store; the message is one sentence for a person. */
export class StoreError extends Error {
  override name = 'StoreError'
}
