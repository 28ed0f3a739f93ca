import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { functionNames } from '../../shared/config/functions.ts'
import { routes } from '../../shared/config/routes.ts'

const answeredBy = async (name: string): Promise<readonly string[]> => {
  const files = await readdir(`functions/${name}`)
  const texts = await Promise.all(
    files.map((file) => readFile(`functions/${name}/${file}`, 'utf8')),
  )
  return [...texts.join('\n').matchAll(/(?:e|publicE)ndpoint\(\s*'(\w+)'/g)].flatMap(
    ([, route]) => route ?? [],
  )
}

describe('the routes', () => {
  it('are each answered by the function that the table names, and by no other', async () => {
    const answered = await Promise.all(
      functionNames.map(async (name) => {
        const found = await answeredBy(name)
        return found.filter((route) => route !== 'fallback').map((route) => `${name}: ${route}`)
      }),
    )
    const named = Object.entries(routes).map(([route, { function: name }]) => `${name}: ${route}`)
    expect(answered.flat().toSorted()).toEqual(named.toSorted())
  })
})
