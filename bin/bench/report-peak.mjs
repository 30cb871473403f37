// Tells the largest size that the process had, once it ends.
process.on('exit', () => console.error(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`))
