import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { flawCodes, flaws } from '../../../shared/loading/flaws.ts'
import { relationshipsTemplate } from '../../../shared/loading/tables/csv.ts'

const path = 'docs/loading.md'
const document = readFileSync(path, 'utf8')

const table = [
  '| code | the record is | what is wrong | what to do |',
  '| --- | --- | --- | --- |',
  ...flawCodes.map((code) => {
    const { verdict, wrong, mend } = flaws[code]
    return `| \`${code}\` | ${verdict} | ${wrong} | ${mend} |`
  }),
].join('\n')

describe('the document about loading', () => {
  it('says of every code what the table says', () => {
    expect(document.includes(table), `put this into ${path}:\n${table}`).toBe(true)
  })

  it('publishes the columns of the relationships file', () => {
    expect(document).toContain(`\n${relationshipsTemplate.join(',')}\n`)
  })
})
