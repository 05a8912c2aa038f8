import type { NewId } from '@recto/content/id';
import type { TSchema } from '@sinclair/typebox';
import type { Db } from '#db/database.ts';
import type { AnswerDocument, EndpointRequest, Method, Of } from '#http/endpoint.ts';
import type { JobQueue } from '#jobs/job-queue.ts';
import type { Settings } from '#settings.ts';
import type { Account } from './account/table.ts';
import type { Membership } from './organizations/table.ts';

/** What an endpoint of the account API may use. `db` is the transaction of the request in a write. */
export interface VisitorContext {
  db: Db;
  now: Date;
  newId: NewId;
  settings: Settings;
  jobs: JobQueue;
  /** Where the request came from: what sign-in attempts are counted by. */
  address: string;
}

export interface AccountContext extends VisitorContext {
  account: Account;
  sessionId: string;
  /** Digest of the token: who may ask for the result of a job. */
  askerHash: Buffer;
  /** In the organization that the header `X-Organization` names; null: the request is about one's own. */
  membership: Membership | null;
}

/** Somebody with a token, whatever it is good for by now. */
export type HolderContext = VisitorContext & Pick<AccountContext, 'askerHash'>;

interface Parts<Body extends TSchema | undefined, Query extends TSchema | undefined> {
  resource: string;
  rel: string;
  method: Method;
  path: string;
  body?: Body;
  query?: Query;
  answer?: TSchema | null;
  /** It answers with a job, whose result is `answer`. */
  isJob?: boolean;
  /** As for the Content Management API: `own` when `run` does slow work outside of its transaction. */
  transaction?: 'request' | 'own';
}

/** One endpoint of the account API as data: for anyone, for whoever is signed in, or for whoever was. */
export type AccountEndpoint<
  Body extends TSchema | undefined = TSchema | undefined,
  Query extends TSchema | undefined = TSchema | undefined,
> = Parts<Body, Query> &
  (
    | {
        access: 'anyone';
        run(request: EndpointRequest<Of<Body>, Of<Query>>, context: VisitorContext): Promise<AnswerDocument>;
      }
    | {
        access: 'holder';
        run(request: EndpointRequest<Of<Body>, Of<Query>>, context: HolderContext): Promise<AnswerDocument>;
      }
    | {
        access: 'signed_in';
        run(request: EndpointRequest<Of<Body>, Of<Query>>, context: AccountContext): Promise<AnswerDocument>;
      }
  );

/** Only infers. */
export function accountEndpoint<
  Body extends TSchema | undefined = undefined,
  Query extends TSchema | undefined = undefined,
>(definition: AccountEndpoint<Body, Query>): AccountEndpoint {
  // The walk hands over nothing but what the contract let through, so the types of the contract hold.
  return definition as unknown as AccountEndpoint;
}
