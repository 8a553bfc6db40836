/** A link to an official page, with its label. */
export interface OfficialLink {
  readonly id: string;
  readonly label: string;
  readonly url: string;
  /** `YYYY-MM-DD`, or null where the address was never checked live. */
  readonly checked: string | null;
}

/** One of the six themes, which gather the twelve steps. */
export interface Theme {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** The numbers of the steps that belong to it. */
  readonly steps: readonly number[];
}

/** One of the twelve steps, in this project's own words. */
export interface Step {
  /** 1 to 12. */
  readonly number: number;
  readonly title: string;
  readonly asks: string;
  readonly example: string;
  readonly sponsor: string;
  readonly question: string;
  /** A reading for people who are not religious. */
  readonly secular: string;
  readonly principle: string;
}

export interface Passage {
  readonly title: string;
  readonly text: readonly string[];
}

export interface TwelveSteps {
  readonly title: string;
  readonly intro: readonly string[];
  /** That these are our own words, and that no fellowship stands behind them. */
  readonly ownWords: string;
  readonly themes: readonly Theme[];
  readonly steps: readonly Step[];
  readonly sponsor: Passage;
  /** Where each fellowship's own wording stands; ids are group ids. */
  readonly fellowships: readonly OfficialLink[];
  readonly checked: string;
}

/** An exercise of SMART Recovery. */
export interface Tool {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly how: readonly string[];
}

export interface Point {
  readonly id: string;
  readonly title: string;
  readonly text: readonly string[];
  readonly tools: readonly Tool[];
}

export interface FourPoints {
  readonly title: string;
  readonly intro: readonly string[];
  readonly ownWords: string;
  readonly points: readonly Point[];
  readonly mind: Passage;
  readonly body: Passage;
  readonly official: readonly OfficialLink[];
  readonly checked: string;
}

export interface GuideSection {
  readonly heading: string;
  readonly text?: readonly string[];
  readonly list?: readonly string[];
}

export interface Guide {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly GuideSection[];
  /** Studies and pages that the guide rests on. */
  readonly references: readonly OfficialLink[];
  /** Ids of guides and groups to go on with. */
  readonly related: { readonly guides: readonly string[]; readonly groups: readonly string[] };
  readonly checked: string;
}
