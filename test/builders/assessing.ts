import type { AssessmentCommit } from '../../shared/assessing/commit-plan.ts'
import type { Gathered, Neighbourhood } from '../../shared/assessing/gathered.ts'
import type { AssessConcernDeps } from '../../shared/casework/assess-concern.ts'
import { nothingAccepted } from '../../shared/concerns/accepted.ts'
import type { StoredConcern } from '../../shared/concerns/stored-concern.ts'
import { defaultModel } from '../../shared/matching/default-model.ts'
import { aFamily, nobodyKnown } from './a-family.ts'
import { nobodyAround, noSendersPast } from './no-past.ts'
import { type aTrace, inTurn } from './ports.ts'

/** A register that knows nobody. */
export const unknownFamily = { gathered: nobodyKnown, around: nobodyAround }

/** One on which the subject of `aConcern` stands with her one child, both of whom the index leads to. */
export const knownFamily = async (
  change: Parameters<typeof aFamily>[0] = {},
): Promise<{ readonly gathered: Gathered; readonly around: Neighbourhood }> => {
  const around = await aFamily(change)
  const { adults, children } = around
  const sought = [
    {
      person: 'subject' as const,
      kind: 'adult' as const,
      ids: adults.map(({ adultId }) => adultId),
      incomplete: false,
    },
    {
      person: 'children/0' as const,
      kind: 'child' as const,
      ids: children.map(({ childId }) => childId),
      incomplete: false,
    },
  ]
  return { gathered: { adults, children, sought, confirmedInTrial: 0 }, around }
}

type Read = {
  readonly stored?: StoredConcern | undefined
  readonly family?: { readonly gathered: Gathered; readonly around: Neighbourhood }
  readonly answers?: readonly ('committed' | 'changed')[]
}

/** Ports of every assessment, which keep what would be committed. */
export const assessingWith = (
  { acting, port, keep }: ReturnType<typeof aTrace>,
  { stored, family = unknownFamily, answers = ['committed'] }: Read,
): { readonly deps: AssessConcernDeps; readonly commits: AssessmentCommit[] } => {
  const commits: AssessmentCommit[] = []
  const answer = inTurn(answers[0] ?? 'changed', ...answers.slice(1))
  const there =
    <Found>(found: Found) =>
    () =>
      Promise.resolve(found)
  return {
    commits,
    deps: {
      ...acting,
      read: port('read', () => stored),
      readAccepted: there(nothingAccepted),
      gather: port('gather', () => family.gathered),
      gatherAround: port('gatherAround', () => family.around),
      keepLookups: there(undefined),
      concernsNear: there([]),
      readProtectors: there([]),
      readAgreements: there(noSendersPast.agreements),
      readTellings: there([]),
      readConcerns: there([]),
      readAlerts: there([]),
      readReviews: there([]),
      model: defaultModel,
      trial: { needed: 0, authorities: [] },
      commit: port<[AssessmentCommit], 'committed' | 'changed'>('commit', (commit) => {
        commits.push(commit)
        keep(commit.entries)
        return answer()
      }),
    },
  }
}
