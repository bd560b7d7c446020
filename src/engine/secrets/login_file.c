/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Files that hold logins by what they are: .netrc, .pgpass, Docker's settings, Kubernetes'
 * secrets, the files of daemons for mail, networks and directories. A value counts there unless it
 * is a placeholder: nobody else writes such files.
 */
#include "engine/secrets/search.h"

#include "base/num.h"
#include "engine/secrets/alphabet.h"
#include "engine/secrets/likeness.h"
#include "engine/secrets/named_parts.h"
#include "engine/secrets/secret_name.h"

struct file {
    struct pv_arena *mem;
    const struct pv_secret_search *search;
    struct pv_secrets *out;
};

static PV_RESULT put(const struct file *file, struct pv_str value, struct pv_err *err)
{
    size_t start = (size_t)(value.p - file->search->text.p);
    struct pv_secret secret = {PV_SECRET_LOGIN_FILE, (uint32_t)start, (uint32_t)(start + value.n)};
    return pv_secrets_add(file->mem, file->out, secret, err);
}

static PV_RESULT add(const struct file *file, struct pv_str value, struct pv_err *err)
{
    return value.n < 4 || pv_likeness_is_placeholder(value) ? PV_SUCCESS : put(file, value, err);
}

static struct pv_str take_word(struct pv_str *rest)
{
    *rest = pv_str_trim(*rest);
    size_t n = 0;
    while (n < rest->n && rest->p[n] > ' ')
        n++;
    struct pv_str word = pv_str_sub(*rest, 0, n);
    *rest = pv_str_sub(*rest, n, rest->n);
    return word;
}

static struct pv_str without_quotes(struct pv_str word)
{
    bool is_quoted =
        word.n >= 2 && (word.p[0] == '"' || word.p[0] == '\'') && word.p[word.n - 1] == word.p[0];
    return is_quoted ? pv_str_sub(word, 1, word.n - 1) : word;
}

/* machine HOST login USER password TEXT; "bindpw TEXT"; "user NAME insecure-password TEXT" */
static PV_RESULT words_line(const struct file *file, struct pv_str line, struct pv_err *err)
{
    static const char *const words[] = {
        "password", "passwd",      "bindpw",     "rootbindpw",
        "rootpw",   "requirepass", "masterauth", "insecure-password",
        "secret",   "PSK",         "EAP",        "XAUTH"};
    if (pv_str_has_prefix(pv_str_trim(line), PV_STR("#")))
        return PV_SUCCESS;
    for (struct pv_str word = take_word(&line); word.n; word = take_word(&line))
        for (size_t i = 0; i < PV_COUNT(words); i++)
            if (pv_str_eq(word, pv_str_of(words[i]))) {
                PV_TRY(add(file, without_quotes(take_word(&line)), err));
                break;
            }
    return PV_SUCCESS;
}

/* CLIENT SERVER TEXT ADDRESSES */
static PV_RESULT chap_line(const struct file *file, struct pv_str line, struct pv_err *err)
{
    if (pv_str_has_prefix(pv_str_trim(line), PV_STR("#")))
        return PV_SUCCESS;
    (void)take_word(&line);
    (void)take_word(&line);
    return add(file, without_quotes(take_word(&line)), err);
}

/* HOST USER:TEXT */
static PV_RESULT sasl_line(const struct file *file, struct pv_str line, struct pv_err *err)
{
    if (pv_str_has_prefix(pv_str_trim(line), PV_STR("#")))
        return PV_SUCCESS;
    (void)take_word(&line);
    struct pv_str login = take_word(&line);
    size_t colon = pv_str_find(login, PV_STR(":"), 0);
    return colon == SIZE_MAX ? PV_SUCCESS : add(file, pv_str_sub(login, colon + 1, login.n), err);
}

/* https://USER:TEXT@HOST: the last "@" is the one, since none stands in a host. */
static PV_RESULT git_line(const struct file *file, struct pv_str line, struct pv_err *err)
{
    size_t slashes = pv_str_find(line, PV_STR("://"), 0);
    size_t colon = slashes == SIZE_MAX ? SIZE_MAX : pv_str_find(line, PV_STR(":"), slashes + 3);
    size_t sign = line.n;
    while (sign > 0 && line.p[sign - 1] != '@')
        sign--;
    if (colon == SIZE_MAX || sign <= colon + 2)
        return PV_SUCCESS;
    return add(file, pv_str_sub(line, colon + 1, sign - 1), err);
}

/* HOST:PORT:DATABASE:USER:TEXT */
static PV_RESULT pgpass_line(const struct file *file, struct pv_str line, struct pv_err *err)
{
    struct pv_str field = {0};
    if (pv_str_has_prefix(line, PV_STR("#")))
        return PV_SUCCESS;
    for (int i = 0; i < 4; i++)
        if (!pv_str_split(&line, ':', &field))
            return PV_SUCCESS;
    return add(file, pv_str_trim(line), err);
}

