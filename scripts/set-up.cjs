'use strict';
// Installs what the line needs and this machine lacks: packages, Node 24, redis-server and, with --browser, Chromium.
// It runs before any of that is there, so it is plain old JavaScript for any Node since 12, and needs no package.
// stdout belongs to the command that follows: everything here is said on stderr.

const fs = require('fs');
const path = require('path');
const crypto = require('crypto');
const { spawnSync } = require('child_process');

const ROOT = path.resolve(__dirname, '..');
const MODULES = path.join(ROOT, 'node_modules');
const LOCKFILE = path.join(ROOT, 'package-lock.json');
const STAMP = path.join(MODULES, '.lantern-set-up');
const NODE = path.join(MODULES, '.bin', 'node');
const LOCK = path.join(ROOT, '.set-up.lock');
const NODE_MAJOR = 24;
const LONGEST_WAIT_MS = 15 * 60 * 1000;

class CannotInstall extends Error {}

const steps = [
  { what: 'packages', missing: packagesMissing, install: installPackages },
  { what: 'Node ' + NODE_MAJOR, missing: nodeMissing, install: installNode },
  { what: 'redis-server', missing: () => !onPath(['redis-server']), install: installRedis },
];
if (process.argv.includes('--browser')) {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  steps.push({ what: 'Chromium', missing: () => !onPath(names), install: installChromium });
}

try {
  if (steps.some((step) => step.missing())) underLock(installWhatIsMissing);
} catch (error) {
  if (!(error instanceof CannotInstall)) throw error;
  say(error.message);
  process.exitCode = 1;
}

function installWhatIsMissing() {
  const started = Date.now();
  const done = [];
  for (const step of steps) {
    if (!step.missing()) continue;
    progress('installing ' + step.what + ' ...');
    const did = step.install();
    if (step.missing()) throw new CannotInstall(step.what + ' was installed, but is still not found.');
    if (did !== 'nothing') done.push(step.what);
  }
  progress('');
  if (done.length > 0) say('installed ' + done.join(', ') + ' in ' + Math.round((Date.now() - started) / 1000) + ' s.');
}

// Packages --------------------------------------------------------------------------------------------------------

function lockfileStamp() {
  const hash = crypto.createHash('sha256').update(fs.readFileSync(LOCKFILE)).digest('hex');
  return [hash, process.platform, process.arch].join(' ') + '\n';
}

function packagesMissing() {
  return readOrEmpty(STAMP) !== lockfileStamp();
}

function installPackages() {
  const there = installedMatchesLockfile();
  if (!there) cleanInstall();
  fs.writeFileSync(STAMP, lockfileStamp());
  return there ? 'nothing' : 'installed';
}

/** Development packages too, whatever NODE_ENV says: the tests are part of the contract. */
function cleanInstall() {
  run(npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']), 'npm ci');
}

/** After a developer's own `npm install` everything is there but our stamp: npm's record of what it installed says so. */
function installedMatchesLockfile() {
  const record = readOrEmpty(path.join(MODULES, '.package-lock.json'));
  if (record === '') return false;
  const installed = JSON.parse(record).packages;
  const wanted = JSON.parse(fs.readFileSync(LOCKFILE, 'utf8')).packages;
  return Object.keys(wanted).every((place) => {
    if (place === '') return true;
    const found = installed[place];
    if (found === undefined) return wanted[place].optional === true;
    return found.version === wanted[place].version && found.integrity === wanted[place].integrity;
  });
}

function npm(args) {
  const running = process.env.npm_execpath || '';
  return /npm-cli\.c?js$/.test(running) ? [process.execPath, running].concat(args) : ['npm'].concat(args);
}

// Node ------------------------------------------------------------------------------------------------------------

function nodeMissing() {
  // What it prints, not its exit code: a missing or foreign binary can end in many ways, a right one prints its version.
  const answer = spawnSync(NODE, ['-v'], { encoding: 'utf8' });
  return !String(answer.stdout).startsWith('v' + NODE_MAJOR + '.');
}

/** The package `node` fetches its binary in an install script, which an npm setting may have kept from running. */
function installNode() {
  const folder = path.join(MODULES, 'node');
  if (!fs.existsSync(folder)) {
    cleanInstall();
    fs.writeFileSync(STAMP, lockfileStamp());
    if (!nodeMissing()) return;
  }
  spawnSync(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder, stdio: 'ignore' });
  linkNode(path.join('..', 'node', 'bin', 'node'));
  if (!nodeMissing()) return;
  if (!process.version.startsWith('v' + NODE_MAJOR + '.')) {
    throw new CannotInstall('no Node ' + NODE_MAJOR + ' binary for this machine. Install Node ' + NODE_MAJOR + '.');
  }
  linkNode(process.execPath);
}

function linkNode(target) {
  fs.mkdirSync(path.dirname(NODE), { recursive: true });
  removeIfThere(NODE);
  fs.symlinkSync(target, NODE);
}

// System packages -------------------------------------------------------------------------------------------------

function installRedis() {
  installSystemPackage('redis-server', { apt: 'redis-server', apk: 'redis', dnf: 'redis', brew: 'redis' });
}

function installChromium() {
  installSystemPackage('Chromium', { apt: 'chromium', apk: 'chromium', dnf: 'chromium', brew: '--cask chromium' });
}

