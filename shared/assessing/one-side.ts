import { authorityOf } from '../kernel/ids.ts'
import type { Gathered, Neighbourhood } from './gathered.ts'

/** Tells of an authority's code whether its register may be looked at. */
type IsBeside = (authority: string) => boolean

/** What was found, without records of the other side, whoever they resemble. */
export const gatheredBeside = (gathered: Gathered, isBeside: IsBeside): Gathered => ({
  ...gathered,
  sought: gathered.sought.map((sought) => ({
    ...sought,
    ids: sought.ids.filter((id) => isBeside(authorityOf(id))),
  })),
  adults: gathered.adults.filter(({ adultId }) => isBeside(authorityOf(adultId))),
  children: gathered.children.filter(({ childId }) => isBeside(authorityOf(childId))),
})

/** Who is around, without anybody of the other side, at whatever address they were recorded. */
export const aroundBeside = (around: Neighbourhood, isBeside: IsBeside): Neighbourhood => ({
  adults: around.adults.filter(({ adultId }) => isBeside(authorityOf(adultId))),
  children: around.children.filter(({ childId }) => isBeside(authorityOf(childId))),
  chronologies: around.chronologies.filter(({ childId }) => isBeside(authorityOf(childId))),
  entries: around.entries.filter(({ childId }) => isBeside(authorityOf(childId))),
})
