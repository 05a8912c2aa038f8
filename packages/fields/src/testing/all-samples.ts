import type { FieldTypeName } from '@recto/content/field-type-names';
import { samples as boolean } from '../boolean/samples.ts';
import { samples as color } from '../color/samples.ts';
import { samples as date } from '../date/samples.ts';
import { samples as dateTime } from '../date-time/samples.ts';
import { samples as file } from '../file/samples.ts';
import { samples as float } from '../float/samples.ts';
import { samples as gallery } from '../gallery/samples.ts';
import { samples as integer } from '../integer/samples.ts';
import { samples as json } from '../json/samples.ts';
import { samples as latLon } from '../lat-lon/samples.ts';
import { samples as link } from '../link/samples.ts';
import { samples as links } from '../links/samples.ts';
import { samples as richText } from '../rich-text/samples.ts';
import { samples as seo } from '../seo/samples.ts';
import { samples as singleBlock } from '../single-block/samples.ts';
import { samples as slug } from '../slug/samples.ts';
import { samples as string } from '../string/samples.ts';
import { samples as structuredText } from '../structured-text/samples.ts';
import { samples as text } from '../text/samples.ts';
import { samples as video } from '../video/samples.ts';
import type { Samples } from './samples.ts';

export const allSamples: Record<FieldTypeName, Samples> = {
  boolean,
  color,
  date,
  date_time: dateTime,
  file,
  float,
  gallery,
  integer,
  json,
  lat_lon: latLon,
  link,
  links,
  rich_text: richText,
  seo,
  single_block: singleBlock,
  slug,
  string,
  structured_text: structuredText,
  text,
  video,
};
