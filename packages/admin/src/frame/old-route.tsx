import { generatePath, Navigate, useLocation, useParams } from 'react-router';
import { useProject } from '#project/project-context.ts';

/** An address that documents and plugins still use leads to where its screen is now. */
export function OldRoute({ now }: { now: string }) {
  const { path } = useProject();
  const params = useParams();
  const { search, hash } = useLocation();
  return <Navigate to={`${path(generatePath(now, params))}${search}${hash}`} replace />;
}
