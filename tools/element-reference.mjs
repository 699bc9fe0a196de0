// Writes docs/elements.md, the reference of every element, from custom-elements.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const path = 'docs/elements.md';

/** Text of the manifest as one line of Markdown, with a link to each rule that it names. */
const line = (text = '') =>
  text.replace(/\s+/g, ' ').replace(/\(?`docs\/rules\.md (§[\d.]+)`\)?/g, '([rules $1](rules.md))');

const cell = (text) => line(text).replaceAll('|', '\\|');

const code = (text) => (text ? `\`${text}\`` : '');

/** A table below its heading; nothing where there are no rows. */
const table = (title, columns, rows) =>
  rows.length > 0
    ? [
        `### ${title}`,
        [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n'),
      ]
    : [];

const named = (title, column, list = []) =>
  table(
    title,
    [column, 'is'],
    list.map(({ name, description }) => [code(name), description]),
  );

/** What an event carries: its own fields and methods. */
const carried = ({ members }) =>
  members
    .filter((member) => !member.static && member.name !== 'constructor')
    .map(({ kind, name }) => code(kind === 'method' ? `${name}()` : name))
    .join(', ');

function elementSection({ name, tagName, description, members, ...element }, classOf) {
  const own = members.filter((member) => !member.static);
  const events = element.events ?? [];
  return [
    `## \`<${tagName}>\``,
    line(description),
    `Class \`${name}\`, registered by \`customers-overview/define/${tagName}.js\`.`,
    ...table(
      'Properties',
      ['property', 'attribute', 'type', 'default', 'meaning'],
      own
        .filter(({ kind }) => kind === 'field')
        .map((field) => [
          code(field.name),
          code(field.attribute),
          code(field.type?.text.replace(' | undefined', '')),
          code(field.default),
          field.readonly ? `${field.description} Read-only.` : field.description,
        ]),
    ),
    ...named(
      'Methods',
      'method',
      own.filter(({ kind }) => kind === 'method').map((method) => ({ ...method, name: `${method.name}()` })),
    ),
    ...table(
      'Events',
      ['event', 'class', 'carries', 'when'],
      events.map((event) => [
        code(event.name),
        code(event.type.text),
        carried(classOf(event.type.text)),
        event.description,
      ]),
    ),
    ...table(
      'Slots',
      ['slot', 'is'],
      (element.slots ?? []).map((slot) => [code(slot.name) || 'the default one', slot.description]),
    ),
    ...named('Parts', '`::part()`', element.cssParts),
    ...named('States', '`:state()`', element.cssStates),
    ...table(
      'Custom properties',
      ['token', 'default', 'is'],
      (element.cssProperties ?? []).map((token) => [code(token.name), code(token.default), token.description]),
    ),
  ];
}

/** The reference as Markdown, from what is in custom-elements.json. */
export async function elementReference({ modules }) {
  const declarations = modules.flatMap((module) => module.declarations);
  const elements = declarations.filter(({ customElement }) => customElement);
  const classOf = (name) => declarations.find((declaration) => declaration.name === name);
  const text = [
    '# Elements',
    '<!-- Made by `npm run analyze` from the comments of the sources. -->',
    'Everything that each element takes, says and lets a page style. How they work together is in the [README](../README.md), what they show in [rules.md](rules.md), and the tokens that all share under [Theming](../README.md#theming).',
    'An event that is cancelable bubbles and crosses shadow roots as well: the viewer wants something, and the page may do it instead. The others are notifications, which only listeners on the element itself hear; `session-ended` bubbles, too.',
    elements.map(({ tagName }) => `[\`<${tagName}>\`](#${tagName})`).join(' · '),
    ...elements.flatMap((element) => elementSection(element, classOf)),
  ].join('\n\n');
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}

if (import.meta.filename === process.argv[1])
  writeFileSync(path, await elementReference(JSON.parse(readFileSync('custom-elements.json', 'utf8'))));
