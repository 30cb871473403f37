// Loaded into the server by the bench: tells its heap and buffers after a collection, when asked.
process.on('message', (message) => {
  if (message !== 'memory') return
  globalThis.gc?.()
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage()
  process.send?.({ heap: heapUsed + arrayBuffers, rss })
})
