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
  // Thousands of pairs are asked for: nothing is looked through twice.
  const relatedTo = new Map<number, typeof related>()
  for (const row of related) relatedTo.set(row.of, [...(relatedTo.get(row.of) ?? []), row])
  const bySlug = new Map(all.map((role) => [role.slug, role]))
  const byId = new Map(all.map((role) => [role.id, role]))
  const find = (slug: string) => {
    const role = bySlug.get(slug)
    const occupation = role?.occupationId === null ? role : byId.get(role?.occupationId ?? -1)
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
        related: wanted.flatMap((id) => relatedTo.get(id) ?? []),
        technologies: [],
        tasks: [],
        titles: [],
        fields: [],
      }
    },
  }
}
