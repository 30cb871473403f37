'use client'

import { createContext, type ReactNode, useContext } from 'react'

const Address = createContext('/')

/**
 * Tells the forms of a page its address, to send themselves to before and without JavaScript. React leaves a form's
 * address empty, which HTML forbids, and finds the form that it answers by its place on the page; with an address it goes
 * by that. It comes from the server: a form that asked the browser would be made anew with each change of the address.
 */
export const AddressProvider = ({ address, children }: { address: string; children: ReactNode }) => (
  <Address value={address}>{children}</Address>
)

/** The address of this page. @param part tells apart two forms of one action on it */
export const useAddress = (part?: string): string => useContext(Address) + (part ? `#${part}` : '')

type Work = (data: FormData) => Promise<void>
/** How React writes a server's action into a form, so that it works before and without JavaScript. */
type Encoded = { $$FORM_ACTION?: (prefix: string) => { action?: string } }

/** An action that a form sends to an address. */
export function sendTo(address: string, action: Work): Work {
  const { $$FORM_ACTION: encode } = action as Encoded
  const send: Work & Encoded = (data) => action(data)
  if (encode) send.$$FORM_ACTION = (prefix) => ({ ...encode.call(action, prefix), action: address })
  return send
}
