import { ROLES_THAT_ENTER } from '@recto/content/organization/organization-role';
import { type RawBuilder, sql } from 'kysely';

/** How an account enters the projects of an organization without a seat in them: as a member of the organization
 *  itself, or of one that it appointed. Who does both is there as the organization's own. */
export function entrances(owner: RawBuilder<unknown>, account: RawBuilder<unknown>): RawBuilder<unknown> {
  const roles = sql.join(ROLES_THAT_ENTER);
  return sql`
    select member.id, member.organization_id from organization_membership member
    left join organization_mandate mandate on mandate.appointed_id = member.organization_id
      and mandate.mandator_id = ${owner}
    where member.account_id = ${account} and member.role in (${roles})
      and (member.organization_id = ${owner} or mandate.id is not null)
    order by (member.organization_id = ${owner}) desc, member.organization_id`;
}
