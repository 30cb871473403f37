'use client'

import type { ReactNode } from 'react'
import { sendTo, useAddress } from './address'

type Props = { action: (data: FormData) => Promise<void>; className?: string; children: ReactNode }

/** A form that is nothing but its button: nothing is typed in it, and its answer is another page. */
export function ButtonForm({ action, className, children }: Props) {
  const address = useAddress()
  return (
    <form action={sendTo(address, action)} className={className}>
      {children}
    </form>
  )
}
