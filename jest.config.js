// `--experimental-vm-modules` is what lets jest load these files as ES modules: scripts/test.ts passes it.
export default {
  testEnvironment: './test/support/sharing-environment.mts',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2024', experimental: { keepImportAttributes: true } },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  // It ends what hangs, and says nothing about how quick a test is: the machine may have much else to do.
  testTimeout: 180_000,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // What a file has loaded as ES modules is never given back: a worker that has run many is replaced before it chokes on them.
  workerIdleMemoryLimit: '800MB',
};
