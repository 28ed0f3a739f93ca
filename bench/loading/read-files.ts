import { sourcesOf } from '../../cli/import/files-on-disk.ts'
import { westmarch } from '../../infra/stages/local.ts'
import { londonDay } from '../../shared/calendar/london-day.ts'
import { readsOf } from '../../shared/files/read-files.ts'
import type { sortingOnDisk } from '../../shared/files/sort-on-disk.ts'
import { passOver } from '../../shared/loading/pass-over.ts'

type Sorting = Awaited<ReturnType<typeof sortingOnDisk>>

/** Files as `hub import` reads, joins and checks them. */
export const readFiles = async (folder: string, today: Date, sorting: Sorting) => {
  const world = { authority: westmarch, today: londonDay(today), sorting, extent: 'FULL' } as const
  return passOver(readsOf(await sourcesOf([folder])), world)
}
export type Files = Awaited<ReturnType<typeof readFiles>>
