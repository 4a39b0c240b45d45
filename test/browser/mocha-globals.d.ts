/** What the browser test runner puts into a test page. `only`, `skip` and their like are left out on purpose. */
declare function describe(title: string, body: () => void): void;
declare function it(title: string, body: () => void | Promise<void>): void;
declare function before(act: () => void | Promise<void>): void;
declare function after(act: () => void | Promise<void>): void;
declare function beforeEach(act: () => void | Promise<void>): void;
declare function afterEach(act: () => void | Promise<void>): void;