/* USER:{SHA}HASH and USER:HASH of htpasswd; the forms of crypt are found anywhere. */
static PV_RESULT htpasswd_line(const struct file *file, struct pv_str line, struct pv_err *err)
{
    size_t colon = pv_str_find(line, PV_STR(":"), 0);
    if (colon == SIZE_MAX || colon == 0)
        return PV_SUCCESS;
    struct pv_str hash = pv_str_trim(pv_str_sub(line, colon + 1, line.n));
    bool is_plain_hash = pv_str_has_prefix(hash, PV_STR("{SHA}")) || hash.n == 13;
    size_t start = (size_t)(hash.p - file->search->text.p);
    struct pv_secret secret = {PV_SECRET_PASSWORD_HASH, (uint32_t)start,
                               (uint32_t)(start + hash.n)};
    return is_plain_hash ? pv_secrets_add(file->mem, file->out, secret, err) : PV_SUCCESS;
}

/* The text in quotes after `key`, which is in quotes, too. */
static struct pv_str json_value(struct pv_str line, struct pv_str key)
{
    size_t at = pv_str_find(line, key, 0);
    if (at == SIZE_MAX)
        return (struct pv_str){0};
    size_t start = pv_str_find(line, PV_STR("\""), at + key.n);
    size_t end = start == SIZE_MAX ? SIZE_MAX : pv_str_find(line, PV_STR("\""), start + 1);
    return end == SIZE_MAX ? (struct pv_str){0} : pv_str_sub(line, start + 1, end);
}

/* "auth": "BASE64 of USER:TEXT" */
static PV_RESULT docker_line(const struct file *file, struct pv_str line, struct pv_err *err)
{
    return add(file, json_value(line, PV_STR("\"auth\"")), err);
}

/* A browser's passwords, sealed under a key that lies beside them; the key's name is zeros. */
static PV_RESULT browser_line(const struct file *file, struct pv_str line, struct pv_err *err)
{
    enum { LEAST = 40 };
    struct pv_str value = json_value(line, PV_STR("\"encryptedPassword\""));
    return value.n < LEAST ? PV_SUCCESS : put(file, value, err);
}

/* Under "data:" of a Kubernetes secret each value is a secret in base64. */
static PV_RESULT kubernetes_line(const struct file *file, struct pv_str line, bool *is_data,
                                 struct pv_err *err)
{
    bool is_indented = line.n && (line.p[0] == ' ' || line.p[0] == '\t');
    if (!is_indented) {
        *is_data = pv_str_has_prefix(line, PV_STR("data:"));
        return PV_SUCCESS;
    }
    size_t colon = pv_str_find(line, PV_STR(": "), 0);
    if (!*is_data || colon == SIZE_MAX)
        return PV_SUCCESS;
    struct pv_str value = pv_str_trim(pv_str_sub(line, colon + 2, line.n));
    size_t n = 0;
    while (n < value.n && pv_alphabet_has(PV_ALPHABET_BASE64, value.p[n]))
        n++;
    bool is_base64 = n >= 6 && value.n - n <= 2 && value.n % 4 == 0;
    return is_base64 ? add(file, value, err) : PV_SUCCESS;
}

/* Rails keeps the key of its credentials alone in a file: 128 bits in hex. */
static PV_RESULT key_line(const struct file *file, struct pv_str line, struct pv_err *err)
{
    struct pv_str key = pv_str_trim(line);
    for (size_t i = 0; i < key.n; i++)
        if (!pv_alphabet_has(PV_ALPHABET_SMALL_HEX, key.p[i]))
            return PV_SUCCESS;
    return key.n == 32 ? add(file, key, err) : PV_SUCCESS;
}

/* The private part of a key in JSON (RFC 7517), or the whole of one that is shared. */
static PV_RESULT jwk_line(const struct file *file, struct pv_str line, struct pv_err *err)
{
    enum { LEAST = 42 };
    struct pv_str part = json_value(line, PV_STR("\"d\""));
    if (!part.p)
        part = json_value(line, PV_STR("\"k\""));
    if (!part.p || part.n < LEAST || pv_likeness_is_placeholder(part))
        return PV_SUCCESS;
    for (size_t i = 0; i < part.n; i++)
        if (!pv_alphabet_has(PV_ALPHABET_URL, part.p[i]))
            return PV_SUCCESS;
    size_t start = (size_t)(part.p - file->search->text.p);
    return pv_secrets_add(
        file->mem, file->out,
        (struct pv_secret){PV_SECRET_PRIVATE_KEY, (uint32_t)start, (uint32_t)(start + part.n)},
        err);
}

