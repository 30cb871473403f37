// React ends each finished render by aborting with an error whose stack nobody reads (react/react#37288). Unread, it
// holds what was on the stack: an Immediate, and on Node before 24.20 with it those of other requests of the same turn
// (nodejs/node#66129), for as long as a connection to the store lives that was opened in one of them. A stack that has
// been read is text and holds nothing. unread-stacks.test.ts tells when this can go.
const { abort } = AbortController.prototype

AbortController.prototype.abort = function (...reason) {
  abort.apply(this, reason)
  if (reason[0] instanceof Error) void reason[0].stack
}
