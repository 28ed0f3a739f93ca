import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { sortingOnDisk } from '../../../shared/files/sort-on-disk.ts'
import { importsAt } from '../../builders/an-import.ts'
import { startInMemoryHub } from '../../fakes/in-memory-hub.ts'

const header = 'child_id,given_name,family_name,date_of_birth,status,status_from'
const row = 'C1,Odo,Quillfeather,2019-02-03,IN_NEED,2025-01-01'
const ofDfe = (id: string): string =>
  `{"la_child_id":"${id}","child_details":{"first_name":"Odo","surname":"Rook","date_of_birth":"2019-02-03"}}`

const checked = async (...files: readonly (string | Buffer)[]) => {
  const hub = await startInMemoryHub()
  const one = await importsAt(hub).checked(files)
  const toMend = String(hub.uploads.get(`to-mend/${one.id}/1-1`) ?? '')
  return { hub, one, toMend }
}
const million = 1_000_010

describe('a file that is none', () => {
  it.each([
    ['WORKBOOK', 'gzip', gzipSync(`${header}\n${row}\n`)],
    ['WORKBOOK', 'an older workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['UTF_16', 'UTF-16 with its mark', Buffer.from(`\uFEFF${header}\n`, 'utf16le')],
    ['UTF_16', 'UTF-16 without it', Buffer.from(header, 'utf16le')],
    ['NO_CSV', 'one line without an end', `${header}\n${'x'.repeat(million)}`],
    [
      'NO_CSV',
      'a quotation mark that is never closed',
      `${header}\n"${row}\n`.padEnd(million, 'y'),
    ],
    ['FORM_UNKNOWN', 'a million columns', `${header},${'c,'.repeat(million / 2)}\n`],
    [
      'NO_JSON',
      'a list that is cut off within a child',
      `[${ofDfe('C1')},${ofDfe('C2').slice(0, 40)}`,
    ],
    ['NO_JSON', 'a list that is cut off between children', `[${ofDfe('C1')},`],
    ['NO_JSON', 'one object without an end', `[{"la_child_id":"${'x'.repeat(million)}`],
    ['NO_JSON', 'one line of JSON without an end', `{"id":"${'x'.repeat(million)}"}`],
  ])('is refused by the code %s: %s', async (code, _what, file) => {
    expect((await checked(file)).one).toMatchObject({ state: 'FAILED', fault: { code, file: 1 } })
  })
})

describe('a row of JSON', () => {
  it.each([
    [
      'is nested as deep as a stack',
      `{"id":"C1","child":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`,
    ],
    ['says one thing twice', '{"id":"C1","child":{"restricted":{"address":true},"restricted":{}}}'],
  ])('that %s is to be mended', async (_what, text) => {
    const { one } = await checked(`${text}\n`)
    expect(one).toMatchObject({
      state: 'CHECKED',
      rowsToMend: 1,
      report: { flaws: [{ code: 'ROW_UNREADABLE', rows: 1 }] },
    })
  })
})

describe('what is read all the same', () => {
  it.each([
    [
      'a mark of UTF-8 and mixed ends of lines',
      `\uFEFF${header}\r\n${row}\n${row.replace('C1', 'C2')}\r\n`,
    ],
    [
      'columns of every object’s names, and one twice',
      `${header},__proto__,constructor,status\n${row},a,b,CLOSED\n${row.replace('C1', 'C2')},,,\n`,
    ],
    [
      'rows of which every cell is empty',
      `${header}\n${row}\n,,,,,\n${row.replace('C1', 'C2')}\n , ,,,,\n`,
    ],
  ])('%s', async (_what, text) => {
    expect((await checked(text)).one).toMatchObject({ extent: 'FULL', compared: { NEW: 2 } })
  })

  it('an adult whose id is the name of what every object has', async () => {
    const hub = await startInMemoryHub()
    const at = importsAt(hub)
    await at.apply((await at.checked([`${header}\n${row}\n`])).id)
    const adults = 'child_id,adult_id,adult_given_name,adult_family_name,relationship\n'
    const later = `${adults}C1,constructor,Mo,Quillfeather,MOTHER\n`
    const { compared } = (await at.checked([`${header}\n${row}\n`, later])) as {
      compared?: object
    }
    expect(compared).toEqual({ CHANGED: 1 })
  })
})

describe('rows to mend', () => {
  const formulas = ['=HYPERLINK("http://evil.example","x")', '+1+1', '-2+3', '@SUM(A1)']

  it('hold no formula, are UTF-8 to a spreadsheet, and read as they stood when they are sent again', async () => {
    const names = formulas.map((cell) => `"${cell.replaceAll('"', '""')}"`)
    const rows = names.map((name, at) => `C${at},${name},Zoë,31/31/2019,IN_NEED,2025-01-01`)
    const { toMend } = await checked([header, ...rows].join('\n'))
    expect(toMend.startsWith('\uFEFF'), toMend).toBe(true)
    expect(toMend).not.toMatch(/(?:^|,)"?[=+\-@]/m)
    const mended = toMend.replaceAll('31/31/2019', '2019-02-03')
    const { hub, one } = await checked(mended)
    expect(one).toMatchObject({ compared: { NEW: 4 } })
    await importsAt(hub).apply(one.id)
    const stored = JSON.stringify(await hub.rows('register'))
    for (const cell of [...formulas, 'Zoë']) expect(stored).toContain(JSON.stringify(cell))
  })
})

it('sorts what holds the separators of lines that JSON may hold', async () => {
  const sorting = await sortingOnDisk(1)
  const sorter = sorting.sorter<string>()
  const items = ['A\u2028B', 'C\u2029D', 'E\r\nF']
  for (const item of items) await sorter.add('K', item)
  const sorted: string[] = []
  for await (const { item } of sorter.sorted()) sorted.push(item)
  await sorting.end()
  expect(sorted).toEqual(items)
})
