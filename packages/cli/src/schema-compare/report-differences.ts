import type { Difference } from './compare-schemas.ts';
import type { ProjectSketch } from './project-sketch.ts';

/** Where schemas differ by their age alone. */
const BY_AGE: readonly { feature: string; places: RegExp }[] = [
  { feature: 'newer fields of videos', places: /^(UploadVideoField\b|MuxThumbnail)/ },
  { feature: 'metas of projects made before 2023', places: /\b(createdAt|updatedAt)(_ASC|_DESC)?$/ },
];

/** Prints what differs, and answers the status to leave with. */
export function reportDifferences(differences: readonly Difference[], project: ProjectSketch): number {
  const fields = project.itemTypes.reduce((total, { fields: own }) => total + own.length, 0);
  console.log(
    `${project.itemTypes.length} models with ${fields} fields, locales ${project.locales.join(', ')}` +
      `${project.strict ? ', strict' : ''}, ${project.version} versions`,
  );
  const own = differences.filter((difference) => featureOf(difference) === undefined);
  for (const difference of own) console.log(describe(difference));
  for (const { feature } of BY_AGE) {
    const later = differences.filter((difference) => featureOf(difference) === feature);
    if (later.length > 0) console.log(`By age, ${feature}: ${later.length} (${placesOf(later)})`);
  }
  console.log(own.length === 0 ? 'No other differences.' : `${own.length} differences.`);
  return own.length === 0 ? 0 : 1;
}

function featureOf({ place }: Difference): string | undefined {
  return BY_AGE.find(({ places }) => places.test(place))?.feature;
}

function describe({ place, what, wanted, ours }: Difference): string {
  return `${place}: ${what}\n  wanted ${shorten(wanted)}\n  ours   ${shorten(ours)}`;
}

function placesOf(differences: readonly Difference[]): string {
  return shorten([...new Set(differences.map(({ place }) => place))].join(', '));
}

function shorten(text: string): string {
  const line = text.replaceAll('\n', '\\n');
  return line.length > 300 ? `${line.slice(0, 297)}…` : line;
}
