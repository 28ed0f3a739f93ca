import * as z from 'zod'
import type { Alert } from '../alerts/alert.ts'
import { type ChildRef, childRefAt } from '../concerns/person-ref.ts'
import { type ChildId, childIdSchema } from '../kernel/ids.ts'
import { present } from '../kernel/present.ts'
import { initialsOf } from '../people/initials.ts'
import { stageOf, stageShape } from '../people/stage.ts'
import type { PersonMatch } from './person-match.ts'
import type { Behind } from './reading.ts'

/** A child of an alert in a list of alerts: enough for a colleague to know whom it is about, and for nobody else. */
export const listedChildSchema = z.strictObject({
  initials: z.string().max(8).optional().meta({ description: 'Absent: nobody said a name' }),
  ageMonths: stageShape.ageMonths,
  ageYears: z.int().min(0).optional(),
  isUnborn: stageShape.isUnborn,
})
export type ListedChild = z.infer<typeof listedChildSchema>

const matchesOf = ({ assessment: { matches } }: Behind, ref: ChildRef): readonly PersonMatch[] =>
  matches.filter(({ person }) => person === ref)

/** Records of the register that the children of a concern are: whether one is adopted its record says as it is now. */
export const confirmedChildren = ({ assessment: { matches } }: Behind): readonly ChildId[] =>
  matches
    .filter(({ kind }) => kind === 'child')
    .flatMap(({ match }) => match.confirmed.map((id) => childIdSchema.parse(id)))

/** Everybody whom these children are, or may be: for the log. */
const idsOf = (matches: readonly PersonMatch[]): readonly string[] =>
  matches.flatMap(({ match }) => [...match.confirmed, ...match.candidates.map(({ id }) => id)])

const listedOf = (
  child: Behind['stored']['concern']['children'][number],
  today: string,
): ListedChild => {
  const { isBirthUpdateDue: _later, ...stage } = stageOf(child, today)
  return present({
    initials: initialsOf(child.name ?? {}),
    ...stage,
    ageYears: stage.ageMonths === undefined ? child.ageYears : undefined,
  })
}

/**
 * The children of one concern as a list of alerts shows them: none whom the alert itself would not tell of to this reader (X6).
 * Of an adopted child's own alert that child alone, of any other everybody else.
 */
export const childrenListed = (
  alert: Pick<Alert, 'isOfAdopted'>,
  behind: Behind,
  { adopted, today }: { readonly adopted: ReadonlySet<string>; readonly today: string },
): { readonly children: readonly ListedChild[]; readonly people: readonly string[] } => {
  const shown = behind.stored.concern.children.flatMap((child, at) => {
    const matches = matchesOf(behind, childRefAt(at))
    const isAdopted = matches.some(({ match }) => match.confirmed.some((id) => adopted.has(id)))
    return isAdopted === (alert.isOfAdopted === true) ? [{ child, matches }] : []
  })
  return {
    children: shown.map(({ child }) => listedOf(child, today)),
    people: shown.flatMap(({ matches }) => idsOf(matches)),
  }
}
