import type { Tagged } from './touched-tags.ts';

/** An answer as it is sent. */
export interface KeptAnswer extends Tagged {
  /** A character for each byte: Node.js sends it together with the headers, in one write. */
  body: string;
  /** Since room was last made. */
  wasAsked: boolean;
  tagHeader: string;
  complexity: string | null;
  /** The environment's name. */
  environment: string;
}

/** Besides what is counted: objects, headers and the places in the maps. */
const OVERHEAD_BYTES = 500;
const BYTES_OF_A_TAG = 40;

/** Answers by who asked what, bounded in bytes. The oldest leaves first, unless somebody asked for it meanwhile. */
export class KeptAnswers {
  readonly #answers = new Map<string, KeptAnswer>();
  readonly #most: number;
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#most = mostBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  find(key: string): KeptAnswer | undefined {
    const answer = this.#answers.get(key);
    if (answer) answer.wasAsked = true;
    return answer;
  }

  /** One that would push out a tenth of all others is not kept. */
  keep(key: string, answer: KeptAnswer): void {
    this.drop(key);
    const size = sizeOf(key, answer);
    if (size > this.#most / 10) return;
    this.#answers.set(key, answer);
    this.#bytes += size;
    for (const [oldest, candidate] of this.#answers) {
      if (this.#bytes <= this.#most) return;
      this.drop(oldest);
      if (candidate.wasAsked) this.#keepLonger(oldest, candidate);
    }
  }

  /** To the end of the row; there it is met again only when nothing else made room. */
  #keepLonger(key: string, answer: KeptAnswer): void {
    answer.wasAsked = false;
    this.#answers.set(key, answer);
    this.#bytes += sizeOf(key, answer);
  }

  drop(key: string): void {
    const answer = this.#answers.get(key);
    if (!answer) return;
    this.#answers.delete(key);
    this.#bytes -= sizeOf(key, answer);
  }
}

function sizeOf(key: string, { body, tags, tagHeader }: KeptAnswer): number {
  return key.length + body.length + tagHeader.length + tags.length * BYTES_OF_A_TAG + OVERHEAD_BYTES;
}
