// What is thrown. Everything else is a value.

class Coded extends Error {
  constructor(code, says) {
    super(`${says} (${code})`);
    this.name = new.target.name;
    this.code = code;
  }
}

/** Something is wrong with this device's own files; nothing is said about any citizen. */
export class SetUpError extends Coded {
  constructor(code, en, vi) {
    super(code, en);
    this.en = en;
    this.vi = vi;
  }
}

/** An ask cannot be built, or taken up again. */
export class AskError extends Error {
  constructor(code, says) {
    super(says);
    this.name = "AskError";
    this.code = code;
  }
}

/** A report is not of this stop: a mistake of the program, never about a citizen. */
export class StopError extends SetUpError {}

/** The caller passed something that the types do not allow. */
export class ArgumentError extends Coded {}
