// What pages of the console take of its function, warm: npm run bench:console -- [--visits 40]
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startServer } from '../local/serve/start-server.ts'
import { type LocalPerson, localPeople } from '../local/sign-in/people.ts'
import { PlainBrowser } from '../test/builders/a-browser.ts'
import { median } from './median.ts'

const pages = [
  ['turning-tide/worker', '/'],
  ['turning-tide/worker', '/danger'],
  ['turning-tide/worker', '/concern'],
  ['turning-tide/worker', '/concerns'],
  ['westmarch/duty', '/'],
  ['westmarch/duty', '/alerts'],
  ['westmarch/duty', '/identity'],
  ['westmarch/register', '/register'],
] as const

const { values } = parseArgs({ options: { visits: { type: 'string', default: '40' } } })
const visits = Number(values.visits)
const folder = await mkdtemp(join(tmpdir(), 'hub-bench-'))
const took: number[] = []
const { place, stop } = await startServer({
  port: 0,
  children: 100,
  folder,
  log: (_level, message, told) => {
    const { milliseconds } = told
    if (message === 'PAGE_ANSWERED' && typeof milliseconds === 'number') took.push(milliseconds)
  },
  publish: async () => {},
})

const signedIn = async (position: string): Promise<PlainBrowser> => {
  const browser = new PlainBrowser(place.consoleUrl)
  const person = localPeople.find(({ positions }: LocalPerson) => positions.join() === position)
  if (person === undefined) throw new Error(`nobody is ${position} alone`)
  await browser.signIn(person)
  return browser
}

try {
  const all: number[] = []
  for (const [position, path] of pages) {
    const browser = await signedIn(position)
    if (path === '/concern') await browser.post('/worried', { danger: 'NO' })
    for (let visit = 0; visit < 5; visit += 1) await browser.get(path)
    took.length = 0
    const sizes: number[] = []
    for (let visit = 0; visit < visits; visit += 1) sizes.push((await browser.get(path)).bytes)
    all.push(...took)
    process.stdout.write(
      `${path} (${position}): ${median(took)} ms at the median, ${((sizes.at(-1) ?? 0) / 1000).toFixed(1)} kB\n`,
    )
  }
  process.stdout.write(`all: ${median(all)} ms at the median\n`)
} finally {
  await stop()
  await rm(folder, { recursive: true })
}
