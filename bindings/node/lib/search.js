// SPDX-License-Identifier: Apache-2.0
'use strict';

// Finding sealed values by a short token beside them.
const native = require('./native.js');
const { contextOf } = require('./context.js');
const { check, settle } = require('./error.js');
const { Closable, handleOf } = require('./handle.js');
const want = require('./want.js');

class Index extends Closable {
  // The token to store beside a row. `values` are the columns of the index by name.
  token(values) {
    return check(native.indexTokens(handleOf(this), contextOf(values, 'values'), 0, 0), 'index')[0];
  }

  // The tokens that rows with these values may have, one for each key: search for any of them.
  query(values) {
    return check(native.indexTokens(handleOf(this), contextOf(values, 'values'), 1, 0), 'index');
  }

  // The same off the main thread, for an index that is slow on purpose.
  async tokenAsync(values) {
    return (await settle(native.indexTokens(handleOf(this), contextOf(values, 'values'), 0, 1), 'index'))[0];
  }

  async queryAsync(values) {
    return settle(native.indexTokens(handleOf(this), contextOf(values, 'values'), 1, 1), 'index');
  }
}

function open(library, purpose, name) {
  return new Index(check(native.indexOpen(library, want.text(purpose, 'purpose'), want.text(name, 'name')), 'library'));
}

// How long tokens may be, for so many rows with so many values.
function indexPlan(distinct, rows) {
  want.whole(distinct, 'distinct', 1, Number.MAX_SAFE_INTEGER);
  want.whole(rows, 'rows', 1, Number.MAX_SAFE_INTEGER);
  const [least, most, usual, rowsEach] = check(native.indexPlan(distinct, rows), 'index');
  return { least, most, usual, rowsEach };
}

module.exports = { Index, indexPlan, open };
