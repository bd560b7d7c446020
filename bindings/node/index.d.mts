// SPDX-License-Identifier: Apache-2.0
export * from './index.js';
import * as pave from './index.js';
export default pave;
