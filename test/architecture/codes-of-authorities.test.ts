import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { localCodes } from '../../infra/stages/local.ts'

// Numbers from 900 are issued to nobody: whoever writes one has invented an authority.
const inventedCode = /E(?:06|08|09|10)0009\d\d/

it('names the code of an invented authority in the local stage’s file and in no other', () => {
  const files = globSync('{bench,cli,functions,infra,local,shared,test}/**/*.{ts,py,mjs,json}')
  expect(files.length).toBeGreaterThan(1_000)
  expect(files.filter((file) => inventedCode.test(readFileSync(file, 'utf8')))).toEqual([
    'infra/stages/local.ts',
  ])
  for (const code of localCodes) expect(code).toMatch(inventedCode)
})
