import type { DeliveryContext, LocaleScope, Upload, UploadSource } from '../delivery-context.ts';
import { assetEditingUrl } from './editing-url.ts';
import { type ListArguments, type OrderReader, readOrder, readPage } from './list-arguments.ts';
import { type FilterReader, readFilter } from './read-filter.ts';
import { rootScope } from './records.ts';

type Resolver<Result> = (root: unknown, args: ListArguments, context: DeliveryContext) => Promise<Result>;

export function listUploads(filter: FilterReader, order: OrderReader): Resolver<UploadSource[]> {
  return async (_root, args, context) => {
    const scope = rootScope(args, context);
    const condition = readFilter(filter.keys(), args.filter, scope.locale);
    const page = readPage(order, args, scope.locale);
    const uploads = await context.listUploads({ condition, locale: scope.locale, ...page });
    return uploads.map((upload) => uploadSource(upload, scope, context));
  };
}

export function countUploads(filter: FilterReader): Resolver<{ count: number }> {
  return async (_root, args, context) => {
    const { locale } = rootScope(args, context);
    const condition = readFilter(filter.keys(), args.filter, locale);
    return { count: await context.countUploads({ condition, locale }) };
  };
}

export function findUpload(filter: FilterReader, orderBy: OrderReader): Resolver<UploadSource | null> {
  return async (_root, args, context) => {
    const scope = rootScope(args, context);
    const condition = readFilter(filter.keys(), args.filter, scope.locale);
    const order = readOrder(orderBy, args, scope.locale);
    const [upload] = await context.listUploads({ condition, order, first: 1, skip: 0, locale: scope.locale });
    return upload ? uploadSource(upload, scope, context) : null;
  };
}

function uploadSource(upload: Upload, scope: LocaleScope, context: DeliveryContext): UploadSource {
  const source = { upload, override: null, scope };
  return context.contentLink ? { ...source, editedAt: assetEditingUrl(source, context) } : source;
}
