import type { ComparisonInput } from '@/lib/compare/comparison'
import { createFilledStore, type TestStore } from './store'

/** Every role of the dataset with its figures, for tests over many pairs. */
export async function openPairs(): Promise<{
  slugs: string[]
  inputFor(a: string, b: string): ComparisonInput
  store: TestStore
}> {
  const store = await createFilledStore()
  process.env.DATABASE_URL = store.webUrl
  const [{ listNationalFigures }, roles, { listCurrentReleases }] = await Promise.all([
    import('@/lib/figures/queries'),
    import('@/lib/roles/queries'),
    import('@/lib/sources/queries'),
  ])
  // By code points, so that what is drawn of them does not hang on how names are ordered for readers.
  const all = (await roles.listRoles()).toSorted((a, b) => (a.singular < b.singular ? -1 : 1))
  const ids = all.map(({ id }) => id)
  const byRole = new Map<number, ComparisonInput['figures'][number][]>()
  for (let i = 0; i < ids.length; i += 200) {
    for (const figure of await listNationalFigures(ids.slice(i, i + 200))) {
      const list = byRole.get(figure.roleId)
      if (list) list.push(figure)
      else byRole.set(figure.roleId, [figure])
    }
  }
  const [releases, related] = await Promise.all([listCurrentReleases(), roles.listRelatedRoles(ids)])
  const find = (slug: string) => {
    const role = all.find((one) => one.slug === slug)
    const occupation = role?.occupationId === null ? role : all.find(({ id }) => id === role?.occupationId)
    if (!role || !occupation) throw new Error(`No role ${slug}`)
    return { role, occupation }
  }
  return {
    store,
    slugs: all.map(({ slug }) => slug),
    inputFor(a, b) {
      const pair = [find(a), find(b)] as const
      const wanted = [...new Set(pair.flatMap(({ role, occupation }) => [role.id, occupation.id]))]
      return {
        roles: pair,
        figures: wanted.flatMap((id) => byRole.get(id) ?? []),
        releases,
        related: related.filter((row) => wanted.includes(row.of)),
        technologies: [],
        tasks: [],
        titles: [],
      }
    },
  }
}
