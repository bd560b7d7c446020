abstract class C<T extends U> implements I { private readonly x?: T[]; constructor(@D() public a: A.B) { super() } }
enum E { A = 1, B }
type F = { [k in keyof T]?: T[k] };
let v = <T>w as unknown satisfies G;
