import type { Metadata } from 'next'
import { ActionForm } from '@/components/forms/action-form'
import { ButtonForm } from '@/components/forms/button-form'
import { env } from '@/lib/env'
import { EMPTY_FORM } from '@/lib/forms'
import { goTo } from '@/lib/users/go'
import { PARTNERS } from '@/lib/users/providers'
import { safePath } from '@/lib/users/return-to'
import { getViewer } from '@/lib/users/viewer'
import { askForLink, goToPartner } from './actions'

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } }

const WHY: Record<string, string> = {
  Verification: 'This link has been used, or is older than ten minutes. Ask for a new one.',
  OAuthAccountNotLinked: 'This address signs in by e-mail here. Ask for a link.',
  CredentialsSignin: 'Too many links were asked for. Try again in 15 minutes.',
  AccessDenied: 'The other site does not vouch for this e-mail address. Ask for a link instead.',
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { to, error, callbackUrl } = await searchParams
  const path = safePath(to ?? callbackUrl)
  const viewer = await getViewer().catch(() => null)
  if (viewer && !error) goTo(path)
  const hidden = { to: path }
  return (
    <div className="wrap narrow">
      <h1>Sign in</h1>
      <p className="lede">
        We send a link to your e-mail address. There is no password, and no cookie until you use it.
      </p>
      {env.SMTP_URL || env.MAIL_FOLDER ? null : (
        <p className="wrong">
          Mail is not set up on this site yet, so no link can reach you. Its operator sets SMTP_URL.
        </p>
      )}
      <ActionForm
        action={askForLink}
        hidden={hidden}
        submit="Send me a link"
        initial={
          typeof error === 'string'
            ? { ...EMPTY_FORM, message: WHY[error] ?? 'Signing in did not work. Ask for a new link.' }
            : EMPTY_FORM
        }
        fields={[
          {
            name: 'email',
            label: 'Work e-mail',
            kind: 'email',
            required: true,
            autoComplete: 'email',
            maxLength: 254,
            hint: 'With your company’s own domain, its postings can go live sooner.',
          },
        ]}
      />
      {PARTNERS.length > 0 ? (
        <ButtonForm action={goToPartner} className="buttons">
          <input type="hidden" name="to" value={path} />
          {PARTNERS.map(({ id, name }) => (
            <button className="btn plain-btn" name="partner" value={id} key={id} type="submit">
              Go on with {name}
            </button>
          ))}
        </ButtonForm>
      ) : null}
    </div>
  )
}
