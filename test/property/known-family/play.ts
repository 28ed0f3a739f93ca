import type { Trial } from '../../../shared/matching/trial.ts'
import { doAside, doAsStated, makeKnown } from './others.ts'
import { startRecordedHub } from './recorded-hub.ts'
import type { Known } from './registers.ts'
import type { Scene } from './script.ts'
import { doAsSender, lookAround } from './sender.ts'
import { type Caller, startStory } from './story.ts'

const hour = 60 * 60 * 1000
const daysBefore = 18

/**
 * Plays one story at a hub of its own, and gives every line that the sender and its lead see. `known` left out, nobody
 * knows anything of the family, and what happens aside does not.
 */
export const play = async (
  scenes: readonly Scene[],
  {
    sender,
    trial,
    known,
  }: { readonly sender: Caller; readonly trial: Trial; readonly known?: Known },
): Promise<readonly string[]> => {
  const recorded = await startRecordedHub(trial)
  const story = startStory(recorded, sender)
  const { hub, notes } = story
  if (known !== undefined) await makeKnown(story, known)
  await hub.settle()
  hub.advance(daysBefore * 24 * hour)
  await hub.settle()
  const since = hub.now().toISOString()
  for (const [at, { hours, asides, act }] of scenes.entries()) {
    hub.advance(hours * hour)
    await hub.settle()
    if (known !== undefined) for (const aside of asides) await doAside(story, aside)
    notes.write(`scene ${at + 1}: ${act.kind}`)
    await doAsStated(story, act)
    await doAsSender(story, act)
    await hub.settle()
    await lookAround(story, since)
  }
  return notes.lines
}
