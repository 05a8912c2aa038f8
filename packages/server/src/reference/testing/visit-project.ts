import type { Client } from '@datocms/cma-client-node';

/** Every endpoint of the project itself and of its environments that answers. */
export async function visitProject(client: Client): Promise<void> {
  await visitSite(client);
  await visitEnvironments(client);
  await client.publicInfo.find();
  await client.emojiSuggestions.find({ term: 'cat' });
  await client.whiteLabelSettings.find();
  await client.whiteLabelSettings.update({ custom_i18n_messages_template_url: null });
  const [limit] = await client.subscriptionLimits.list();
  await client.subscriptionLimits.find(limit?.id ?? '');
  await client.subscriptionFeatures.list();
  await client.dailyUsages.list();
  await client.usageCounters.find('cma_endpoint_requests', { period: 'today' });
}

async function visitSite(client: Client): Promise<void> {
  await client.site.find();
  await client.site.update({ no_index: true });
  await client.site.activateImprovedTimezoneManagement();
  await client.site.activateImprovedHexManagement();
  await client.site.activateImprovedGqlMultilocaleFields();
  await client.site.activateImprovedGqlVisibilityControl();
  await client.site.activateImprovedBooleanFields();
  await client.site.activateDraftModeAsDefault();
  await client.site.activateImprovedValidationAtPublishing();
  await client.site.activateImprovedExposureOfInlineBlocksInCda();
  await client.site.activateImprovedItemsListing();
  await client.site.activateMillisecondsInDatetime();
  await client.site.activateNonLocalizedFocalPoints();
  await client.site.updateAssetsCdnDefaultSettings({
    assets_cdn_default_settings: { image: { q: 80 }, video: {} },
  });
}

async function visitEnvironments(client: Client): Promise<void> {
  await client.environments.fork('main', { id: 'copy' });
  await client.environments.list();
  await client.environments.rename('copy', { id: 'sandbox' });
  await client.environments.find('sandbox');
  await client.maintenanceMode.activate();
  await client.maintenanceMode.find();
  await client.maintenanceMode.deactivate();
  await client.environments.promote('sandbox');
  await client.environments.promote('main');
  await client.environments.destroy('sandbox');
}