/* ENV NAME TEXT: the old way, without the sign that is looked for anywhere. */
static PV_RESULT dockerfile_line(const struct file *file, struct pv_str line, struct pv_err *err)
{
    struct pv_str text = file->search->text;
    struct pv_secret secret = {0};
    struct pv_str rest = pv_str_trim(line);
    if (!pv_str_eq(take_word(&rest), PV_STR("ENV")))
        return PV_SUCCESS;
    struct pv_str word = take_word(&rest);
    struct pv_str written = without_quotes(pv_str_trim(rest));
    const struct pv_name_place name = {(size_t)(word.p - text.p),
                                       (size_t)(word.p - text.p) + word.n, pv_secret_name_of(word)};
    if (name.sense == PV_SECRET_NAME_NONE || written.n == 0)
        return PV_SUCCESS;
    const struct pv_value_place value = {(size_t)(written.p - text.p),
                                         (size_t)(written.p - text.p) + written.n, false};
    return pv_named_take(file->search, &name, &value, &secret)
               ? pv_secrets_add(file->mem, file->out, secret, err)
               : PV_SUCCESS;
}

enum form {
    OTHER,
    KEY_ALONE,
    WORDS,
    PGPASS,
    HTPASSWD,
    DOCKER,
    BROWSER,
    KUBERNETES,
    CHAP,
    SASL,
    GIT,
    JWK,
    DOCKERFILE
};

static enum form form_of(const struct pv_secret_search *search)
{
    static const struct {
        const char *end;
        enum form form;
    } names[] = {{"master.key", KEY_ALONE},
                 {"netrc", WORDS},
                 {".authinfo", WORDS},
                 {"pgpass", PGPASS},
                 {"pgpass.conf", PGPASS},
                 {"htpasswd", HTPASSWD},
                 {"dockercfg", DOCKER},
                 {"dockerconfigjson", DOCKER},
                 {"logins.json", BROWSER},
                 {"git-credentials", GIT},
                 {"chap-secrets", CHAP},
                 {"pap-secrets", CHAP},
                 {"sasl_passwd", SASL},
                 {"ipsec.secrets", WORDS},
                 {"msmtprc", WORDS},
                 {"esmtprc", WORDS},
                 {"fetchmailrc", WORDS},
                 {"ldap.conf", WORDS},
                 {"nslcd.conf", WORDS},
                 {"slapd.conf", WORDS},
                 {"redis.conf", WORDS},
                 {"haproxy.cfg", WORDS},
                 {"vpnc.conf", WORDS},
                 {".jwk", JWK},
                 {".jwks", JWK},
                 {"jwk.json", JWK},
                 {"jwks.json", JWK},
                 {"Dockerfile", DOCKERFILE},
                 {".dockerfile", DOCKERFILE}};
    struct pv_str name = pv_text_kind_name(search->path);
    for (size_t i = 0; i < PV_COUNT(names); i++)
        if (pv_str_has_suffix(name, pv_str_of(names[i].end)))
            return names[i].form;
    if (pv_str_has_suffix(search->path, PV_STR(".docker/config.json")) ||
        pv_str_has_suffix(search->path, PV_STR("docker/config.json")))
        return DOCKER;
    bool is_yaml =
        pv_str_has_suffix(name, PV_STR(".yaml")) || pv_str_has_suffix(name, PV_STR(".yml"));
    bool is_secret =
        is_yaml && (pv_str_has_prefix(search->text, PV_STR("kind: Secret")) ||
                    pv_str_find(search->text, PV_STR("\nkind: Secret"), 0) != SIZE_MAX);
    return is_secret ? KUBERNETES : OTHER;
}

static PV_RESULT read_line(const struct file *file, enum form form, struct pv_str line,
                           bool *is_data, struct pv_err *err)
{
    switch (form) {
    case OTHER: break;
    case KEY_ALONE: return key_line(file, line, err);
    case WORDS: return words_line(file, line, err);
    case PGPASS: return pgpass_line(file, line, err);
    case HTPASSWD: return htpasswd_line(file, line, err);
    case DOCKER: return docker_line(file, line, err);
    case BROWSER: return browser_line(file, line, err);
    case KUBERNETES: return kubernetes_line(file, line, is_data, err);
    case CHAP: return chap_line(file, line, err);
    case SASL: return sasl_line(file, line, err);
    case GIT: return git_line(file, line, err);
    case JWK: return jwk_line(file, line, err);
    case DOCKERFILE: return dockerfile_line(file, line, err);
    }
    return PV_SUCCESS;
}

struct pv_result pv_login_file_find(struct pv_arena *mem, const struct pv_secret_search *search,
                                    struct pv_secrets *out, struct pv_err *err)
{
    const struct file file = {mem, search, out};
    enum form form = form_of(search);
    struct pv_str rest = search->text;
    struct pv_str line = {0};
    bool is_data = false;
    while (form != OTHER && pv_str_split(&rest, '\n', &line))
        PV_TRY(read_line(&file, form, line, &is_data, err));
    return PV_SUCCESS;
}
