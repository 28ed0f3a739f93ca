import { northmoor as northmoorCode } from '../../../infra/stages/local.ts'
import { anApiEvent } from '../../builders/an-api-event.ts'
import { reviewLead } from '../../builders/clients.ts'
import { deskOf } from '../../builders/hub-calls.ts'
import { day, type Scene } from './stage.ts'

/** Somebody asks ten times for what is not theirs; the next morning their lead is told, and looks at it. */
export const watched: Scene = async ({ hub, calls, taken }) => {
  for (let number = 1; number <= 10; number += 1)
    await calls.chronology(`${northmoorCode}.C${number}`)
  await hub.seal()
  hub.advance(day)
  await hub.reportUse()
  await hub.sweep()
  const event = anApiEvent('tickFinding', {
    token: await hub.tokenFor(reviewLead),
    body: { day: '2026-11-23', finding: 1, how: 'EXPLAINED' },
    headers: { ...deskOf(reviewLead), 'If-Match': '"1"' },
  })
  await taken(hub.call('review', event))
}
