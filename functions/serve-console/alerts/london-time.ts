import { londonDay, zone } from '../../../shared/calendar/london-day.ts'
import { type Answers, dayIn } from '../concern/draft.ts'

const clock = /^(\d{1,2})[:.](\d{2})$/
const hour = 3_600_000
const inLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  hourCycle: 'h23',
})

/** A day and a time of London as they were typed, as one moment; what is none stands as it was written, for the API to say so. */
export const momentIn = (
  answers: Answers,
  { day, time }: { readonly day: string; readonly time: string },
): string | undefined => {
  const date = dayIn(answers, day) ?? ''
  const said = answers[time] ?? ''
  if (date === '' && said === '') return undefined
  const [, hours = '', minutes = ''] = clock.exec(said) ?? []
  const inGreenwich = Date.parse(`${date}T${hours.padStart(2, '0')}:${minutes}:00Z`)
  // London is Greenwich's time, or an hour before it.
  const moment = [0, hour]
    .map((ahead) => new Date(inGreenwich - ahead))
    .find(
      (at) =>
        !Number.isNaN(at.getTime()) &&
        londonDay(at) === date &&
        Number(inLondon.format(at)) === Number(hours),
    )
  return moment?.toISOString() ?? `${date} ${said}`.trim()
}
