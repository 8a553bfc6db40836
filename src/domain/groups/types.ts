/**
 * What a group is, as facts without sentences. The values are the field's own terms; the words for people
 * stand in data/text/<language>/. Every list below is the one place where its values are named: the schema in
 * data/schema/ and the words in ui.json are compared with it by a check.
 */

/** `dormant`: no sign of life; `unclear`: no fresh proof; `limited`: runs, but without a public list of meetings. */
export const GROUP_STATUSES = ['active', 'limited', 'unclear', 'dormant'] as const;
export type GroupStatus = (typeof GROUP_STATUSES)[number];

/** How a group works. A group may have several. `skills`: tools from cognitive behavioural therapy. */
export const APPROACHES = ['twelve-step', 'skills', 'secular', 'buddhist', 'peer'] as const;
export type Approach = (typeof APPROACHES)[number];

/**
 * `higher-power-open`: steps speak of a power greater than oneself, each member decides what it is;
 * `reworded`: steps without God; `none`: no spiritual side; `buddhist`: Buddhist practice, no god.
 */
export const SPIRITUAL_SIDES = ['none', 'buddhist', 'reworded', 'higher-power-open'] as const;
export type SpiritualSide = (typeof SPIRITUAL_SIDES)[number];

/** What the group aims at. `own-wellbeing` is the aim of groups for relatives. `grief`: living with a death. */
export const GOALS = ['abstinence', 'self-chosen', 'own-wellbeing', 'grief'] as const;
export type Goal = (typeof GOALS)[number];

/** Who the group is for: people who use or used (`self`), people who care about them (`family`), or who lost them. */
export const AUDIENCES = ['self', 'family', 'bereaved'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** A shared background the group is made for. Without one it is open to everybody in its audience. */
export const BACKGROUNDS = ['women'] as const;
export type Background = (typeof BACKGROUNDS)[number];

export const ATTENDANCES = ['in-person', 'online', 'phone'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

/**
 * The group's view of prescribed medicine. `core`: made for people who take it; `supportive`: says so in public;
 * `prescribed-ok`: its abstinence does not cover medicine taken as prescribed; `psychiatric-supportive`: backs
 * psychiatric medicine, nothing found on methadone or buprenorphine; `practice-varies`: officially fine, members
 * differ; `mixed`: no single position; `not-published`: none found; `not-applicable`: groups for relatives.
 */
export const MEDICINE_STANCES = [
  'core',
  'supportive',
  'prescribed-ok',
  'psychiatric-supportive',
  'practice-varies',
  'mixed',
  'not-published',
  'not-applicable',
] as const;
export type MedicineStance = (typeof MEDICINE_STANCES)[number];

export const LEADERS = ['members', 'trained-facilitator'] as const;
export type Leader = (typeof LEADERS)[number];

/** `similar`: a mentor under another name; `unknown`: nothing found. */
export const SPONSORSHIPS = ['yes', 'optional', 'similar', 'no', 'unknown'] as const;
export type Sponsorship = (typeof SPONSORSHIPS)[number];

/** A calendar date, `YYYY-MM-DD`. */
export type IsoDate = string;
/** ISO 3166-1 alpha-2, upper case. `GB` is the United Kingdom. */
export type CountryCode = string;

/** An official page that lists meetings. */
export interface GroupFinder {
  /** Stable inside the group; its label is in the group's words under `finders`. */
  readonly id: string;
  readonly url: string;
  /** How the meetings that it lists can be attended. */
  readonly attendance: readonly Attendance[];
  /** Where it holds; absent: worldwide, or several countries. */
  readonly countries?: readonly CountryCode[];
  /** When the address was last seen to work; null: never checked live. */
  readonly checked: IsoDate | null;
}

export interface GroupPhone {
  readonly country: CountryCode;
  /** As people write it in that country. */
  readonly number: string;
  /** Key of the hours' words in the group's words under `hours`; absent: hours unknown. */
  readonly hours?: string;
  readonly checked: IsoDate | null;
}

/** The facts about one group, from data/groups.json (without the sources, which do not ship). */
export interface GroupFacts {
  readonly id: string;
  readonly status: GroupStatus;
  readonly founded: number | null;
  /** Ids of data/substances.json. `any-drug` means: all drugs are this group's business. */
  readonly substances: readonly string[];
  readonly approach: readonly Approach[];
  readonly spirituality: SpiritualSide;
  readonly goals: readonly { readonly goal: Goal; readonly since?: IsoDate }[];
  readonly audience: readonly Audience[];
  readonly backgrounds: readonly Background[];
  /** Made for people who live with a mental health condition and drug use at the same time. */
  readonly mentalHealth: boolean;
  readonly attendance: readonly Attendance[];
  readonly ledBy: Leader;
  readonly sponsor: Sponsorship;
  readonly cost: 'free';
  readonly medicine: { readonly stance: MedicineStance; readonly checked: IsoDate };
  /** Where the group is known to meet in person; null: many countries. */
  readonly countries: readonly CountryCode[] | null;
  /** Official site; null: none that may be shown. */
  readonly website: { readonly url: string; readonly checked: IsoDate | null } | null;
  /** Pages to name as sources where there is no official site. */
  readonly references?: readonly string[];
  /** National sites of the same group. */
  readonly nationalSites: readonly {
    readonly country: CountryCode;
    readonly url: string;
    readonly checked: IsoDate | null;
  }[];
  readonly finders: readonly GroupFinder[];
  readonly phones: readonly GroupPhone[];
  /** Living groups to look at when this one is dormant, unclear or limited. Ids. */
  readonly alternatives: readonly string[];
  /** When these facts were last reviewed as a whole. */
  readonly checked: IsoDate;
}

/** The words about one group, from data/text/<language>/groups.json. Plain text, no markup. */
export interface GroupWords {
  readonly name: string;
  readonly abbreviation?: string;
  /** Other names that people type for it. */
  readonly terms?: readonly string[];
  /** One line, at most 120 characters. */
  readonly summary: string;
  readonly about: readonly string[];
  readonly meeting: readonly string[];
  readonly suits: string;
  readonly mayNotSuit: string;
  /** What a newcomer can say on arrival, in the newcomer's own voice, with a line of advice. */
  readonly arrive: string;
  readonly spiritual: string;
  readonly goal: string;
  readonly medicine: string;
  /** Only where the status is not `active`: what is known, and where to look instead. */
  readonly status?: string;
  /** Labels of the finders, by id. */
  readonly finders: Readonly<Record<string, string>>;
  /** Opening hours of the phones, by key. */
  readonly hours?: Readonly<Record<string, string>>;
}

export interface Group
  extends
    GroupFacts,
    Omit<GroupWords, 'terms' | 'finders' | 'status' | 'hours' | 'spiritual' | 'goal' | 'medicine'> {
  readonly words: Pick<GroupWords, 'spiritual' | 'goal' | 'medicine' | 'status' | 'hours'>;
  readonly finders: readonly (GroupFinder & { readonly label: string })[];
}
