import { z } from 'zod';

/** What an attribute is, as far as it tells clients apart. */
export const matchRoles = ['creditCode', 'idNumber', 'phone', 'name', 'city', 'clientNumber', 'other'] as const;
export type MatchRole = (typeof matchRoles)[number];

/**
 * By what rows are joined; a definition puts them in its order of trust. A client number tells clients apart only where lists share
 * one numbering.
 */
export const matchKeys = ['creditCode', 'idNumber', 'phone', 'nameCity', 'clientNumber'] as const;
export const matchKeySchema = z.enum(matchKeys);
export type MatchKey = (typeof matchKeys)[number];

const name = z.string().min(1).max(200);

/** Which of a client's values stands; of none but one there is no choice. Ties go to the earlier list, then the earlier row. */
const survivorSchema = z.discriminatedUnion('kind', [
  /** The value of this list; where it has none, that of the first list that has. */
  z.strictObject({ kind: z.literal('list'), table: z.string().min(1) }),
  /** The value of the row with the latest date; rows without one come last. */
  z.strictObject({ kind: z.literal('newest') }),
  z.strictObject({ kind: z.literal('frequent') }),
  z.strictObject({ kind: z.literal('longest') }),
  /** The first that is not empty. */
  z.strictObject({ kind: z.literal('first') }),
]);
export type Survivor = z.infer<typeof survivorSchema>;

/** A row, by the name of its table and the salted hash of its own client number or, without one, of its keys. */
const rowIdentitySchema = z.strictObject({ table: z.string(), row: z.string().regex(/^[0-9a-f]{16}$/) });
export type RowIdentity = z.infer<typeof rowIdentitySchema>;

const decisionSchema = z.strictObject({
  a: rowIdentitySchema,
  b: rowIdentitySchema,
  same: z.boolean(),
  reason: z.string().max(500).nullable(),
});
export type MatchDecision = z.infer<typeof decisionSchema>;

interface Twins {
  readonly output: string;
  readonly lists: readonly { table: string }[];
  readonly attributes: readonly { name: string; role: MatchRole }[];
  readonly keys: readonly MatchKey[];
  readonly facts: readonly { table: string; output: string }[];
}

/** The name of the dataset that says where each merged client comes from. */
export const lineageName = (output: string): string => `${output} 血缘`;

/** A table, an attribute, a role, a key or a dataset that is there twice. */
export function refuseTwins({ output, lists, attributes, keys, facts }: Twins, context: z.RefinementCtx): void {
  const say = (path: string, values: readonly string[]) => {
    const twin = values.find((value, i) => values.indexOf(value) < i);
    if (twin !== undefined) context.addIssue({ code: 'custom', path: [path], message: `twice: ${twin}` });
  };
  say(
    'lists',
    lists.map(({ table }) => table),
  );
  say(
    'attributes',
    attributes.map((each) => each.name),
  );
  say(
    'attributes',
    attributes.flatMap(({ role }) => (role === 'other' ? [] : [role])),
  );
  say('keys', keys);
  // Each table is made anew once, and no two datasets have one name.
  say(
    'facts',
    facts.map(({ table }) => table),
  );
  say('facts', [output, lineageName(output), ...facts.map((each) => each.output)]);
}

/** One client out of several lists; see docs/semantics.md. */
export const matchDefinitionSchema = z
  .strictObject({
    /**
     * Goes into every client number and decision, so that neither can be traced back to a number by trying them all. Drawn at
     * random once: with it the numbers stay the same over months and machines. Without one those of a workspace do.
     */
    salt: z
      .string()
      .regex(/^[0-9a-f]{32}$/)
      .optional(),
    /** The dataset of clients that it makes, and the name of the column that numbers them. */
    output: name,
    idColumn: name,
    /** At least two tables. Their order settles ties between values, not who is joined. */
    lists: z
      .array(
        z.strictObject({
          table: z.string().min(1),
          /** The field for each attribute that the list has. */
          fields: z.record(z.string(), z.string()),
          /** The list's own client number: decisions are kept by it, and facts linked. */
          key: z.string().nullable(),
          /** How new a row is, for the values that go by it. */
          date: z.string().nullable(),
        }),
      )
      .min(2)
      .max(10),
    /** What the merged clients have, in the order of the columns. */
    attributes: z
      .array(z.strictObject({ name, role: z.enum(matchRoles), rule: survivorSchema }))
      .min(1)
      .max(200),
    /** The most trusted first. */
    keys: z.array(matchKeySchema).max(matchKeys.length),
    /** A phone or a client number with so many different names or more joins nobody. */
    sharedBy: z.number().int().min(2).max(1000),
    /** Whether names that differ by one character in the same city are looked over. */
    nearNames: z.boolean(),
    /** Tables that hang on the list of that name by its own client number: each is made anew with the merged client's. */
    facts: z
      .array(
        z.strictObject({ table: z.string().min(1), field: z.string().min(1), list: z.string().min(1), output: name }),
      )
      .max(50),
    decisions: z.array(decisionSchema).max(10_000),
  })
  .superRefine(refuseTwins)
  .meta({ id: 'MatchDefinition' });
export type MatchDefinition = z.infer<typeof matchDefinitionSchema>;
export type MatchList = MatchDefinition['lists'][number];
