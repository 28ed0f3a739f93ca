import { type OutcomeCode, outcomeRow, turnsAway } from '../../../shared/codes/outcomes.ts'
import type { Answers } from '../concern/draft.ts'
import { momentIn } from './london-time.ts'

/** Without what nobody said. */
const said = (body: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== undefined && value !== ''),
  )

const listIn = (answers: Answers, name: string): readonly string[] =>
  (answers[name] ?? '').split(' ').filter((one) => one !== '')

/** An outcome as the API takes it: with what belongs to it, and with the earlier alerts that whoever decides says they have read. */
export const bodyOfOutcome = (code: OutcomeCode, answers: Answers): object => {
  const { detail, mayFollowStrategyDiscussion } = outcomeRow(code)
  const place = { day: 'discussionDay', time: 'discussionTime' }
  return said({
    outcome: code,
    ...(detail !== undefined && { [detail]: answers[detail] }),
    ...(mayFollowStrategyDiscussion && { strategyDiscussionAt: momentIn(answers, place) }),
    reason: answers[turnsAway(code) ? 'whyTurnedAway' : 'whyDecided'],
    ...(turnsAway(code) && { priorItemsRead: listIn(answers, 'priorItemsRead') }),
  })
}

const kinds = [
  ['FACT', 'toldFact'],
  ['REPORTED', 'toldReported'],
  ['OPINION', 'toldOpinion'],
] as const

/** What the sender is told: each line as the fact, report or opinion that it is. */
export const linesOfFeedback = (answers: Answers) =>
  kinds.flatMap(([kind, field]) => {
    const text = answers[field] ?? ''
    return text === '' ? [] : [{ kind, text }]
  })

export const bodyOfFeedback = (answers: Answers): object =>
  said({ lines: linesOfFeedback(answers), nextStep: answers['nextStep'] })

export const bodyOfTelling = (answers: Answers): object => {
  if (answers['wasTold'] === 'NO')
    return said({
      wasTold: false,
      whyNot: answers['whyNotTold'],
      reason: answers['whyNotToldWords'],
    })
  return said({
    ...(answers['wasTold'] === 'YES' && { wasTold: true }),
    who: listIn(answers, 'toldWho'),
    toldBy: answers['toldBy'],
    toldAt: momentIn(answers, { day: 'toldDay', time: 'toldTime' }),
  })
}

export const bodyOfCaseStatus = (answers: Answers): object =>
  said({ status: answers['caseStatus'] })

/** To the team there is nobody to name; whoever chose neither is told so by the API. */
export const bodyOfHandOver = (answers: Answers): object => {
  if (answers['handTo'] === 'TEAM') return { to: null }
  return answers['handTo'] === 'COLLEAGUE' ? { to: answers['handToWho'] ?? '' } : {}
}
