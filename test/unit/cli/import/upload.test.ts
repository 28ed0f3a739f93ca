import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { beforeEach, describe, expect, it } from 'vitest'
import { westmarch } from '../../../../infra/stages/local.ts'
import { hubCommand } from '../../../builders/hub-command.ts'
import { newFolder } from '../../../builders/new-folder.ts'
import { childRow } from '../../../builders/planted-flaws.ts'

const asHub = `--authority ${westmarch} --hub https://hub.example/v1 --client westmarch-register --key key --practitioner rm-7`

const aFolder = async (rows: readonly ReturnType<typeof childRow>[]): Promise<string> => {
  const folder = await newFolder()
  await writeFile(join(folder, 'children.csv'), stringify([...rows], { header: true }))
  return folder
}

describe('hub import --upload', () => {
  let command: Awaited<ReturnType<typeof hubCommand>>
  beforeEach(async () => {
    command = await hubCommand()
    command.write('key', 'a key')
  })

  it('tells the same report as the command that reads the files itself', async () => {
    const folder = await aFolder([childRow('C1'), childRow('C2', { DOB: 'spring' })])
    const uploaded = await command.json(`import ${folder} ${asHub} --upload`)
    const read = (await command.json(`import ${folder} ${asHub}`)) as Record<string, unknown>
    const { rows, records, flaws } = read
    expect(uploaded).toMatchObject({ rows, records, flaws, compared: { counts: { NEW: 1 } } })
    const children = (await command.hub.rows('register')).filter(({ pk }) =>
      String(pk).startsWith('CHILD#'),
    )
    expect(children).toEqual([])
  })

  it('applies it, and gives back the rows to mend under the name of their file', async () => {
    const folder = await aFolder([childRow('C1'), childRow('C2', { DOB: 'spring' })])
    const reports = await newFolder()
    const { out, code } = await command.run(
      `import ${folder} ${asHub} --upload --apply --reports ${reports}`,
    )
    expect([code, out]).toEqual([0, expect.stringMatching(/^applied:\n1 {2}new$/m)])
    const rows = await readFile(join(reports, 'to-mend-children.csv'), 'utf8')
    expect(rows).toContain('spring')
    expect(rows).toContain('BIRTH_UNREADABLE')
    expect(await readFile(join(reports, 'report.csv'), 'utf8')).toContain('BIRTH_UNREADABLE')
  })

  it('says by the file’s own name what the hub cannot read', async () => {
    const folder = await newFolder()
    await writeFile(join(folder, 'return.csv'), 'LAchildID,PersonBirthDate\n1,2019-02-03\n')
    const { code, said } = await command.run(`import ${folder} ${asHub} --upload`)
    expect([code, said]).toEqual([2, expect.stringContaining('return.csv: A file is a statutory')])
  })

  it('asks how many cases are meant to be closed, before anything is', async () => {
    const all = Array.from({ length: 10 }, (_, at) => childRow(`C${at}`))
    await command.run(`import ${await aFolder(all)} ${asHub} --upload --apply`)
    const line = `import ${await aFolder(all.slice(0, 5))} ${asHub} --upload --apply`
    const { code, said } = await command.run(line)
    expect([code, said]).toEqual([2, expect.stringContaining('--confirm 5')])
    expect(await command.json(`${line} --confirm 5`)).toMatchObject({ applied: { GONE: 5 } })
  })

  it('has to know where to', async () => {
    const { code, said } = await command.run(`import . --authority ${westmarch} --upload`)
    expect([code, said]).toEqual([2, expect.stringContaining('--upload: say with --hub')])
  })
})
