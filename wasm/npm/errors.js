// What is thrown. Everything else is a value.

/**
 * Its name, whatever a bundler calls the class.
 * @type {(of: { prototype: object }, name: string) => void}
 */
export const called = (of, name) => void Object.defineProperty(of.prototype, "name", { value: name, writable: true, configurable: true });

class Coded extends Error {
  /**
   * @param {string} code
   * @param {string} says
   */
  constructor(code, says) {
    super(`${says} (${code})`);
    this.code = code;
  }
}

/** An error in both languages. */
export class Worded extends Coded {
  /**
   * @param {string} code
   * @param {string} en
   * @param {string} vi
   */
  constructor(code, en, vi) {
    super(code, en);
    this.en = en;
    this.vi = vi;
  }
}

/** Something is wrong with this device's own files; nothing is said about any citizen. */
export class SetUpError extends Worded {
  static {
    called(this, "SetUpError");
  }

  /**
   * @param {string} code
   * @param {string} en
   * @param {string} vi
   * @param {string} [found] what the file is that was to be another
   */
  constructor(code, en, vi, found) {
    super(code, en, vi);
    if (found !== undefined) this.found = found;
  }
}

/** An ask cannot be built, or taken up again. */
export class AskError extends Worded {
  static {
    called(this, "AskError");
  }
}

/** A report is not of this encounter: a mistake of the program, never about a citizen. */
export class EncounterError extends Worded {
  static {
    called(this, "EncounterError");
  }
}

/** The caller passed something that the types do not allow. */
export class ArgumentError extends Coded {
  static {
    called(this, "ArgumentError");
  }
}
