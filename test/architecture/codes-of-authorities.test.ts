import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { localCodes, rehearsed } from '../../infra/stages/local.ts'

// Numbers from 900 are issued to nobody: whoever writes one has invented an authority.
const inventedCode = /E(?:06|08|09|10)0009\d\d/

it('names the code of an invented authority in the stages’ files and in no other', () => {
  const files = globSync('{bench,cli,functions,infra,local,shared,test}/**/*.{ts,py,mjs,json}')
  expect(files.length).toBeGreaterThan(1_000)
  expect(files.filter((file) => inventedCode.test(readFileSync(file, 'utf8'))).toSorted()).toEqual([
    // Of the one with which it rehearses alone.
    'infra/stages/england.ts',
    // Which postcodes are theirs.
    'infra/stages/local-places.json',
    'infra/stages/local.ts',
  ])
  const inEngland = readFileSync('infra/stages/england.ts', 'utf8').match(
    new RegExp(inventedCode, 'g'),
  )
  expect(inEngland).toEqual([rehearsed])
  for (const code of localCodes) expect(code).toMatch(inventedCode)
})
