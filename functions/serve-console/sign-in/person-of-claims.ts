import { workIdSchema } from '../../../shared/kernel/work-id.ts'
import { consoleRoles, isConsoleRole, type Position } from '../roles.ts'
import type { Settings } from '../settings.ts'

/** Somebody as the console takes them from what their identity provider says. */
export type Person = {
  readonly workId: string
  readonly name: string
  readonly positions: readonly Position[]
}

type Known = Pick<Settings, 'agencies' | 'authorities' | 'positions'>

/** Whether the hub serves an organisation of which somebody is said to be. */
const isServed = ({ role, organisation }: Position, { agencies, authorities }: Known): boolean => {
  const { of } = consoleRoles[role]
  if (of === 'all') return organisation === ''
  const all = of === 'agency' ? agencies : authorities
  return all.some(({ key }) => key === organisation)
}

/** The position that a value of the claim stands for; none for one that the table does not have. */
const positionOf = (value: unknown, known: Known): readonly Position[] => {
  if (typeof value !== 'string' || !Object.hasOwn(known.positions, value)) return []
  const { role = '', organisation = '' } = known.positions[value] ?? {}
  if (!isConsoleRole(role)) return []
  const position = { role, organisation }
  return isServed(position, known) ? [position] : []
}

const listOf = (claim: unknown): readonly unknown[] => (Array.isArray(claim) ? claim : [claim])

/** Who somebody is by the claims of their sign-in; undefined where none of them is a work id. */
export const personOfClaims = (
  claims: Readonly<Record<string, unknown>>,
  settings: Settings,
): Person | undefined => {
  const { workId: ofId, name: ofName, positions: ofPositions } = settings.claims
  const workId = workIdSchema.safeParse(claims[ofId])
  if (!workId.success) return undefined
  const name = claims[ofName]
  const positions = listOf(claims[ofPositions]).flatMap((value) => positionOf(value, settings))
  const each = new Map(positions.map((one) => [`${one.role} ${one.organisation}`, one]))
  return {
    workId: workId.data,
    name: typeof name === 'string' ? name.slice(0, 100) : '',
    positions: [...each.values()].slice(0, 12),
  }
}
