import { describe, expect, it } from 'vitest'
import { bruFile, environmentFile } from '../../../cli/collection/bruno.ts'
import { callsOf } from '../../../cli/collection/read-openapi.ts'
import { routes } from '../../../shared/config/routes.ts'
import { openApiDocument } from '../../../shared/http/openapi.ts'
import { tags } from '../../../shared/http/tags.ts'

const calls = callsOf(openApiDocument('https://hub.example/v1'))
const callNamed = (name: string) => {
  const call = calls.find((one) => one.name === name)
  if (call === undefined) throw new Error('no such call')
  return call
}

/** Blocks of a file of Bruno by their names. */
const blocksOf = (file: string) =>
  new Map(
    [...file.matchAll(/^([\w:-]+) \{\n([\s\S]*?)^\}$/gm)].map(([, name, body]) => [name, body]),
  )

describe('a collection of calls', () => {
  it('has each route once, in a folder that the description names', () => {
    expect(calls.map(({ name }) => name).toSorted()).toEqual(Object.keys(routes).toSorted())
    expect(calls.filter(({ part }) => !(part in tags))).toEqual([])
  })

  it('has the example of a body, the token, and what a call must be told', () => {
    const blocks = blocksOf(bruFile(callNamed('recordOutcome'), 1))
    expect(blocks.get('post')).toBe(
      '  url: {{api}}/alerts/:id/outcome\n  body: json\n  auth: bearer\n',
    )
    expect(blocks.get('auth:bearer')).toBe('  token: {{token}}\n')
    expect(blocks.get('headers')).toContain('  if-match: "1"\n')
    expect(JSON.parse(blocks.get('body:json') ?? '')).toEqual(
      callNamed('recordOutcome').body?.example,
    )
  })

  it('leaves what is optional switched off, and sends no token where none is asked', () => {
    expect(bruFile(callNamed('listAlerts'), 1)).toContain('\n  ~cursor:\n')
    expect(bruFile(callNamed('health'), 1)).toContain('auth: none')
    expect(bruFile(callNamed('issueToken'), 1)).toContain('body:form-urlencoded {')
  })

  it('keeps no token in a file', () => {
    expect(environmentFile('https://hub.example/v1')).toBe(
      'vars {\n  api: https://hub.example/v1\n}\nvars:secret [\n  token\n]\n',
    )
  })
})
