import type { CompanyChange } from '@/lib/companies/change-queries'
import type { Logo } from '@/lib/companies/logo'
import type { ShownProfile } from '@/lib/companies/profile'
import { profileDifferences } from '@/lib/companies/profile-differences'
import { Differences } from '../jobs/differences'
import { LogoImage } from './logo-image'

const MOST = { width: 200, height: 100 }

/** The picture that changes bring; nobody but the company and its reviewer is sent it. */
function NewLogo({ logoImage, logoWidth, logoHeight }: CompanyChange) {
  if (!logoImage || !logoWidth || !logoHeight) return null
  const scale = Math.min(1, MOST.width / logoWidth, MOST.height / logoHeight)
  return (
    // biome-ignore lint/performance/noImgElement: nothing to optimise
    <img
      className="logo"
      src={`data:image/webp;base64,${logoImage.toString('base64')}`}
      alt="The logo as it would be"
      width={Math.round(logoWidth * scale)}
      height={Math.round(logoHeight * scale)}
    />
  )
}

/** What would change on a company's page, the logo too. @param logo the one that readers see */
export function CompanyChanges({
  change,
  logo,
  heading,
}: {
  change: CompanyChange
  logo: Logo | null
  heading: string
}) {
  return (
    <>
      <Differences
        of={profileDifferences(change.before as ShownProfile, change.profile as ShownProfile)}
        heading={heading}
      />
      {change.logoChange === 'keep' ? null : (
        <figure className="logos">
          {logo ? (
            <LogoImage logo={logo} alt="The logo as it is" most={MOST} />
          ) : (
            <span className="quiet">no logo</span>
          )}
          <span aria-hidden="true">→</span>
          {change.logoChange === 'replace' ? <NewLogo {...change} /> : <span className="quiet">no logo</span>}
          <figcaption>The logo</figcaption>
        </figure>
      )}
    </>
  )
}
