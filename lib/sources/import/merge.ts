import type { TransactionSql } from 'postgres'
import { BREAKDOWN_CELLS } from '@/lib/figures/breakdown'
import { articleFor, getRoleName, type RoleName } from '@/lib/roles/names'
import { normaliseName } from '@/lib/roles/normalise'
import { slugify } from '@/lib/text/slug'
import { checkFamilies, checkPlaces, checkRoles } from './check-staged'

const FAMILY_WORDS = / Occupations?$/

/** A major group's title as people say it: "Computer and mathematical". */
function familyName(title: string): string {
  const words = title.replace(FAMILY_WORDS, '').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

async function mergeRoles(sql: TransactionSql, names: ReadonlyMap<string, RoleName>): Promise<void> {
  const families = await sql<
    { code: string; name: string }[]
  >`select distinct code, name from stage_family order by code`
  await checkFamilies(
    sql,
    families.map(({ code, name }) => ({ code, name, slug: slugify(familyName(name)) })),
  )
  for (const { code, name } of families) {
    await sql`insert into family (code, slug, name) values (${code}, ${slugify(familyName(name))}, ${familyName(name)}) on conflict (code) do nothing`
  }
  const found = await sql<{ code: string; name: string; family: string }[]>`
    select distinct on (o.code) o.code, o.name, o.family from stage_occupation o
    where not exists (select from role r where r.code = o.code) order by o.code`
  if (found.length === 0) return
  const rows = found.map(({ code, name, family }) => {
    const { singular, plural, article } = getRoleName(code, name, names)
    return { code, slug: slugify(singular), kind: 'occupation', name, singular, plural, article, family_code: family }
  })
  await checkRoles(sql, rows)
  await sql`insert into role ${sql(rows)}`
}

type StagedTitle = {
  code: string
  singular: string
  plural: string
  grade: string
  note: string
  alternatives: string[]
  id: number
  family: string
}

async function mergeTitles(sql: TransactionSql): Promise<void> {
  const found = await sql<StagedTitle[]>`
    select t.code, t.singular, t.plural, t.grade, t.note, t.alternatives, o.id, o.family_code as family
    from stage_title t join role o on o.code = t.occupation`
  for (const { code, singular, plural, grade, note, alternatives, id, family } of found) {
    const columns = {
      ...{
        slug: code,
        kind: 'title',
        name: singular,
        singular,
        plural,
        article: articleFor(singular),
        family_code: family,
      },
      ...{ occupation_id: id, match_grade: grade, match_note: note, alternatives },
    }
    await sql`insert into role ${sql({ code, ...columns })} on conflict (code) do update set ${sql(columns)}`
  }
}

const CELLS = BREAKDOWN_CELLS.map(({ column }) => column).join(', ')

// Where a whole occupation was rated, its specialties are silent.
const MERGES = `
  insert into place (code, kind, name, slug) values ('US', 'nation', 'United States', 'united-states') on conflict do nothing;
  insert into place (code, kind, name, slug, parent_code)
    select distinct on (code) code, kind, name, lower(regexp_replace(regexp_replace(name, '[^A-Za-z0-9]+', '-', 'g'), '-$', '')), parent from stage_place
    on conflict (code) do nothing;
  insert into industry (code, name) select distinct on (code) code, name from stage_industry order by code
    on conflict (code) do update set name = excluded.name;
  delete from stage_figure s where s.specialty <> ''
    and exists (select from stage_figure w where w.role = s.role and w.measure = s.measure and w.specialty = '');
  delete from stage_task s where s.specialty <> '' and exists (select from stage_task w where w.role = s.role and w.specialty = '');
  insert into item (code, kind, name) select distinct on (code) code, kind, name from stage_item i
    where kind <> 'specialty' or exists (select from stage_figure s where s.specialty = i.code)
      or exists (select from stage_task t where t.specialty = i.code) or $all
    order by code
    on conflict (code) do update set name = excluded.name, kind = excluded.kind;
  with survey_group as materialized (
    select s.survey_group as name, count(distinct s.role) as size from stage_figure s join role r on r.code = s.role
    where s.survey_group is not null group by 1)
  insert into figure (role_id, release_id, measure, item, specialty, place_code, industry_code, state, value, text, rse, se, lower, upper, n, note, survey_group, group_size, derived_from)
    select r.id, $release, s.measure, s.item, s.specialty, s.place, s.industry, s.state::figure_state, s.value, s.text, s.rse, s.se, s.lower, s.upper, s.n, s.note, s.survey_group,
      case when s.survey_group is not null then (select size from survey_group g where g.name = s.survey_group) end, s.derived_from
    from stage_figure s join role r on r.code = s.role;
  insert into pay_breakdown (role_id, release_id, place_code, industry_code, states, employment_rse, mean_rse, $cells)
    select r.id, $release, s.place, s.industry, s.states, s.employment_rse, s.mean_rse, $cells
    from stage_breakdown s join role r on r.code = s.role order by r.id, s.place, s.industry;
  insert into technology (role_id, release_id, name, hot, in_demand)
    select r.id, $release, s.name, bool_or(s.hot), bool_or(s.in_demand) from stage_technology s join role r on r.code = s.role
    group by 1, 3 order by 1, 3;
  insert into task (role_id, release_id, task_id, text, core, specialty)
    select r.id, $release, s.task_id, s.text, s.core, s.specialty from stage_task s join role r on r.code = s.role;
  insert into related_role (role_id, release_id, related_role_id, rank)
    select distinct on (r.id, o.id) r.id, $release, o.id, s.rank
    from stage_related s join role r on r.code = s.role join role o on o.code = s.related
    where r.id <> o.id order by r.id, o.id, s.rank;
  insert into field_of_study (role_id, release_id, cip, title)
    select r.id, $release, s.cip, s.title from stage_field s join role r on r.code = s.role;
  insert into crosswalk (release_id, kind, from_code, from_title, to_code, to_title)
    select $release, kind, from_code, from_title, to_code, to_title from stage_crosswalk;
`

// Names have no history: those of the newest release of a source stand alone.
const ALIASES = `
  delete from role_alias where release_id in (
    select o.id from release o join release n on n.source_key = o.source_key and n.id = $release where o.id <> $release)
    and not exists (
      select from release o join release n on n.source_key = o.source_key and n.id = $release where o.period > n.period);
  insert into role_alias (role_id, norm, name, kind, release_id, rank)
    select distinct on (r.id, s.norm, s.kind) r.id, s.norm, s.name, s.kind, $release, s.rank
    from stage_alias s join role r on r.code = s.role
    where s.norm <> '' and not exists (
      select from release o join release n on n.source_key = o.source_key and n.id = $release where o.period > n.period)
    order by r.id, s.norm, s.kind, s.rank, s.name`

export type MergeOptions = {
  /** Whether the search is made anew when names changed; left to the last of several merges otherwise. */
  search?: boolean
  /** Keeps specialties that no figure of this merge is for. */
  allItems?: boolean
}

/**
 * Moves what was staged into the store.
 * @param names the reviewed everyday names, by code
 * @returns whether roles or their names changed
 */
export async function mergeStaged(
  sql: TransactionSql,
  releaseId: number,
  names: ReadonlyMap<string, RoleName>,
  { search = true, allItems = false }: MergeOptions = {},
): Promise<boolean> {
  await mergeRoles(sql, names)
  await checkPlaces(sql)
  await mergeTitles(sql)
  await sql.unsafe(
    MERGES.replaceAll('$cells', CELLS).replaceAll('$release', String(releaseId)).replace('$all', String(allItems)),
  )
  const [staged] = await sql`select exists (select from stage_alias) as aliases`
  if (staged?.aliases) await sql.unsafe(ALIASES.replaceAll('$release', String(releaseId)))
  const changed = (await nameRoles(sql)) || staged?.aliases === true
  if (changed && search) await rebuildSearch(sql)
  return changed
}

/** Gives roles without them the aliases that are their own names. */
async function nameRoles(sql: TransactionSql): Promise<boolean> {
  const roles = await sql<{ id: number; singular: string; plural: string; name: string }[]>`
    select id, singular, plural, name from role r
    where not exists (select from role_alias a where a.role_id = r.id and a.kind = 'name')`
  if (roles.length === 0) return false
  const rows = roles.flatMap(({ id, singular, plural, name }) => [
    { role_id: id, name: singular, norm: normaliseName(singular), kind: 'name' },
    ...(normaliseName(plural) === normaliseName(singular)
      ? []
      : [{ role_id: id, name: plural, norm: normaliseName(plural), kind: 'name' }]),
    { role_id: id, name, norm: normaliseName(name), kind: 'official' },
  ])
  await sql`insert into role_alias ${sql(rows)} on conflict do nothing`
  return true
}

/** Likeness is looked for only among distinct names short enough to be typed. */
async function rebuildSearch(sql: TransactionSql): Promise<void> {
  await sql.unsafe(`
    insert into search_term (norm) select distinct norm from role_alias where length(norm) <= 60 on conflict do nothing;
    delete from search_term t where not exists (select from role_alias a where a.norm = t.norm);
    select gin_clean_pending_list('search_term_trgm');`)
}
