import type { Tagged } from './touched-tags.ts';

/** An answer as it is sent. */
export interface KeptAnswer extends Tagged {
  body: Buffer;
  tagHeader: string;
  complexity: string | null;
  /** The environment's name. */
  environment: string;
}

/** Besides what is counted: objects, headers and the places in the maps. */
const OVERHEAD_BYTES = 500;
const BYTES_OF_A_TAG = 40;

/** Answers by who asked what, bounded in bytes; the one unused for longest leaves first. */
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
    if (answer) {
      this.#answers.delete(key);
      this.#answers.set(key, answer);
    }
    return answer;
  }

  /** One that would push out a tenth of all others is not kept. */
  keep(key: string, answer: KeptAnswer): void {
    this.drop(key);
    const size = sizeOf(key, answer);
    if (size > this.#most / 10) return;
    this.#answers.set(key, answer);
    this.#bytes += size;
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= this.#most) return;
      this.drop(oldest);
    }
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
