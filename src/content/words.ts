import crisisLines from '../../data/text/en/crisis-lines.json' with { type: 'json' };
import crisisWords from '../../data/text/en/crisis-words.json' with { type: 'json' };
import glossary from '../../data/text/en/glossary.json' with { type: 'json' };
import groups from '../../data/text/en/groups.json' with { type: 'json' };
import guides from '../../data/text/en/guides.json' with { type: 'json' };
import language from '../../data/text/en/language.json' with { type: 'json' };
import needs from '../../data/text/en/needs.json' with { type: 'json' };
import programs from '../../data/text/en/programs.json' with { type: 'json' };
import safety from '../../data/text/en/safety.json' with { type: 'json' };
import search from '../../data/text/en/search.json' with { type: 'json' };
import substances from '../../data/text/en/substances.json' with { type: 'json' };
import type { Guide, Passage, Point, Step, Theme, Tool } from '../domain/programs/types.js';
import type { GlossaryEntry } from '../domain/text/glossary.js';
import type { CrisisWords } from '../domain/safety/crisis.js';
import type { LineWords, SafetyWords } from '../domain/safety/types.js';
import type { ReadingRules } from '../domain/groups/vocabulary.js';
import type { GroupWords, SharedGroupWords } from '../domain/groups/types.js';

type ById<T> = Readonly<Record<string, T>>;

interface TermWords {
  readonly label: string;
  readonly terms: readonly string[];
}

/** All words of one language, file by file, as they stand in data/text/<language>/. */
export interface Words {
  readonly crisisLines: {
    readonly countries: ById<{ readonly name: string; readonly listName: string }>;
    readonly languages: ById<string>;
    readonly lines: ById<LineWords>;
  };
  readonly crisisWords: CrisisWords;
  readonly glossary: { readonly terms: ById<GlossaryEntry> };
  readonly groups: { readonly shared: SharedGroupWords; readonly groups: ById<GroupWords> };
  readonly guides: {
    readonly guides: ById<Pick<Guide, 'title' | 'lead' | 'sections'> & { readonly references: ById<string> }>;
  };
  readonly language: {
    readonly name: string;
    /** `draft`: translated, and not yet read by a clinician with this mother tongue. */
    readonly review: 'original' | 'draft' | 'reviewed';
  };
  readonly needs: { readonly needs: ById<TermWords> };
  /** Types of meetings in other languages; the English ones are in the file that shows meetings. */
  readonly meetingTypes: {
    readonly categories?: ById<string>;
    readonly types?: ById<{ readonly name: string; readonly text?: string }>;
  };
  readonly programs: {
    readonly twelveSteps: {
      readonly title: string;
      readonly intro: readonly string[];
      readonly ownWords: string;
      readonly themes: ById<Pick<Theme, 'title' | 'text'>>;
      readonly steps: ById<Omit<Step, 'number'>>;
      readonly sponsor: Passage;
      readonly fellowships: ById<string>;
    };
    readonly fourPoints: {
      readonly title: string;
      readonly intro: readonly string[];
      readonly ownWords: string;
      readonly points: ById<Pick<Point, 'title' | 'text'>>;
      readonly tools: ById<Omit<Tool, 'id'>>;
      readonly mind: Passage;
      readonly body: Passage;
      readonly official: ById<string>;
    };
  };
  readonly safety: SafetyWords;
  /** How words are read; meanings are ids of substances. */
  readonly search: Omit<ReadingRules, 'ambiguous'> & { readonly ambiguous: ById<readonly string[]> };
  readonly substances: { readonly substances: ById<TermWords> };
}

// TypeScript widens imported JSON to plain strings: data/schema and a check over all entries own its correctness.
const english = {
  crisisLines,
  crisisWords,
  glossary,
  groups,
  guides,
  language,
  meetingTypes: {},
  needs,
  programs,
  safety,
  search,
  substances,
} as unknown as Words;

const byLanguage = new Map<string, Words>([['en', english]]);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The English words with those of another language laid over them, so that a missing string is shown in English. */
function over(base: unknown, other: unknown): unknown {
  if (!isRecord(base) || !isRecord(other)) return other ?? base;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(other)) merged[key] = over(base[key], value);
  return merged;
}

const added = new Map<string, Partial<Words>[]>();

/**
 * Adds words of a language. Whatever they lack is as it was, or in English. Each file is joined when somebody first asks
 * for it: nobody needs all of them at once.
 * @param beneath The words lie under those that were added before: a file that comes late changes no word of the page's.
 */
export function addWords(language: string, words: Partial<Words>, beneath = false): void {
  const tag = language.toLowerCase();
  const parts = added.get(tag) ?? [];
  added.set(tag, beneath ? [words, ...parts] : [...parts, words]);
  const joined = new Map<keyof Words, unknown>();
  const whole = {} as Words;
  for (const file of Object.keys(english) as (keyof Words)[]) {
    Object.defineProperty(whole, file, {
      enumerable: true,
      get: () => {
        if (!joined.has(file))
          joined.set(
            file,
            added.get(tag)!.reduce<unknown>((all, part) => over(all, part[file]), english[file]),
          );
        return joined.get(file);
      },
    });
  }
  byLanguage.set(tag, whole);
}

/** The words of a language, else English ones. */
export function wordsIn(language: string): Words {
  return byLanguage.get(language) ?? english;
}
