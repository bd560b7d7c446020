import { a as b } from "m";
export const f = async ({ x, y = 1 }, ...z) => `p${x}` + z?.[0];
class A extends B { #c = 1; static { d(); } get e() { return this.#c; } }
