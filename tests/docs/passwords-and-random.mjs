// SPDX-License-Identifier: Apache-2.0
const users = new Map();
globalThis.save = (user, stored) => void users.set(user, stored);
const it = await page();
await it.signUp('ada', 'correct horse');
const first = users.get('ada');
assert.ok(await it.logIn('ada', 'correct horse', first) && users.get('ada') === first);
assert.ok(!await it.logIn('ada', 'wrong', first) && !await it.logIn('nobody', 'wrong', null));
await refused(() => it.logIn('ada', 'correct horse', 'md5:1'), 'PAVE_SYNTAX');
const cheap = await pave.hashPassword('correct horse', { memoryKib: 19456, passes: 2 });
assert.ok(await it.logIn('ada', 'correct horse', cheap) && users.get('ada').includes('m=65536,t=3'));
assert.ok(it.token.length === 43 && it.code.length === 6 && it.card < 52);
