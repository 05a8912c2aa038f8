import { describe, expect, it } from 'vitest';
import { fieldName, localeName, pluralStem, typeStem } from './names.ts';

describe('names of the delivery schema', () => {
  it.each([
    ['post', 'Post', 'post'],
    ['blog_post', 'BlogPost', 'blogPost'],
    ['h1_title', 'H1Title', 'h1Title'],
    ['seo_2x', 'Seo2x', 'seo2x'],
    ['x', 'X', 'x'],
    ['constructor', 'Constructor', 'constructor'],
    ['car_constructor', 'CarConstructor', 'carConstructor'],
  ])('turn the API key %s into %s and %s', (apiKey, stem, name) => {
    expect([typeStem(apiKey), fieldName(apiKey)]).toEqual([stem, name]);
  });

  it.each([
    ['artist', 'Artists'],
    ['constructor', 'Constructors'],
    ['category', 'Categories'],
    ['day', 'Days'],
    ['person', 'People'],
    ['sales_person', 'SalesPeople'],
    ['child', 'Children'],
    ['woman', 'Women'],
    ['sex', 'Sexes'],
    ['move', 'Moves'],
    ['zombie', 'Zombies'],
    ['index', 'Indices'],
    ['matrix', 'Matrices'],
    ['analysis', 'Analyses'],
    ['axis', 'Axes'],
    ['status', 'Statuses'],
    ['bus', 'Buses'],
    ['quiz', 'Quizzes'],
    ['ox', 'Oxen'],
    ['mouse', 'Mice'],
    ['knife', 'Knives'],
    ['half', 'Halves'],
    ['tomato', 'Tomatoes'],
    ['medium', 'Media'],
    ['datum', 'Data'],
    ['box', 'Boxes'],
    ['branch', 'Branches'],
    ['news', 'News'],
    ['series', 'Series'],
    ['species', 'Species'],
    ['equipment', 'Equipment'],
    ['sheep', 'Sheep'],
    ['police', 'Police'],
    ['tv_serie', 'TvSeries'],
    ['settings', 'Settings'],
    ['contact_information', 'ContactInformations'],
  ])('call several of %s %s', (apiKey, plural) => {
    expect(pluralStem(apiKey)).toBe(plural);
  });

  it('write a locale without its hyphens', () => {
    expect([localeName('en'), localeName('it-IT'), localeName('zh-Hant-TW')]).toEqual([
      'en',
      'it_IT',
      'zh_Hant_TW',
    ]);
  });
});
