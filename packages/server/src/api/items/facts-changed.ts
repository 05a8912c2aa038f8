/** Something was not as it was remembered: nothing is saved. */
export class FactsChanged extends Error {
  override readonly name = 'FactsChanged';
}
