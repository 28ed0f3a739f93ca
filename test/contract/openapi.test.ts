import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { openApiText } from '../../cli/write-openapi.ts'
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

  it('is OpenAPI 3.1', () => {
    expect(document.openapi).toBe('3.1.0')
  })

  it('is the one kept in docs: run `npm run openapi` after a change', async () => {
    expect(await readFile('docs/openapi.json', 'utf8')).toBe(openApiText())
  })
})
