import type { FieldRegistry } from '@recto/content/field-type';
import { boolean } from './boolean/boolean.ts';
import { color } from './color/color.ts';
import { date } from './date/date.ts';
import { dateTime } from './date-time/date-time.ts';
import { file } from './file/file.ts';
import { float } from './float/float.ts';
import { gallery } from './gallery/gallery.ts';
import { integer } from './integer/integer.ts';
import { json } from './json/json.ts';
import { latLon } from './lat-lon/lat-lon.ts';
import { link } from './link/link.ts';
import { links } from './links/links.ts';
import { richText } from './rich-text/rich-text.ts';
import { seo } from './seo/seo.ts';
import { singleBlock } from './single-block/single-block.ts';
import { slug } from './slug/slug.ts';
import { string } from './string/string.ts';
import { structuredText } from './structured-text/structured-text.ts';
import { text } from './text/text.ts';
import { dateRange } from './validators/date-range.ts';
import { dateTimeRange } from './validators/date-time-range.ts';
import { descriptionLength } from './validators/description-length.ts';
import { enumeration } from './validators/enum.ts';
import { extension } from './validators/extension.ts';
import { fileSize } from './validators/file-size.ts';
import { format } from './validators/format.ts';
import { imageAspectRatio } from './validators/image-aspect-ratio.ts';
import { imageDimensions } from './validators/image-dimensions.ts';
import { itemItemType } from './validators/item-item-type.ts';
import { itemsItemType } from './validators/items-item-type.ts';
import { length } from './validators/length.ts';
import { numberRange } from './validators/number-range.ts';
import { required } from './validators/required.ts';
import { requiredAltTitle } from './validators/required-alt-title.ts';
import { requiredSeoFields } from './validators/required-seo-fields.ts';
import { richTextBlocks } from './validators/rich-text-blocks.ts';
import { sanitizedHtml } from './validators/sanitized-html.ts';
import { singleBlockBlocks } from './validators/single-block-blocks.ts';
import { size } from './validators/size.ts';
import { slugFormat } from './validators/slug-format.ts';
import { slugTitleField } from './validators/slug-title-field.ts';
import { structuredTextBlocks } from './validators/structured-text-blocks.ts';
import { structuredTextInlineBlocks } from './validators/structured-text-inline-blocks.ts';
import { structuredTextLinks } from './validators/structured-text-links.ts';
import { titleLength } from './validators/title-length.ts';
import { unique } from './validators/unique.ts';
import { video } from './video/video.ts';

/** Every field type and every rule there is. The compiler asks for a line when a name is added to the list. */
export const fieldRegistry: FieldRegistry = {
  types: {
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
  },
  validators: {
    date_range: dateRange,
    date_time_range: dateTimeRange,
    description_length: descriptionLength,
    enum: enumeration,
    extension,
    file_size: fileSize,
    format,
    image_aspect_ratio: imageAspectRatio,
    image_dimensions: imageDimensions,
    item_item_type: itemItemType,
    items_item_type: itemsItemType,
    length,
    number_range: numberRange,
    required,
    required_alt_title: requiredAltTitle,
    required_seo_fields: requiredSeoFields,
    rich_text_blocks: richTextBlocks,
    sanitized_html: sanitizedHtml,
    single_block_blocks: singleBlockBlocks,
    size,
    slug_format: slugFormat,
    slug_title_field: slugTitleField,
    structured_text_blocks: structuredTextBlocks,
    structured_text_inline_blocks: structuredTextInlineBlocks,
    structured_text_links: structuredTextLinks,
    title_length: titleLength,
    unique,
  },
};
