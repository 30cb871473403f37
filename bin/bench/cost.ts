import { readFileSync } from 'node:fs'
import { fetchRaw } from './fetch'

/** CPU of a process so far, user and system, in milliseconds (Linux). */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** CPU-milliseconds that a server spends on each of these paths, on average. */
export async function cost(
  pid: number,
  url: string,
  paths: readonly string[],
  gzip: boolean,
  headers: Record<string, string> = {},
): Promise<number> {
  const before = cpuOf(pid)
  for (const path of paths) await fetchRaw(url + path, gzip, headers)
  return (cpuOf(pid) - before) / paths.length
}

export const same = (path: string, n: number) => Array.from({ length: n }, () => path)

export const line = (what: string, value: string, floor = '') =>
  console.log(`${what.padEnd(46)} ${value.padStart(14)}  ${floor}`)
