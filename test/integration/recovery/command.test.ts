import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { beforeAll, describe, expect, it } from 'vitest'
import { newFolder } from '../../builders/new-folder.ts'
import { writeExport } from '../../builders/write-export.ts'
import { emulator } from '../tables.ts'
import { freshTables, runHub, type Tables, target } from './drill.ts'

const items = Array.from({ length: 45 }, (_, at) => ({
  pk: { S: `TRIAL#${at}` },
  sk: { S: 'TRIAL' },
  bytes: { B: Buffer.from([at]) },
}))

/** Everything below a folder, as it would stand in a bucket. */
const upload = async (folder: string): Promise<string> => {
  const client = new S3Client({ ...emulator(), forcePathStyle: true })
  const Bucket = `exports-${Date.now()}`
  await client.send(new CreateBucketCommand({ Bucket }))
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const file of found.filter((one) => one.isFile())) {
    const path = join(file.parentPath, file.name)
    const Key = `run-1/${relative(folder, path)}`
    await client.send(new PutObjectCommand({ Bucket, Key, Body: await readFile(path) }))
  }
  return `s3://${Bucket}/run-1/`
}

describe('the command, as an operator calls it', () => {
  let tables: Tables
  let folder: string
  let bucket: string

  beforeAll(async () => {
    folder = await newFolder()
    tables = await freshTables()
    const part = { exportTime: new Date(), rowsInFile: 20 }
    await writeExport(folder, { table: 'casework', items }, part)
    bucket = await upload(folder)
  })

  const restore = (state: string) => {
    const line = ['restore', '--from', bucket, '--state', join(folder, state)]
    return runHub([...line, '--index-key', 'none', '--by', 'OPS-1'], tables)
  }

  it('restores from a bucket, in which AWS leaves its exports', async () => {
    const { code, out, said } = await restore('state.json')
    expect(code, said).toBe(0)
    expect(out).toContain('45 rows restored and read back')
    const found = []
    for await (const page of target.items(tables.casework)) found.push(...page)
    expect(found).toHaveLength(items.length)
  })

  it('refuses the same tables in another restore: they are not empty', async () => {
    const { code, said } = await restore('other.json')
    expect(code).toBe(2)
    expect(said).toContain('casework is not empty')
  })

  it('counts a hub of which nothing was ever sent', async () => {
    const { code, out } = await runHub(['reconcile', '--json'], tables)
    expect(JSON.parse(out)).toMatchObject({ committed: 0, faulty: [] })
    expect(code).toBe(0)
  })
})
