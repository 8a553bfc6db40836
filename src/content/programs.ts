import guidesData from '../../data/guides.json' with { type: 'json' };
import data from '../../data/programs.json' with { type: 'json' };
import type { FourPoints, Guide, OfficialLink, Tool, TwelveSteps } from '../domain/programs/types.js';
import { freeze, perLanguage, withWords } from './door.js';

type GuideFacts = Pick<Guide, 'id' | 'related' | 'checked'> & {
  readonly references: readonly { readonly id: string; readonly url: string }[];
};

interface LinkFacts {
  readonly id: string;
  readonly url: string;
  readonly checked: string | null;
}

const joinLinks = (links: readonly LinkFacts[], labels: Readonly<Record<string, string>>): OfficialLink[] =>
  withWords(links, labels, ({ id, url, checked }, label) => ({ id, url, checked, label }));

export const twelveStepsIn = perLanguage(({ programs: { twelveSteps: words } }): TwelveSteps => {
  const { twelveSteps } = data;
  return freeze({
    title: words.title,
    intro: words.intro,
    ownWords: words.ownWords,
    themes: withWords(twelveSteps.themes, words.themes, ({ id, steps }, { title, text }) => ({
      id,
      steps,
      title,
      text,
    })),
    steps: Object.entries(words.steps).map(([number, step]) => ({ number: Number(number), ...step })),
    sponsor: words.sponsor,
    fellowships: joinLinks(
      twelveSteps.fellowships.map(({ group, url, checked }) => ({ id: group, url, checked })),
      words.fellowships,
    ),
    checked: twelveSteps.checked,
  });
});

export const fourPointsIn = perLanguage(({ programs: { fourPoints: words } }): FourPoints => {
  const { fourPoints } = data;
  const tools = new Map<string, Tool>(Object.entries(words.tools).map(([id, tool]) => [id, { id, ...tool }]));
  return freeze({
    title: words.title,
    intro: words.intro,
    ownWords: words.ownWords,
    points: withWords(fourPoints.points, words.points, ({ id, tools: ids }, { title, text }) => ({
      id,
      title,
      text,
      tools: ids.flatMap((tool) => tools.get(tool) ?? []),
    })),
    mind: words.mind,
    body: words.body,
    official: joinLinks(fourPoints.official, words.official),
    checked: fourPoints.checked,
  });
});

/** The guides, by id. */
export const guidesIn = perLanguage(({ guides: { guides: words } }) => {
  const joined = withWords(
    guidesData.guides as unknown as readonly GuideFacts[],
    words,
    ({ id, related, references, checked }, { title, lead, sections, references: labels }): Guide =>
      freeze({
        id,
        title,
        lead,
        sections,
        references: joinLinks(
          references.map((reference) => ({ ...reference, checked })),
          labels,
        ),
        related,
        checked,
      }),
  );
  return new Map(joined.map((guide) => [guide.id, guide]));
});
