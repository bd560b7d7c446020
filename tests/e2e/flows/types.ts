interface Reader {
  read(x: string): string;
}

class Plain implements Reader {
  read(x: string): string {
    return x;
  }
}

class Safe implements Reader {
  read(x: string): string {
    return "";
  }
}

class Service {
  private name: string = "";
  constructor(private readonly repo: string, public other: string) {}
  use() {
    return this.repo;
  }
  setName(n: string): this {
    this.name = n;
    return this;
  }
  get label(): string {
    return this.name;
  }
}

enum Kind {
  A = "a",
}

namespace Inner {
  export function id<T>(x: T): T {
    return x;
  }
}

function run(): void {
  const s = new Service(source(), "x");
  sink(s.use()); // HIT
  sink(s.other);
  const t = new Service("x", "y").setName(source());
  sink(t.label); // HIT
  const plain: Reader = new Plain();
  sink(plain.read(source())); // HIT
  const safe: Reader = new Safe();
  sink(safe.read(source()));
  const v = source() as string;
  sink(v); // HIT
  sink(v!); // HIT
  sink(<any>v); // HIT
  sink(Inner.id<string>(source())); // HIT
  const n: number = +v;
  const tuple: [string, number] = [source(), 1];
  sink(tuple[0]); // HIT
  sink(tuple[1]);
  const g = <T,>(x: T): T => x;
  sink(g(source())); // HIT
  const o = { v } satisfies object;
  sink(o.v); // HIT
}

function overload(x: string): string;
function overload(x: number): string;
function overload(x: any): string {
  return x;
}
sink(overload(source())); // HIT

abstract class Template {
  abstract step(x: string): string;
  go(x: string) {
    return this.step(x);
  }
}
class Concrete extends Template {
  step(x: string) {
    return x;
  }
}
sink(new Concrete().go(source())); // HIT
