import type { Sql } from 'postgres'
export async function loadDataset(_sql: Sql, _folder: string): Promise<void> {}
