import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { westmarch } from '../../../../infra/stages/local.ts'
import { hubCommand } from '../../../builders/hub-command.ts'
import type { Rows } from '../../../builders/loading.ts'
import { newFolder } from '../../../builders/new-folder.ts'
import { childRow, relationRow } from '../../../builders/planted-flaws.ts'

const asHub = `--authority ${westmarch} --hub https://hub.example/v1 --client westmarch-register --key key --practitioner rm-7`

const write = async (folder: string, file: string, rows: Rows): Promise<void> =>
  writeFile(join(folder, file), stringify([...rows], { header: true }))

const aFolder = async (children: Rows): Promise<string> => {
  const folder = await newFolder()
  await write(folder, 'children.csv', children)
  await write(
    folder,
    'relationships.csv',
    children.map(({ ChildId = '' }) => relationRow(ChildId)),
  )
  return folder
}

describe('hub import', () => {
  let command: Awaited<ReturnType<typeof hubCommand>>
  beforeAll(async () => {
    command = await hubCommand()
    command.write('key', 'a key')
  })

  it('says what would change, and changes nothing', async () => {
    const folder = await aFolder([childRow('C1'), childRow('C2', { DOB: 'spring' })])
    const { out, said } = await command.run(`import ${folder} ${asHub}`)
    expect(said).toBe('')
    expect(out).toContain('1 children, 1 refused')
    expect(out).toMatch(/^1 {2}new$/m)
    const rows = await command.hub.rows('register')
    expect(rows.filter(({ pk }) => String(pk).startsWith('CHILD#'))).toEqual([])
  })

  it('says that nobody is taken for gone where of a row nobody knows whom it is about', async () => {
    const folder = await aFolder([childRow('C8'), childRow('')])
    for (const how of ['', ' --upload']) {
      const { out } = await command.run(`import ${folder} ${asHub}${how}`)
      expect(out).toContain('a delta, compared')
      expect(out).toContain('nobody is taken for gone')
      const said = await command.json(`import ${folder} ${asHub}${how}`)
      expect(said).toMatchObject({ extent: 'DELTA' })
    }
  })

  it('names every file of a folder that it does not read', async () => {
    const folder = await aFolder([childRow('C9')])
    for (const name of ['relationships.xlsx', '.hidden']) await writeFile(join(folder, name), 'PK')
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    await command.run(`import ${folder} --authority ${westmarch}`)
    const lines = told.mock.calls.map(([line]) => String(line))
    told.mockRestore()
    expect(lines).toEqual([`not read: ${join(folder, 'relationships.xlsx')}\n`])
  })

  it('applies it, and the second time has nothing to do', async () => {
    const folder = await aFolder([childRow('C1')])
    await command.run(`import ${folder} ${asHub} --apply`)
    expect(await command.json(`import ${folder} ${asHub} --apply`)).toMatchObject({
      applied: { phase: 'APPLIED', counts: { UNCHANGED: 1 } },
    })
  })

  it('writes a report that names nobody, and rows that load once they are mended', async () => {
    const folder = await aFolder([childRow('C3', { DOB: '31/02/2015', Forename: 'Tamsin' })])
    const reports = await newFolder()
    await command.run(`import ${folder} --authority ${westmarch} --reports ${reports}`)
    const report = await readFile(join(reports, 'report.csv'), 'utf8')
    expect(report).toContain('BIRTH_UNREADABLE,1,refused')
    expect(report).not.toContain('Tamsin')
    const rows = await readFile(join(reports, 'to-mend-children.csv'), 'utf8')
    expect(rows).toContain('hub_codes')
    const mended = await newFolder()
    await writeFile(join(mended, 'children.csv'), rows.replace('31/02/2015', '28/02/2015'))
    const relations = await readFile(join(reports, 'to-mend-relationships.csv'), 'utf8')
    await writeFile(join(mended, 'relationships.csv'), relations)
    expect(await command.json(`import ${mended} --authority ${westmarch}`)).toMatchObject({
      records: { loaded: 1, refused: 0 },
      flaws: [],
    })
  })

  it('refuses to close many cases before somebody says how many', async () => {
    const two = await aFolder([childRow('C1'), childRow('C2')])
    await command.run(`import ${two} ${asHub} --apply`)
    const one = await aFolder([childRow('C1')])
    const { code, said } = await command.run(`import ${one} ${asHub} --apply`)
    expect(code).toBe(2)
    expect(said).toContain('would close 1 of 2 open cases')
    expect(said).toContain('--confirm 1')
    expect((await command.run(`import ${one} ${asHub} --apply --confirm 1`)).code).toBe(0)
  })

  it.each([
    [
      'cin.xml',
      '<?xml version="1.0"?><Message><Header><Collection>CIN</Collection>',
      'Children in Need census',
    ],
    ['episodes.csv', 'CHILD,DECOM,RNE\n1,01/01/2026,S\n', 'SSDA903'],
    ['annex.csv', 'Child Unique ID,Gender\n1,F\n', 'Annex A'],
    ['other.csv', 'a,b\n1,2\n', 'is of no form that is loaded'],
  ])('says of %s why it makes no register', async (file, text, why) => {
    const folder = await newFolder()
    await writeFile(join(folder, file), text)
    const { code, said } = await command.run(`import ${folder} --authority ${westmarch}`)
    expect(code).toBe(2)
    expect(said).toContain(why)
  })
})
