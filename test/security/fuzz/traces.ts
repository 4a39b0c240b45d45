/** Traces of the inside in an answer: stacks, files, statements, hashes of passwords, private keys. */
export const TRACES =
  /\bat .{1,80}:\d+:\d+|node_modules|node:internal|\.ts:\d+|\b(select|insert into|update) .{1,80}\b(from|values|set) |SQLSTATE|syntax error at|invalid input syntax|\$argon2|"d"\s*:|-----BEGIN/i;
