import type { Block } from '@recto/content/item/item';

/** The nodes of a stored document. Where the wire has the id or the body of a block, the block itself rests. */
export type Span = { type: 'span'; marks?: string[]; value: string };
export type Meta = { id: string; value: string }[];
export type Link = { type: 'link'; url: string; meta?: Meta; children: Span[] };
export type ItemLink = { type: 'itemLink'; item: string; meta?: Meta; children: Span[] };
export type InlineItem = { type: 'inlineItem'; item: string };
export type InlineBlock = { type: 'inlineBlock'; item: Block };
export type InlineNode = Span | Link | ItemLink | InlineItem | InlineBlock;

export type Paragraph = { type: 'paragraph'; style?: string; children: InlineNode[] };
export type Heading = { type: 'heading'; level: number; style?: string; children: InlineNode[] };
export type ListItem = { type: 'listItem'; children: (Paragraph | List)[] };
export type List = { type: 'list'; style: 'bulleted' | 'numbered'; children: ListItem[] };
export type Blockquote = { type: 'blockquote'; attribution?: string; children: Paragraph[] };
export type Code = { type: 'code'; language?: string; highlight?: number[]; code: string };
export type BlockNode = { type: 'block'; item: Block };
export type ThematicBreak = { type: 'thematicBreak' };
export type RootChild = Paragraph | Heading | List | Blockquote | Code | BlockNode | ThematicBreak;
export type Root = { type: 'root'; children: RootChild[] };

export type Dast = { schema: 'dast'; document: Root };
export type Node = Root | RootChild | ListItem | InlineNode;
export type NodeType = Node['type'];
