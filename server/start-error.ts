/** Why the gateway could not start. Stable: scripts may rely on these. */
export type StartErrorCode =
  | 'KONTOR_START_FOLDER_BUSY'
  | 'KONTOR_START_FOLDER_UNWRITABLE'
  | 'KONTOR_START_DATABASE_UNREACHABLE'
  | 'KONTOR_START_DATABASE_TOO_OLD'
  | 'KONTOR_START_DATABASE_NEWER'
  | 'KONTOR_START_DATABASE_ROLE'
  | 'KONTOR_START_MIGRATION_CHANGED'
  | 'KONTOR_START_PORT_TAKEN'
  | 'KONTOR_START_CANNOT_LISTEN'
  | 'KONTOR_START_NOT_LOOPBACK'
  | 'KONTOR_START_SECRET_KEY_MISSING'
  | 'KONTOR_START_SECRET_KEY_WRONG';

/**
 * A reason not to start that a person can do something about. The message is one line, says what to
 * do, and never holds a password or key: the program prints it alone, without a stack, and ends with
 * a code other than zero.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
  readonly code: StartErrorCode;

  constructor(code: StartErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
