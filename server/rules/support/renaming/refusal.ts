/** Why something cannot be given another name. */

/** The reason, in words for the person who asked. */
export interface Refusal {
  readonly refusal: string;
}

/** Tells a reason from an answer. */
export function isRefusal(answer: object): answer is Refusal {
  return 'refusal' in answer;
}
