import type { Concern } from '../../concerns/concern.ts'
import type { AlertContent } from './alert-content.ts'

/** What the concern says of domestic abuse, and how the victim is safely reached. */
export const domesticAbuseOf = ({
  domesticAbuse,
  subject: { role = 'UNKNOWN' },
}: Concern): Pick<AlertContent, 'domesticAbuse' | 'safeContact'> => {
  if (domesticAbuse === undefined) return {}
  const { childPresent, maracReferred, dash, safeContact } = domesticAbuse
  return {
    domesticAbuse: {
      role,
      childPresent,
      maracReferred,
      ...(dash !== undefined && { dashLevel: dash.level }),
    },
    ...(safeContact !== undefined && { safeContact }),
  }
}
