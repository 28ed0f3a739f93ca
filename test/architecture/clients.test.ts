import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Is being split: what takes its place is held to this. */
const leaving = 'functions/watch-clocks/index.ts'

it('gives every client of a function the same credentials and limits', () => {
  const files = globSync('functions/*/index.ts').filter((file) => file !== leaving)
  const made = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/new (\w+)Client\(([^)]*)\)/g)].map(
      ([, client, options]) => `${file} ${client} ${options}`,
    ),
  )
  expect(made.length).toBeGreaterThan(10)
  expect(made.filter((one) => !one.endsWith(' clientOptions'))).toEqual([])
})
