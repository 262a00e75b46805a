// Takes the place of the native @vscode/spdlog, which no registry ships built: without it no output channel has text.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical', 'off'];

/** A log file. Levels are spdlog's: numbers from 0, trace, to 6, off. */
class Logger {
  #level = LEVELS.indexOf('info');
  #raw = false;

  /** @param {string} _type @param {string} _name @param {string} file never rotated: it lives as long as a test run */
  constructor(_type, _name, file) {
    mkdirSync(dirname(file), { recursive: true });
    for (const [level, name] of LEVELS.entries()) {
      this[name] = (message) => {
        if (level < this.#level) return;
        const time = new Date().toISOString().replace('T', ' ').slice(0, -1);
        appendFileSync(file, this.#raw ? message : `${time} [${name}] ${message}\n`);
      };
    }
  }

  getLevel() {
    return this.#level;
  }

  setLevel(level) {
    this.#level = level;
  }

  /** Messages are written as they are: output channels bring their own line ends. */
  clearFormatters() {
    this.#raw = true;
  }

  setPattern() {}
  flush() {}
  drop() {}
}

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = async (name, file) => new Logger('rotating', name, file);
exports.createAsyncRotatingLogger = async (name, file) => new Logger('rotating_async', name, file);
