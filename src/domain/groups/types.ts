/**
 * What a group is, as facts without sentences. The values are the field's own terms; the words for people
 * stand in data/text/<language>/. Every list below is the one place where its values are named: the schema in
 * data/schema/ and the words in ui.json are compared with it by a check.
 */

/**
 * `dormant`: no sign of life; `unclear`: no fresh proof; `limited`: runs, but without a public list of meetings;
 * `method`: not a group, but a way of helping that is taught in groups, by therapists or from a book (CRAFT).
 */
export const GROUP_STATUSES = ['active', 'limited', 'unclear', 'dormant', 'method'] as const;
export type GroupStatus = (typeof GROUP_STATUSES)[number];

/**
 * How a group works. A group may have several. `skills`: tools from cognitive behavioural therapy; `many-paths`:
 * every way of recovery is welcome in one meeting; `platform`: a website where many fellowships meet; `charity`: an
 * organisation with staff that also offers groups.
 */
export const APPROACHES = [
  'twelve-step',
  'skills',
  'secular',
  'buddhist',
  'christian',
  'islamic',
  'indigenous',
  'many-paths',
  'moderation',
  'harm-reduction',
  'platform',
  'charity',
  'peer',
] as const;
export type Approach = (typeof APPROACHES)[number];

/**
 * `higher-power-open`: steps speak of a power greater than oneself, each member decides what it is;
 * `reworded`: steps without God; `none`: no spiritual side; `buddhist`: Buddhist practice, no god; `varies`: it
 * differs from meeting to meeting; `christian`, `islamic`, `indigenous`: part of that faith or culture.
 */
export const SPIRITUAL_SIDES = [
  'none',
  'buddhist',
  'reworded',
  'varies',
  'higher-power-open',
  'christian',
  'islamic',
  'indigenous',
] as const;
export type SpiritualSide = (typeof SPIRITUAL_SIDES)[number];

/**
 * What the group aims at. `own-wellbeing` is the aim of groups for relatives; `help-into-care`: to help somebody else
 * accept care; `growth`: a whole and healthy life, beyond not using; `grief`: living with a death.
 */
export const GOALS = [
  'abstinence',
  'self-chosen',
  'moderation',
  'harm-reduction',
  'own-wellbeing',
  'help-into-care',
  'growth',
  'grief',
] as const;
export type Goal = (typeof GOALS)[number];

/**
 * Who the group is for: people who use or used (`self`), people who care about them (`family`), teenagers among these
 * (`teens`), or people who lost somebody (`bereaved`).
 */
export const AUDIENCES = ['self', 'family', 'teens', 'bereaved'] as const;
export type Audience = (typeof AUDIENCES)[number];

/**
 * A shared background the group is made for. Without one it is open to everybody in its audience. `grew-up-with`:
 * adults who grew up in a home with drinking, drug use or other trouble.
 */
export const BACKGROUNDS = ['women', 'christian', 'muslim', 'indigenous', 'grew-up-with'] as const;
export type Background = (typeof BACKGROUNDS)[number];

/** `online`: by video; `chat`: in writing, by chat, forum or email. */
export const ATTENDANCES = ['in-person', 'online', 'phone', 'chat'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

/**
 * The group's view of prescribed medicine. `core`: made for people who take it; `supportive`: says so in public;
 * `prescribed-ok`: its abstinence does not cover medicine taken as prescribed; `psychiatric-supportive`: backs
 * psychiatric medicine, nothing found on methadone or buprenorphine; `practice-varies`: officially fine, members
 * differ; `mixed`: no single position; `varies`: differs from meeting to meeting, because several fellowships meet
 * there; `not-published`: none found; `not-applicable`: groups for relatives, or not about drugs.
 */
export const MEDICINE_STANCES = [
  'core',
  'supportive',
  'prescribed-ok',
  'psychiatric-supportive',
  'practice-varies',
  'mixed',
  'varies',
  'not-published',
  'not-applicable',
] as const;
export type MedicineStance = (typeof MEDICINE_STANCES)[number];

/** `trained-member`: a volunteer from the group who was trained; `professional`: a therapist or staff. */
export const LEADERS = ['members', 'trained-member', 'trained-facilitator', 'professional'] as const;
export type Leader = (typeof LEADERS)[number];

/** `similar`: a mentor under another name; `varies`: differs from meeting to meeting; `unknown`: nothing found. */
export const SPONSORSHIPS = ['yes', 'optional', 'similar', 'varies', 'no', 'unknown'] as const;
export type Sponsorship = (typeof SPONSORSHIPS)[number];

/** `free`: nothing has to be paid, gifts are welcome; `varies`: depends on who offers it. */
export const COSTS = ['free', 'varies'] as const;
export type Cost = (typeof COSTS)[number];

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
  /** The group meets online every day, and this list has those meetings. */
  readonly daily?: boolean;
  /** When the address was last seen to work; null: never checked live. */
  readonly checked: IsoDate | null;
}

export interface GroupPhone {
  /** '' for a number of the page's own, which is shown in every country. */
  readonly country: CountryCode;
  /** As people write it in that country. */
  readonly number: string;
  /** Key of the hours' words in the group's words under `hours`; absent: hours unknown. */
  readonly hours?: string;
  /** false: nobody could confirm it, so it is not shown. */
  readonly confirmed?: boolean;
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
  readonly cost: Cost;
  readonly medicine: { readonly stance: MedicineStance };
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
  /** When these facts were last reviewed as a whole; '' only where a page's own file does not say it. */
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
  /** What is special about its meetings; what they share with others stands in the shared words. */
  readonly meeting: readonly string[];
  readonly suits: string;
  readonly mayNotSuit: string;
  /** What a newcomer can say on arrival, in the newcomer's own voice, with a line of advice. */
  readonly arrive: string;
  /** These three only where the shared words for the fact do not say it well enough. */
  readonly spiritual?: string;
  readonly goal?: string;
  readonly medicine?: string;
  /** Only where the status is not `active`: what is known, and where to look instead. */
  readonly status?: string;
  /** Labels of the finders, by id. */
  readonly finders: Readonly<Record<string, string>>;
  /** Opening hours of the phones, by key. */
  readonly hours?: Readonly<Record<string, string>>;
}

/** Words that hold for every group with the same fact, so that they are written once. */
export interface SharedGroupWords {
  /** What meetings of one approach have in common. */
  readonly meeting: Readonly<Partial<Record<Approach, string>>>;
  readonly spirituality: Readonly<Record<SpiritualSide, string>>;
  readonly goal: Readonly<Record<Goal, string>>;
  readonly medicine: Readonly<Record<MedicineStance, string>>;
  readonly ledBy: Readonly<Record<Leader, string>>;
  readonly sponsor: Readonly<Record<Sponsorship, string>>;
  readonly cost: Readonly<Record<Cost, string>>;
}

export interface Group
  extends
    GroupFacts,
    Omit<
      GroupWords,
      'terms' | 'finders' | 'status' | 'hours' | 'spiritual' | 'goal' | 'medicine' | 'meeting'
    > {
  /** The sentences, the group's own or the shared ones. */
  readonly words: {
    readonly meeting: readonly string[];
    readonly spiritual: string;
    readonly goal: readonly string[];
    readonly medicine: string;
    readonly ledBy: string;
    readonly sponsor: string;
    readonly cost: string;
    readonly status?: string;
    readonly hours?: Readonly<Record<string, string>>;
  };
  readonly finders: readonly (GroupFinder & { readonly label: string })[];
  /** The same group in another language, where data/ does not have it. */
  readonly inLanguage?: (language: string) => Group;
}
