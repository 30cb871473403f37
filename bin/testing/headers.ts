import { AsyncLocalStorage } from 'node:async_hooks'

const network = new AsyncLocalStorage<string>()

/** Stands in for `next/headers` where there is no request: `vi.mock('next/headers', () => import('@/bin/testing/headers'))`. */
export const headers = async () => new Headers({ 'x-forwarded-for': network.getStore() ?? '192.0.2.1' })

/** Does something as if it was asked from a network. */
export const from = <T>(address: string, work: () => Promise<T>): Promise<T> => network.run(address, work)
