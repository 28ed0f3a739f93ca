import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { childrenResultSchema } from '../children/children-result.ts'
import { fairnessResultSchema } from '../fairness/fairness-result.ts'
import { sizeResultSchema } from '../sizes/size-result.ts'
import { documentOf, type Results } from './document.ts'
import { matchingResultSchema } from './matching-result.ts'

/** Where benches work. Nothing here is committed. */
export const work = resolve('.local', 'bench')
const kept = resolve(work, 'results')

const readAll = async (): Promise<Results> => {
  const names = await readdir(kept)
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(resolve(kept, name), 'utf8'))
  const ofSizes = names.filter((name) => name.startsWith('size-'))
  const sizes = await Promise.all(
    ofSizes.map(async (name) => sizeResultSchema.parse(await read(name))),
  )
  return {
    matching: names.includes('matching.json')
      ? matchingResultSchema.parse(await read('matching.json'))
      : undefined,
    sizes: sizes.sort((a, b) => a.people - b.people),
    children: names.includes('children.json')
      ? childrenResultSchema.parse(await read('children.json'))
      : undefined,
    fairness: names.includes('fairness.json')
      ? fairnessResultSchema.parse(await read('fairness.json'))
      : undefined,
  }
}

/** Keeps a result in place of the last of its name, and writes the page anew from all that are kept. */
export const publish = async (
  name: 'matching' | 'children' | 'fairness' | `size-${number}`,
  result: object,
): Promise<void> => {
  await mkdir(kept, { recursive: true })
  await writeFile(resolve(kept, `${name}.json`), `${JSON.stringify(result, undefined, 2)}\n`)
  await writeFile(resolve('docs', 'matching-numbers.md'), documentOf(await readAll()))
}
