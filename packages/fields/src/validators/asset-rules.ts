import type { FactsRequest, UploadFacts } from '@recto/content/facts';
import type { Reference, ValidationContext, Validator } from '@recto/content/field-type';
import type { Json, JsonObject } from '@recto/content/json';

/** A rule that every upload of the value has to pass, by what is known of its file. */
export function uploadRule<Parameters extends JsonObject>(
  name: Validator['name'],
  parameters: Validator<Parameters>['parameters'],
  passes: (upload: UploadFacts, parameters: Parameters) => boolean,
): Validator<Parameters> {
  return {
    name,
    parameters,
    needs: (value, _parameters, { type }) => askForUploads(value, type),
    check(value, given, context) {
      for (const { id, path = [] } of uploadsOf(value, context.type)) {
        const upload = context.facts.upload(id);
        if (!upload || passes(upload, given)) continue;
        const code = `VALIDATION_${name.toUpperCase()}`;
        context.report({ code, path: [...context.path, ...path], details: { ...given, upload_id: id } });
      }
    },
  };
}

export function uploadsOf(value: Json, type: ValidationContext['type']): Reference[] {
  if (value === null) return [];
  return (type.references?.(value) ?? []).filter(({ kind }) => kind === 'upload');
}

export function askForUploads(value: Json, type: ValidationContext['type']): FactsRequest {
  return { uploads: uploadsOf(value, type).map(({ id }) => id) };
}
