// Which way imports may point. Each rule says why; test/architecture.test.ts proves that each one fires.

const PURE = '^src/(flow|understanding|directory|conversation)/';

/** A package that one folder alone may know, so that swapping it touches that folder and nothing else. */
const onlyIn = (name, folders, comment) => ({
  name: `${name}-stays-in-its-place`,
  comment,
  severity: 'error',
  // The benchmark measures these packages bare, beside the line's own path.
  from: { path: '^(src|scripts)/', pathNot: `^(${folders.join('|')}|scripts/bench)` },
  to: { path: `(^|/)node_modules/${name}/` },
});

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Folders and files form layers: in a circle nothing can be read, tested or replaced alone.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      comment: 'An import that leads nowhere is a typing mistake, or hides a missing package from the other rules.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-packages-at-run-time',
      comment: 'The line runs in places that install no development packages.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-folders-know-no-machine',
      comment:
        'What a text means and what happens next must replay exactly: no clock, files, network or randomness, so nothing of Node.',
      severity: 'error',
      from: { path: PURE },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-folders-import-pure-folders',
      comment: 'The conversation is decided without knowing who stores, sends or shows it.',
      severity: 'error',
      from: { path: PURE },
      to: { path: '^(src|scripts|test)/', pathNot: PURE },
    },
    {
      name: 'practice-has-stores-of-its-own',
      comment:
        "Whoever practises must not be able to reach a real texter: their room stands on this process's memory alone.",
      severity: 'error',
      from: { path: '^src/open-practice-room\\.ts$' },
      to: { path: '^src/(adapters|http)/', pathNot: '^src/adapters/memory/' },
    },
    {
      name: 'flow-understanding-and-directory-stand-alone',
      comment: 'What a flow is, what a text means and the directory are told apart; only the conversation joins them.',
      severity: 'error',
      from: { path: '^src/(flow|understanding|directory)/' },
      to: { path: PURE, pathNot: '^src/$1/' },
    },
    {
      name: 'hotline-knows-ports-not-adapters',
      comment: 'What the line does is the same over any store, provider or web server: it sees them through its ports.',
      severity: 'error',
      from: { path: '^src/hotline/' },
      to: { path: '^(src|scripts|test)/', pathNot: ['^src/hotline/', PURE] },
    },
    {
      name: 'adapters-know-only-ports',
      comment:
        'An adapter fits one outside thing to a port. Deciding anything else there would escape the contract suites.',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^(src|scripts|test)/', pathNot: ['^src/adapters/', '^src/hotline/(ports|errors)\\.ts$'] },
    },
    {
      name: 'adapters-never-import-each-other',
      comment: 'Each can be replaced without looking at the others.',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/$1/' },
    },
    {
      name: 'http-knows-only-the-hotline',
      comment:
        'A route checks, calls the hotline and answers. Rules about people live below it, where they are tested.',
      severity: 'error',
      from: { path: '^src/http/' },
      to: { path: '^(src|scripts|test)/', pathNot: '^src/(http|hotline)/' },
    },
    {
      name: 'console-knows-only-its-contract',
      comment: 'The browser app shares one file with the server: what they say to each other.',
      severity: 'error',
      from: { path: '^src/console/' },
      to: { path: '^(src|scripts|test)/', pathNot: '^src/(console/|http/console-contract\\.ts$)' },
    },
    {
      name: 'nothing-imports-the-console',
      comment: 'It is built for the browser and served as files.',
      severity: 'error',
      from: { path: '^(src|scripts)/', pathNot: '^src/console/' },
      to: { path: '^src/console/' },
    },
    {
      name: 'emulator-knows-nothing-of-ours',
      comment: 'A Twilio that shared our code would share our mistakes about Twilio.',
      severity: 'error',
      from: { path: '^src/emulator/' },
      to: { path: '^(src|scripts|test)/', pathNot: '^src/emulator/' },
    },
    {
      name: 'only-main-starts-the-emulator',
      comment: 'In live mode no emulated text may reach the line: one file decides.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(emulator/|main\\.ts$)' },
      to: { path: '^src/emulator/' },
    },
    {
      name: 'nothing-imports-main',
      comment:
        'It is the only file that knows everything, so whatever imports it would too. The benchmark runs the whole line.',
      severity: 'error',
      from: { path: '^(src|scripts)/', pathNot: '^scripts/bench/' },
      to: { path: '^src/main\\.ts$' },
    },
    {
      name: 'only-main-and-scripts-read-settings',
      comment: 'Everything else is given what it needs, so that a test can give it something else.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/main\\.ts$' },
      to: { path: '^src/config\\.ts$' },
    },
    {
      name: 'scripts-never-text-people',
      comment: 'An operator tool that could reach Twilio could text a person by mistake.',
      severity: 'error',
      from: { path: '^scripts/' },
      to: { path: '^src/adapters/twilio/' },
    },
    {
      name: 'src-stands-without-scripts-and-tests',
      comment: 'What runs must not need what only looks at it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(scripts|test)/' },
    },
    onlyIn('twilio', ['src/adapters/twilio/'], 'Raw webhooks and REST answers end at the edge, as closed values.'),
    onlyIn('ioredis', ['src/adapters/redis/'], 'Connections, retries and slots are cared for in one place.'),
    onlyIn('i18next', ['src/adapters/i18next/'], 'Every other part names a message by its key.'),
    onlyIn('express', ['src/http/', 'src/emulator/'], 'What the line does is not bound to a web framework.'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types count: a type-only import ties two folders together as firmly as any other.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
