import { fitLogo, type Logo, logoPath } from '@/lib/companies/logo'

type Props = { logo: Logo; alt: string; most: { width: number; height: number } }

/** A company's logo within a box. It is made small when it is stored, so it is sent as it is. */
export function LogoImage({ logo, alt, most }: Props) {
  // biome-ignore lint/performance/noImgElement: nothing to optimise
  return <img className="logo" src={logoPath(logo)} alt={alt} {...fitLogo(logo, most)} />
}
