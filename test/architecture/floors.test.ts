import { readdir, readFile } from 'node:fs/promises'
import { cruise } from 'dependency-cruiser'
import { beforeAll, describe, expect, it } from 'vitest'
import { floors, type Import, importsUp, roomsInKnots } from './floors.ts'

const importsOfShared = async (): Promise<Import[]> => {
  const { output } = await cruise(['shared'], {
    baseDir: process.cwd(),
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  })
  if (typeof output === 'string') throw new Error('expected a result, not a report')
  return output.modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
  )
}

describe('the rooms of shared/', () => {
  let imports: Import[]
  beforeAll(async () => {
    imports = await importsOfShared()
  }, 60_000)

  it('are those of the list, and no others', async () => {
    const there = await readdir('shared', { withFileTypes: true })
    const rooms = there.filter((entry) => entry.isDirectory()).map(({ name }) => name)
    expect(rooms.toSorted()).toEqual([...floors].toSorted())
  })

  it('import downwards only', () => {
    expect(imports.length).toBeGreaterThan(500)
    expect(importsUp(imports)).toEqual([])
  })

  it('never form a knot', () => {
    expect(roomsInKnots(imports)).toEqual([])
  })

  it('are told one by one, in the same order, in shared/README.md', async () => {
    const page = await readFile('shared/README.md', 'utf8')
    const told = [...page.matchAll(/^\| `([a-z]+)` \|/gm)].map(([, room]) => room)
    expect(told).toEqual([...floors])
  })

  const upwards = { from: 'shared/concerns/concern.ts', to: 'shared/alerts/alert.ts' }

  it('would be refused an import that runs up', () => {
    expect(importsUp([...imports, upwards])).toEqual([
      'shared/concerns/concern.ts → shared/alerts/alert.ts',
    ])
  })

  it('would be refused a knot made of it', () => {
    const knot = roomsInKnots([...imports, upwards])
    expect(knot).toEqual(expect.arrayContaining(['alerts', 'concerns']))
    expect(knot).not.toContain('kernel')
  })

  it('would be refused a room that is not on the list', () => {
    const stranger = { from: 'shared/casework/submit-concern.ts', to: 'shared/utils/x.ts' }
    expect(importsUp([stranger])).toHaveLength(1)
  })
})
