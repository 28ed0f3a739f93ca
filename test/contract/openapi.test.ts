import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { clientTypes, clientTypesText, published, textOf } from '../../cli/write-openapi.ts'
import { routes } from '../../shared/config/routes.ts'
import type { Contract } from '../../shared/http/contract.ts'
import { contracts } from '../../shared/http/contracts/contracts.ts'
import { examples } from '../../shared/http/examples.ts'
import { openApiDocument } from '../../shared/http/openapi.ts'
import { keysOf } from '../../shared/kernel/keys-of.ts'

type Document = {
  readonly openapi: string
  readonly paths: Record<string, Record<string, { readonly operationId: string }>>
}

type CodeList = {
  readonly enum: readonly string[]
  readonly 'x-enum-descriptions'?: readonly string[]
}

/** Every list of codes in a description, wherever it stands. */
const listsOf = (described: unknown): readonly CodeList[] => {
  if (typeof described !== 'object' || described === null) return []
  const own = 'enum' in described ? [described as CodeList] : []
  return [...own, ...Object.values(described).flatMap(listsOf)]
}

describe('the OpenAPI document', () => {
  const document = openApiDocument('https://hub.test/v1') as Document

  it('describes every route of the table, and no other', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const routed = Object.values(routes).map(({ method, path }) => `${method} ${path}`)
    expect(described.toSorted()).toEqual(routed.toSorted())
  })

  it('has an example of every body, which its route takes', () => {
    for (const name of keysOf(contracts)) {
      const { body }: Contract = contracts[name]
      expect([name, examples[name] !== undefined]).toEqual([name, body !== undefined])
      if (body !== undefined)
        expect([name, body.safeParse(examples[name]).error?.issues]).toEqual([name, undefined])
    }
  })

  it('has words for every list of codes, but of what is told elsewhere or is no word of the field', () => {
    const wordless = listsOf(document).flatMap(({ enum: codes, 'x-enum-descriptions': words }) =>
      words === undefined ? [codes[0]] : [],
    )
    const told = new Set([
      'true',
      'initials', // what a list is asked for beside
      'subject', // references to the people of a concern
      'concerns.write', // scopes, which the security scheme describes
      'invalid_client', // RFC 6749
      'TOKEN_ISSUED', // actions of the log (docs/auditing.md)
      'BURST', // rules of the daily report (docs/auditing.md)
      'alert', // kinds of records
      'concerns', // kinds of quotas
      'R0', // rules of the decision table (docs/decision-table.md)
      'R4',
      'para-2', // paragraphs of the Data Protection Act 2018, Schedule 1
      'F5-PREVIOUS_REMOVAL', // features of policy
    ])
    const strange = wordless.filter((code = '') => !told.has(code) && !code.startsWith('uk.'))
    expect(strange).toEqual([])
  })

  it('is OpenAPI 3.1', () => {
    expect(document.openapi).toBe('3.1.0')
  })

  it('is the one kept in docs, as that of the events is: run `npm run openapi` after a change', async () => {
    for (const file of keysOf(published)) expect(await readFile(file, 'utf8')).toBe(textOf(file))
  })

  it('is what the types of the client say: run `npm run openapi` after a change', async () => {
    expect((await readFile(clientTypes, 'utf8')) === (await clientTypesText())).toBe(true)
  })
})
