// Loaded into the server by the bench: tells its heap and buffers after collections, when asked.
process.on('message', (message) => {
  if (message !== 'memory') return
  for (let i = 0; i < 3; i += 1) globalThis.gc?.()
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage()
  process.send?.({ heap: heapUsed + arrayBuffers, rss })
})
