import type { TransactionSql } from 'postgres'
import { ImportError } from './errors'

type Gone = { id: number; code: string; name: string }

/** A title is a person's match, so a person says what becomes of it. */
async function refuseMatched(sql: TransactionSql, file: string, gone: readonly Gone[]): Promise<void> {
  const matched = await sql<{ title: string; code: string; name: string }[]>`
    select t.code as title, o.code, o.name from role t join role o on o.id = t.occupation_id
    where o.id = any(${gone.map(({ id }) => id)}) order by o.code, t.code`
  if (matched.length === 0) return
  const lines = matched.map(({ title, code, name }) => `  ${title} is matched to ${code} ${name}`)
  throw new ImportError(
    [
      `${file} was not brought in: the national file no longer has occupations that titles are matched to.`,
      ...lines,
      'Match them to another occupation in data/titles.csv, run npm run data:import -- elsewhere data/elsewhere.csv --replace, and import the file again.',
    ].join('\n'),
  )
}

/** The groups of surveys without those who left: how many share each, and none where one is left of the same name. */
async function recountGroups(sql: TransactionSql): Promise<void> {
  await sql`
    update figure f set group_size = g.size,
      survey_group = case when g.size = 1 and lower(r.name) = lower(f.survey_group) then null else f.survey_group end
    from role r, (
      select release_id, survey_group, count(distinct role_id) as size from figure where survey_group is not null group by 1, 2
    ) g
    where r.id = f.role_id and f.release_id = g.release_id and f.survey_group = g.survey_group and f.group_size <> g.size`
  await sql`update figure set group_size = null where survey_group is null and group_size is not null`
}

/**
 * Takes out occupations that the current national file no longer has, with all their figures: the same set stays,
 * whatever the order of imports. Job postings for them stay, without a role.
 * @returns what was taken out, in words
 * @throws ImportError when a title is matched to one of them
 */
export async function retireOccupations(sql: TransactionSql, file: string): Promise<{ reason: string }[]> {
  const gone = await sql<Gone[]>`
    select id, code, name from role r where kind = 'occupation' and not exists (
      select from figure f join release l on l.id = f.release_id and l.status = 'current' and l.source_key = 'oews-national'
      where f.role_id = r.id) order by code`
  if (gone.length === 0) return []
  await refuseMatched(sql, file, gone)
  const ids = gone.map(({ id }) => id)
  const { count: posted } = await sql`update job set role_id = null where role_id = any(${ids})`
  for (const table of [
    'figure',
    'pay_breakdown',
    'technology',
    'task',
    'related_role',
    'role_alias',
    'field_of_study',
  ]) {
    await sql`delete from ${sql(table)} where role_id = any(${ids})`
  }
  await sql`delete from related_role where related_role_id = any(${ids})`
  await sql`
    update role set alternatives = array(select code from unnest(alternatives) code where code <> all(${gone.map(({ code }) => code)}))
    where alternatives && ${gone.map(({ code }) => code)}::text[]`
  await sql`delete from role where id = any(${ids})`
  await recountGroups(sql)
  return [
    ...gone.map(({ code, name }) => ({ reason: `${code} ${name} is no occupation of the current national file` })),
    ...(posted > 0 ? [{ reason: `${posted} of the job postings were for them and name no role now` }] : []),
  ]
}
