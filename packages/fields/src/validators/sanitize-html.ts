import { Parser } from 'htmlparser2';
import sanitize, { type Attributes, type IOptions } from 'sanitize-html';

/** Elements inside each other. The parser's stack costs more the deeper it is: 200,000 open elements would take
 *  ten seconds. */
const DEEPEST_ELEMENT = 250;

/** Styles that the HTML editor writes for alignment and indentation; any other could cover the page. */
const HARMLESS_STYLE =
  /^(?:\s*(?:text-align:\s*(?:left|center|right|justify)|(?:padding|margin)-left:\s*\d{1,4}(?:px|em))\s*;?){1,10}\s*$/;

/** What may stand in a text: its structure, links and pictures; nothing that runs, loads or covers. */
const HARMLESS: IOptions = {
  allowedTags: [...sanitize.defaults.allowedTags, 'img', 'del', 'ins', 'details', 'summary'],
  allowedAttributes: {
    '*': ['align', 'class', 'dir', 'id', 'lang', 'style', 'title'],
    a: ['href', 'name', 'rel', 'target'],
    img: ['alt', 'height', 'loading', 'src', 'width'],
    ol: ['start', 'type'],
    table: ['border', 'cellpadding', 'cellspacing', 'width'],
    td: ['colspan', 'rowspan', 'valign', 'width'],
    th: ['colspan', 'rowspan', 'scope', 'valign', 'width'],
  },
  parseStyleAttributes: false,
  transformTags: { '*': withoutDangerousStyle },
};

/** Lets everything through, spelt as the parser understood it. */
const ANYTHING: IOptions = {
  allowedTags: false,
  allowedAttributes: false,
  allowVulnerableTags: true,
  allowedSchemesAppliedToAttributes: [],
  allowProtocolRelative: true,
  parseStyleAttributes: false,
};

/** Whether sanitizing would change nothing. Both are spelt by the same writer, so that quotes and the case of
 *  names do not matter. */
export function isHarmlessHtml(html: string): boolean {
  if (!html.includes('<')) return true;
  return isWellFormed(html) && sanitize(html, HARMLESS) === sanitize(html, ANYTHING);
}

/** The text without what is dangerous. A harmless one stays as it was written; one that the parser does not get
 *  through stays, to be refused. */
export function sanitizeHtml(html: string): string {
  return !isWellFormed(html) || isHarmlessHtml(html) ? html : sanitize(html, HARMLESS);
}

function withoutDangerousStyle(
  tagName: string,
  attribs: Attributes,
): { tagName: string; attribs: Attributes } {
  const { style, ...others } = attribs;
  return { tagName, attribs: style === undefined || HARMLESS_STYLE.test(style) ? attribs : others };
}

class TooDeep extends Error {}

/** Whether the very parser that the sanitizer uses gets through: not too deep, and out of every tag, quote and
 *  comment at the end. An open `<img onerror=…` would come to life with whatever follows it on a page. */
function isWellFormed(html: string): boolean {
  let depth = 0;
  let endsInText = false;
  const parser = new Parser({
    onopentagname() {
      if (++depth > DEEPEST_ELEMENT) throw new TooDeep();
    },
    onclosetag() {
      depth--;
    },
    ontext() {
      endsInText = parser.endIndex >= html.length;
    },
  });
  try {
    parser.end(`${html}.`);
    return endsInText;
  } catch (error) {
    if (error instanceof TooDeep) return false;
    throw error;
  }
}
