/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <string.h>

struct inner {
    char *name;
    char *other;
};

struct outer {
    struct inner in;
    struct inner *ptr;
};

static char *global;

char *same(char *x)
{
    return x;
}

char *second(char *a, char *b)
{
    return b;
}

void fill(struct inner *t, char *v)
{
    t->name = v;
}

void change(char **t, char *v)
{
    *t = v;
}

void copy_to(char *to, char *from)
{
    strcpy(to, from);
}

void set_global(char *v)
{
    global = v;
}

void objects(void)
{
    struct inner a;
    a.name = source();
    sink(a.name); /* HIT */
    sink(a.other);
    struct inner *p = &a;
    sink(p->name); /* HIT */
    sink(p->other);
    struct inner b = {.name = source(), .other = "a"};
    sink(b.name); /* HIT */
    sink(b.other);
    struct inner c = {source(), "a"};
    sink(c.name); /* HIT */
    sink(c.other);
    struct outer o;
    o.in.name = source();
    sink(o.in.name); /* HIT */
    sink(o.in.other);
    struct inner d;
    fill(&d, source());
    sink(d.name); /* HIT */
    struct inner *e = malloc(sizeof *e);
    e->name = source();
    sink(e->name);   /* HIT */
    sink((*e).name); /* HIT */
}

void calls(void)
{
    sink(same(source())); /* HIT */
    sink(second(source(), "a"));
    sink(second("a", source())); /* HIT */
    char *s = "a";
    change(&s, source());
    sink(s); /* HIT */
    char buffer[10];
    copy_to(buffer, source());
    sink(buffer); /* HIT */
    set_global(source());
    sink(global); /* HIT */
    char *(*f)(char *) = same;
    sink(f(source()));    /* HIT */
    sink((*f)(source())); /* HIT */
}

void texts(void)
{
    char *s = source();
    char a[10];
    strcpy(a, s);
    sink(a); /* HIT */
    char b[10];
    snprintf(b, sizeof b, "%s", s);
    sink(b); /* HIT */
    char c[10];
    strcat(c, s);
    sink(c); /* HIT */
    char d[10];
    memcpy(d, s, 10);
    sink(d);         /* HIT */
    sink(s + 1);     /* HIT */
    sink(*s);        /* HIT */
    sink(&s[1]);     /* HIT */
    sink(s[0]);      /* HIT */
    sink((void *)s); /* HIT */
    sink(strdup(s)); /* HIT */
    char e[10];
    e[0] = s[0];
    sink(e); /* HIT */
    char *q = s;
    q++;
    sink(q); /* HIT */
    int n = atoi(s);
    sink(n); /* HIT */
}

void statements(int k)
{
    char *x = "a";
    if (k)
        x = source();
    sink(x); /* HIT */
    switch (k) {
    case 1: x = source(); break;
    default: x = "b";
    }
    sink(x); /* HIT */
    char *y = k ? source() : "a";
    sink(y); /* HIT */
    for (int i = 0; i < 3; i++) {
        sink(y); /* HIT */
        y = "a";
    }
    char *z = "a";
    while (k) {
        sink(z); /* HIT */
        z = source();
    }
    do {
        z = "a";
    } while (k);
    sink(z);
    char *w;
    if ((w = source()) != NULL) {
        sink(w); /* HIT */
    }
    goto end;
end:
    sink(w); /* HIT */
    char *v = "a", *u = source();
    sink(v);
    sink(u); /* HIT */
    union {
        char *a;
        char *b;
    } un;
    un.a = source();
    sink(un.a); /* HIT */
    char *list[] = {"a", source()};
    sink(list[0]);
    sink(list[1]); /* HIT */
}

void scanned(void)
{
    char word[20], set[20], rest[20];
    int number;
    sscanf(source(), "%19s %*s %d %[^ ]x", word, &number, set);
    sink(word); /* HIT */
    sink(number);
    sink(set); /* HIT */
    sscanf("fixed text", "%19s", rest);
    sink(rest);
}
