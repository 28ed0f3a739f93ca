/** A reviewer's answer as it is sent, valid as it stands for a question that has this answer. */
export const aVerdict = (answer: string, more: Readonly<Record<string, unknown>> = {}) => ({
  answer,
  reason: 'Seen with a colleague; the harm to the child outweighs the parent’s wish.',
  practitioner: 'W-0117',
  notRelated: true,
  ...more,
})
