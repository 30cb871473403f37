import 'server-only'
import type { Route } from 'next'
import { redirect } from 'next/navigation'

/** Leads to a path made at run time, which the framework's list of routes cannot check. */
export const goTo = (path: string): never => redirect(path as Route)
