/** What would take an object out of the sealed log, hide it, or shorten how long it is held. */
export const loosening = [
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  's3:PutObjectRetention',
  's3:PutObjectLegalHold',
  's3:BypassGovernanceRetention',
]
