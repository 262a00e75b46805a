/** Runs in a process before everything else: notes in a file what it starts, loads, makes code of, opens and connects to. */
'use strict';
const fs = require('node:fs');
const { inspect } = require('node:util');
const { appendFileSync } = fs;
const log = process.env.SPY_LOG;

let isNoting = false;
function note(what, of) {
  // What noting itself does is not of interest.
  if (isNoting) return;
  isNoting = true;
  appendFileSync(log, `${JSON.stringify([what, of])}\n`);
  isNoting = false;
}

/** Has a note made of each call of these methods; `isAllowed` says whether the call is made then. */
function watch(what, object, names, { isAllowed = true, of = (args) => args[0] } = {}) {
  for (const name of names) {
    const original = object[name];
    if (typeof original !== 'function') throw new Error(`${what}: there is no ${name}.`);
    object[name] = function watched(...args) {
      const about = of(args);
      note(what, `${name} ${typeof about === 'string' || about instanceof URL ? about : inspect(about)}`);
      if (!isAllowed) throw new Error(`${what} is watched: ${name}`);
      return new.target ? Reflect.construct(original, args, original) : original.apply(this, args);
    };
  }
}

const functionsOf = (object, pattern) =>
  Object.keys(object).filter((name) => pattern.test(name) && typeof object[name] === 'function');

const OPENING =
  /^(?:open|readFile|createReadStream|writeFile|appendFile|createWriteStream|copyFile|cp|rename|rm|unlink|symlink|link)(?:Sync)?$/;
watch('file', fs, functionsOf(fs, OPENING));
watch('file', fs.promises, functionsOf(fs.promises, OPENING));

const STARTING = ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync'];
watch('process', require('node:child_process'), STARTING, { of: ([file, args]) => [file, ...(args ?? [])].join(' ') });

const closed = { isAllowed: false };
const dns = require('node:dns');
watch('network', require('node:net').Socket.prototype, ['connect'], closed);
watch('network', require('node:net').Server.prototype, ['listen'], closed);
watch('network', require('node:dgram'), ['createSocket'], closed);
watch('network', dns, functionsOf(dns, /^(?:lookup|resolve|reverse)/), closed);
watch('network', dns.promises, functionsOf(dns.promises, /^(?:lookup|resolve|reverse)/), closed);
watch(
  'network',
  globalThis,
  ['fetch', 'WebSocket', 'EventSource'].filter((name) => globalThis[name]),
  closed,
);

const vm = require('node:vm');
watch('code', vm, ['Script', 'compileFunction', 'runInContext', 'runInNewContext', 'runInThisContext']);
watch('code', process, ['dlopen'], { of: ([, file]) => file });
watch('worker', require('node:worker_threads'), ['Worker']);

const { registerHooks, syncBuiltinESMExports } = require('node:module');
registerHooks?.({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    note('module', found.url);
    return found;
  },
});
syncBuiltinESMExports();
