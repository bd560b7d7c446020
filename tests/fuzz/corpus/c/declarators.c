#include <a.h>
#define M(x) do { x; } while (0)
static int (*f[2])(void), *g = &h[1];
struct s { unsigned a : 3; union { int b; } u; };
#if X
int main(int c, char **v) { switch (c) { case 1 ... 2: return sizeof(struct s); } }
#else
}
#endif