/** @param {{apt: string, apk: string, dnf: string, brew: string}} names the package's name for each manager */
function installSystemPackage(what, names) {
  const managers = [
    { command: 'apt-get', byHand: 'apt-get install ' + names.apt, script: aptScript(names.apt), root: true },
    { command: 'apk', byHand: 'apk add ' + names.apk, script: 'apk add --no-cache ' + names.apk, root: true },
    { command: 'dnf', byHand: 'dnf install ' + names.dnf, script: 'dnf install -y ' + names.dnf, root: true },
    { command: 'brew', byHand: 'brew install ' + names.brew, script: 'brew install ' + names.brew, root: false },
  ];
  const manager = managers.find((candidate) => onPath([candidate.command]));
  if (!manager) {
    throw new CannotInstall(what + ' is not on the PATH and no package manager is known here. Install ' + what + '.');
  }
  const isRoot = process.getuid && process.getuid() === 0;
  if (!manager.root || isRoot) return run(['sh', '-c', manager.script], manager.byHand);
  const byHand = 'sudo ' + manager.byHand;
  if (!onPath(['sudo']) || spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) {
    throw new CannotInstall(what + ' is not on the PATH, and installing it needs root. Run: ' + byHand);
  }
  run(['sudo', '-n', 'sh', '-c', manager.script], byHand);
}

/**
 * Debian starts and enables a service as soon as it is installed. The line runs a private redis-server of its own and
 * must leave no other behind, so the package manager is told that starting is forbidden (policy-rc.d, exit 101), and
 * what was there before comes back, also after an installation that was cut short.
 */
function aptScript(name) {
  const service = name === 'redis-server' ? 'redis-server' : '';
  return [
    'set -e',
    'policy=/usr/sbin/policy-rc.d; kept=$policy.before-lantern',
    'if [ -e "$policy" ] && ! grep -q lantern-set-up "$policy"; then mv "$policy" "$kept"; fi',
    'restore() { rm -f "$policy"; if [ -e "$kept" ]; then mv "$kept" "$policy"; fi; }',
    "trap restore EXIT; trap 'exit 1' INT TERM HUP",
    'printf "#!/bin/sh\\n# lantern-set-up: no service starts while a package is installed\\nexit 101\\n" > "$policy"',
    'chmod 755 "$policy"',
    'export DEBIAN_FRONTEND=noninteractive',
    'apt-get -q -o DPkg::Lock::Timeout=300 update',
    'apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends ' + name,
    service && 'if command -v systemctl > /dev/null; then systemctl disable ' + service + ' || true; fi',
    service && 'if command -v update-rc.d > /dev/null; then update-rc.d ' + service + ' disable || true; fi',
  ]
    .filter(Boolean)
    .join('\n');
}

// The lock --------------------------------------------------------------------------------------------------------

/** One set-up at a time in this folder; a second one waits, then finds that there is nothing left to do. */
function underLock(work) {
  const mine = LOCK + '.' + process.pid;
  fs.writeFileSync(mine, String(process.pid));
  const deadline = Date.now() + LONGEST_WAIT_MS;
  try {
    while (!taken(mine)) {
      if (Date.now() > deadline) throw new CannotInstall('another set-up holds ' + LOCK + '. If none runs, remove it.');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
    try {
      work();
    } finally {
      fs.unlinkSync(LOCK);
    }
  } finally {
    fs.unlinkSync(mine);
  }
}

function taken(mine) {
  try {
    // A link appears with its content at once, so nobody ever reads a lock without a pid.
    fs.linkSync(mine, LOCK);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const holder = readOrEmpty(LOCK);
  if (holder !== '' && !isAlive(Number(holder))) breakLock(holder, mine + '.broken');
  return false;
}

/** Moved aside first: only one process can move it, and one that moved a fresh lock by accident puts it back. */
function breakLock(holder, aside) {
  try {
    fs.renameSync(LOCK, aside);
    if (readOrEmpty(aside) !== holder) fs.linkSync(aside, LOCK);
    fs.unlinkSync(aside);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

// Small things ----------------------------------------------------------------------------------------------------

function onPath(names) {
  const folders = (process.env.PATH || '').split(path.delimiter).filter(Boolean);
  return folders.some((folder) => names.some((name) => isExecutable(path.join(folder, name))));
}

function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch (_) {
    return false;
  }
}

/** Runs quietly; a failure shows the end of what it said, and the command to run by hand. */
function run(command, byHand) {
  const ended = spawnSync(command[0], command.slice(1), {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (ended.status === 0) return;
  const said = [ended.stdout, ended.stderr, ended.error && ended.error.message].filter(Boolean).join('\n').trim();
  const lines = said.split('\n');
  // Some managers name the cause first, some last.
  const telling = lines.length > 24 ? lines.slice(0, 12).concat('...', lines.slice(-12)) : lines;
  throw new CannotInstall(telling.join('\n') + '\nlantern: that failed. Run: ' + byHand);
}

function readOrEmpty(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
    return '';
  }
}

function removeIfThere(file) {
  try {
    fs.unlinkSync(file);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

/** A line that the next one overwrites, for a person who watches; a log gets only the last word. */
function progress(text) {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K' + (text && 'lantern: ' + text));
}

function say(text) {
  progress('');
  process.stderr.write('lantern: ' + text + '\n');
}
