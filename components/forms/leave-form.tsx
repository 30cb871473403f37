'use client'

import type { ReactNode } from 'react'
import { forgetOnDevice, openShelf } from '@/lib/jobs/device-drafts'
import { sendTo, useAddress } from './address'

type Props = { action: (data: FormData) => Promise<void>; user: string; children: ReactNode }

/** A form that signs somebody out here: what they have left on this device goes too. */
export function LeaveForm({ action, user, children }: Props) {
  const address = useAddress()
  return (
    <form action={sendTo(address, action)} onSubmit={() => forgetOnDevice(openShelf(), user)}>
      {children}
    </form>
  )
}
