/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Nothing in here may look like a live secret to anybody's scanner, so tokens are put
 * together when the tests run: "@" in a text is where a run of characters goes.
 */
#include "engine/secrets/secrets.h"

#include "base/buf.h"
#include "base/num.h"
#include "support/test.h"

#include <stdlib.h>

/* Characters as if by lot: the same in each run. */
static void add_drawn(struct pv_buf *out, const char *alphabet, size_t n)
{
    uint32_t state = 12345;
    size_t size = strlen(alphabet);
    for (size_t i = 0; i < n; i++) {
        state = state * 1664525 + 1013904223;
        pv_buf_add_byte(out, alphabet[(state >> 16) % size]);
    }
}

static const char letters[] = "aBcD3eFgH7iJkLm2NoPqRs9TuVwXy8Z4bKd";
static const char hex[] = "0123456789abcdef";
static const char capitals[] = "A2BC3DE4FG5HI6JK7LMNOPQRSTUVWXYZ";
static const char numbers[] = "0372956184";

/* Replaces "@w36" by 36 letters and digits, "@x32" by hex, "@c16" by capitals, "@d8" by digits. */
static struct pv_str filled(struct pv_buf *out, const char *text)
{
    out->n = 0;
    while (*text) {
        if (*text != '@' || text[1] == '\0' || text[2] < '1' || text[2] > '9') {
            pv_buf_add_byte(out, *text++);
            continue;
        }
        const char *alphabet = text[1] == 'x'   ? hex
                               : text[1] == 'c' ? capitals
                               : text[1] == 'd' ? numbers
                                                : letters;
        char *end = NULL;
        add_drawn(out, alphabet, strtoul(text + 2, &end, 10));
        text = end;
    }
    return pv_buf_str(out);
}

/* What the walk leaves out is nothing that a look at every byte would find. */
static void compare_with_everywhere(const struct pv_secret_finder *finder, struct pv_str path,
                                    struct pv_str text)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_secrets few = {0};
    struct pv_secrets all = {0};
    assert_ok(pv_secrets_find(&mem, finder, path, text, &few, NULL));
    assert_ok(pv_secrets_find_everywhere(&mem, finder, path, text, &all, NULL));
    bool is_same = few.list.n == all.list.n;
    for (size_t i = 0; is_same && i < all.list.n; i++)
        is_same = few.list.p[i].kind == all.list.p[i].kind &&
                  few.list.p[i].start == all.list.p[i].start &&
                  few.list.p[i].end == all.list.p[i].end;
    if (!is_same)
        fail_msg("%.*s: %zu secrets, of %zu", PV_STR_FMT(text), few.list.n, all.list.n);
}

static bool was_found[PV_SECRET_COUNT];

static enum pv_secret_kind kind_of(const char *path, struct pv_str text)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_secrets secrets = {0};
    const struct pv_secret_finder *finder = NULL;
    assert_ok(pv_secret_finder_new(&mem, &finder, NULL));
    assert_ok(pv_secrets_find(&mem, finder, pv_str_of(path), text, &secrets, NULL));
    compare_with_everywhere(finder, pv_str_of(path), text);
    for (size_t i = 0; i < secrets.list.n; i++)
        was_found[secrets.list.p[i].kind] = true;
    return secrets.list.n ? secrets.list.p[0].kind : PV_SECRET_NONE;
}

static void knows_tokens_by_their_form(void **state)
{
    static const struct {
        const char *text;
        enum pv_secret_kind kind;
    } cases[] = {
        {"AKIA@c16", PV_SECRET_AWS_KEY_ID},
        {"x=AKIA@c17", PV_SECRET_NONE},
        {"xAKIA@c16", PV_SECRET_NONE},
        {"AKIA@c9EXAMPLE", PV_SECRET_NONE},
        {"glpat-@w20", PV_SECRET_GITLAB},
        {"use AIzaSy@w33", PV_SECRET_GOOGLE_API},
        {"ATBB@w32", PV_SECRET_BITBUCKET},
        {"AccountKey=@w86==", PV_SECRET_AZURE_STORAGE},
        {"rubygems_@x48", PV_SECRET_RUBYGEMS},
        {"dckr_pat_@w27", PV_SECRET_DOCKER},
        {"xkeysib-@x64-@w16", PV_SECRET_BREVO},
        {"https://discord.com/api/webhooks/@d18/@w68", PV_SECRET_DISCORD_HOOK},
        {"HRKU-AA@w58", PV_SECRET_HEROKU},
        {"fo1_@w43", PV_SECRET_FLY},
        {"lin_api_@w40", PV_SECRET_LINEAR},
        {"sq0csp-@w43", PV_SECRET_SQUARE},
        {"access_token$production$@x16$@x32", PV_SECRET_BRAINTREE},
        {"EAAM@w120", PV_SECRET_FACEBOOK},
        {"gsk_@w52", PV_SECRET_MODEL_KEY},
        {"pul-@x40", PV_SECRET_PULUMI},
        {"dp.pt.@w43", PV_SECRET_DOPPLER},
        {"A3-@c6-@c11-@c5-@c5-@c5", PV_SECRET_1PASSWORD},
        {"glsa_@w32_@x8", PV_SECRET_GRAFANA},
        {"NRAK-@c27", PV_SECRET_NEW_RELIC},
        {"dt0c01.@c24.@c64", PV_SECRET_DYNATRACE},
        {"sntryu_@x64", PV_SECRET_SENTRY},
        {"sgp_@x16_@x40", PV_SECRET_SOURCEGRAPH},
        {"PMAK-@x24-@x34", PV_SECRET_POSTMAN},
        {"ntn_@d11@w35", PV_SECRET_NOTION},
        {"pat@w14.@x64", PV_SECRET_AIRTABLE},
        {"AKCp@w69", PV_SECRET_ARTIFACTORY},
        {"API-@c26", PV_SECRET_OCTOPUS},
        {"pscale_tkn_@w43", PV_SECRET_PLANETSCALE},
        {"figd_@w40", PV_SECRET_OTHER_SERVICE},
        {"@w14.atlasv1.@w67", PV_SECRET_TERRAFORM},
        {"https://a.webhook.office.com/webhookb2/@x8-@x4-@x4-@x4-@x12@@x8-@x4-@x4-@x4-@x12"
         "/IncomingWebhook/@x32/@x8-@x4-@x4-@x4-@x12",
         PV_SECRET_TEAMS_HOOK},
        {"mailchimp @x32-us6", PV_SECRET_MAILCHIMP},
        {"v4.local.@w90", PV_SECRET_PASETO},
        {"v4.public.@w130.@w20", PV_SECRET_PASETO},
        {"k4.secret.@w86", PV_SECRET_PRIVATE_KEY},
        {"LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0t@w400=", PV_SECRET_PRIVATE_KEY},
        {"MAPS_API_KEY=AIzaSy@w33", PV_SECRET_GOOGLE_CLIENT},
        {"GOCSPX-@w28", PV_SECRET_GOOGLE_OAUTH},
        {"xoxb-@d12-@d12-@w24", PV_SECRET_SLACK},
        {"https://hooks.slack.com/services/T@c8/B@c8/@w24", PV_SECRET_SLACK_HOOK},
        {"sk_live_@w24", PV_SECRET_STRIPE},
        {"pypi-AgEIcHlwaS5vcmc@w60", PV_SECRET_PYPI},
        {"SG.@w22.@w43", PV_SECRET_SENDGRID},
        {"key-@x32", PV_SECRET_MAILGUN},
        {"SK@x32", PV_SECRET_TWILIO},
        {"dop_v1_@x64", PV_SECRET_DIGITALOCEAN},
        {"shpat_@x32", PV_SECRET_SHOPIFY},
        {"dapi@x32", PV_SECRET_DATABRICKS},
        {"hf_@w34", PV_SECRET_HUGGING_FACE},
        {"sk-proj-@w48", PV_SECRET_OPENAI},
        {"sk-ant-api03-@w93AA", PV_SECRET_ANTHROPIC},
        {"hvs.@w24", PV_SECRET_VAULT},
        {"AGE-SECRET-KEY-1@c58", PV_SECRET_AGE},
        {"@d10:AAH@w32", PV_SECRET_TELEGRAM},
        {"M@w23.@w6.@w27", PV_SECRET_DISCORD},
        {"abc8Q~@w34", PV_SECRET_AZURE_CLIENT},
        {"id = \"ghp_@w36\"", PV_SECRET_NONE}, /* its check sum is wrong */
        {"sk_live_xxxxxxxxxxxxxxxxxxxxxxxx", PV_SECRET_NONE},
        {"glpat-aaaaaaaaaaaaaaaaaaaa", PV_SECRET_NONE},
    };
    PV_DEFER(pv_buf_clear) struct pv_buf buf = {0};
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        if (kind_of("a.txt", filled(&buf, cases[i].text)) != cases[i].kind)
            fail_msg("%s: is something else", cases[i].text);
}

static void knows_values_by_their_name(void **state)
{
    static const struct {
        const char *path;
        const char *text;
        enum pv_secret_kind kind;
    } cases[] = {
        {"a.py", "password = \"xq7vkwzpd\"\n", PV_SECRET_PASSWORD},
        {"a.py", "password: str = \"xq7vkwzpd\"\n", PV_SECRET_PASSWORD},
        {"a.py", "password = \"@x8-@x4-@x4-@x4-@x12\"\n", PV_SECRET_PASSWORD},
        {"a.py", "password = \"0372956184\"\n", PV_SECRET_NONE},
        {"a.py", "config[\"password\"] = \"xq7vkwzpd\"\n", PV_SECRET_PASSWORD},
        {"a.py", "os.environ.get(\"DB_PASSWORD\", \"xq7vkwzpd\")\n", PV_SECRET_PASSWORD},
        {"a.go", "var dbPassword string = \"xq7vkwzpd\"\n", PV_SECRET_PASSWORD},
        {"a.go", "password := []byte(\"xq7vkwzpd\")\n", PV_SECRET_PASSWORD},
        {"a.c", "static const char password[] = \"xq7vkwzpd\";\n", PV_SECRET_PASSWORD},
        {"a.java", "source.setPassword(\"xq7vkwzpd\");\n", PV_SECRET_PASSWORD},
        {"a.js", "const p = process.env.DB_PASS || 'xq7vkwzpd'\n", PV_SECRET_PASSWORD},
        {"a.rb", "password: 'xq7vkwzpd'\n", PV_SECRET_PASSWORD},
        {"a.php", "'db_password' => 'xq7vkwzpd',\n", PV_SECRET_PASSWORD},
        {"a.env", "DB_PASSWORD=xq7vkwzpd\n", PV_SECRET_PASSWORD},
        {"a.go", "if password != \"xq7vkwzpd\" {\n", PV_SECRET_PASSWORD},
        {"a.js", "if (password !== 'xq7vkwzpd') {\n", PV_SECRET_PASSWORD},
        {"a.js", "if (!password) { name = 'xq7vkwzpd' }\n", PV_SECRET_NONE},
        {"a.py", "header = base64.b64encode(b'reader:tomatoes')\n", PV_SECRET_HEADER},
        {"a.js", "header = btoa('reader:tomatoes')\n", PV_SECRET_HEADER},
        {"a.js", "header = btoa('reader:password')\n", PV_SECRET_NONE},
        {"a.js", "header = btoa('no login at all')\n", PV_SECRET_NONE},
        {"a.txt", "NTLM TlRMTVNTUAADAAAA@w120\n", PV_SECRET_HEADER},
        {"a.txt", "NTLM TlRMTVNTUAABAAAA@w20\n", PV_SECRET_NONE},
        {"a.yaml", "  password: xq7vkwzpd # prod\n", PV_SECRET_PASSWORD},
        {"a.yaml", "- name: DB_PASSWORD\n  value: xq7vkwzpd\n", PV_SECRET_PASSWORD},
        {"a.json", "{\"password\": \"xq7vkwzpd\"}", PV_SECRET_PASSWORD},
        {"a.json", "{\"a\": \"{\\\"password\\\": \\\"xq7vkwzpd\\\"}\"}", PV_SECRET_PASSWORD},
        {"a.xml", "<password>xq7vkwzpd</password>", PV_SECRET_PASSWORD},
        {"a.xml", "<add key=\"password\" value=\"xq7vkwzpd\"/>", PV_SECRET_PASSWORD},
        {"a.properties", "spring.datasource.password=hunter22x\n", PV_SECRET_PASSWORD},
        {"a.toml", "api_key = \"@x32\"\n", PV_SECRET_NAMED},
        {"a.sh", "curl -H 'X-Api-Key: @x32' host\n", PV_SECRET_NAMED},
        {"a.sh", "curl -u admin:xq7vkwzpd https://host\n", PV_SECRET_COMMAND},
        {"a.sh", "login --password xq7vkwzpd\n", PV_SECRET_COMMAND},
        {"a.txt", "postgres://app:xq7vkwzpd@db.internal/x", PV_SECRET_URL_LOGIN},
        {"a.txt", "Authorization: Bearer @w40", PV_SECRET_HEADER},
        {"a.sql", "CREATE USER a IDENTIFIED BY 'xq7vkwzpd';", PV_SECRET_COMMAND},
        {"a.sql", "INSERT INTO u VALUES (1, '$2y$12$@w53');", PV_SECRET_PASSWORD_HASH},
        {"a.xml", "<Pass encoding=\"base64\">@w24</Pass>", PV_SECRET_PASSWORD},
        {"a.yml", "uri: mongodb://app:swordfish@ds1.mongolab.com/x", PV_SECRET_URL_LOGIN},
        {"a.sh", "sshpass -p xq7vkwzpd ssh a@b\n", PV_SECRET_COMMAND},
        {"a.sh", "sshpass -p'xq7vkwzpd' ssh a@b\n", PV_SECRET_COMMAND},
        {"a.sh", "mysqldump -u root -pxq7vkwzpd db\n", PV_SECRET_COMMAND},
        {"a.sh", "docker login -u ci -p xq7vkwzpd r.io\n", PV_SECRET_COMMAND},
        {"a.sh", "redis-cli -h a -a xq7vkwzpd ping\n", PV_SECRET_COMMAND},
        {"a.sh", "keytool -list -storepass xq7vkwzpd\n", PV_SECRET_COMMAND},
        {"a.c", "#define DB_PASSWORD \"xq7vkwzpd\"\n", PV_SECRET_PASSWORD},
        {"build.gradle", "    storePassword 'xq7vkwzpd'\n", PV_SECRET_PASSWORD},
        {"a.vb", "Dim password As String = \"xq7vkwzpd\"", PV_SECRET_PASSWORD},
        {"a.ts", "password?: string = \"xq7vkwzpd\"", PV_SECRET_PASSWORD},
        {"a.py", "PASSWORD: Final[str] = \"xq7vkwzpd\"", PV_SECRET_PASSWORD},
        {"a.rs", "let password = String::from(\"xq7vkwzpd\");", PV_SECRET_PASSWORD},
        {"a.ps1", "$password = ConvertTo-SecureString \"xq7vkwzpd\" -Force", PV_SECRET_PASSWORD},
        {"a.rb", "A::App.config.secret_key_base = '@x64'", PV_SECRET_NAMED},
        {"a.json", "{\"adminPassword\": {\"value\": \"xq7vkwzpd\"}}", PV_SECRET_PASSWORD},
        {"a.xml", "<property name=\"connection.password\">xq7vkwzpd</property>",
         PV_SECRET_PASSWORD},
        {"a.plist", "<key>ApiSecretKey</key>\n\t<string>@x32</string>", PV_SECRET_NAMED},
        {"a.xml", "<Password><Value>xq7vkwzpd</Value></Password>", PV_SECRET_PASSWORD},
        {"a.yml", "password: ${DB_PASSWORD:xq7vkwzpd}", PV_SECRET_PASSWORD},
        {"a.sh", "DB=${DB_PASSWORD:-xq7vkwzpd}", PV_SECRET_PASSWORD},
        {"a.java", "@Value(\"${api.key:@x32}\")", PV_SECRET_NAMED},
        {"a.php", "$k = getenv('API_KEY') ?: '@x32';", PV_SECRET_NAMED},
        {"a.cs", "Get(\"API_KEY\") ?? \"@x32\"", PV_SECRET_NAMED},
        {"a.py", "password=f'xq7vkwzpd'", PV_SECRET_PASSWORD},
        {"wg.conf", "PresharedKey = @w43=", PV_SECRET_NAMED},
        {"a.txt", "https://a.blob.core.windows.net/b?sv=1&sig=@w21%2B@w21%3D",
         PV_SECRET_AZURE_STORAGE},
        {"Dockerfile", "ENV DB_PASSWORD xq7vkwzpd\n", PV_SECRET_PASSWORD},
        {"a.jwk", "{\"kty\": \"EC\", \"d\": \"@w43\"}", PV_SECRET_PRIVATE_KEY},
        {"jwks.json", "{\"kty\": \"oct\", \"k\": \"@w43\"}", PV_SECRET_PRIVATE_KEY},
        {"config/master.key", "@x32", PV_SECRET_LOGIN_FILE},
        {".netrc", "machine a login b password abc", PV_SECRET_NONE},
        {".netrc", "machine a login b password swordfish", PV_SECRET_LOGIN_FILE},
        {".pgpass", "localhost:5432:db:app:swordfish\n", PV_SECRET_LOGIN_FILE},
        {".git-credentials", "https://a:herring@git\n", PV_SECRET_LOGIN_FILE},
        {".git-credentials", "https://git.org\n", PV_SECRET_NONE},
        {".msmtprc", "account a\npassword swordfish\n", PV_SECRET_LOGIN_FILE},
        {".msmtprc", "# password swordfish\n", PV_SECRET_NONE},
        {".fetchmailrc", "poll a user b password \"swordfish\"\n", PV_SECRET_LOGIN_FILE},
        {"etc/ldap.conf", "bindpw swordfish\n", PV_SECRET_LOGIN_FILE},
        {"redis.conf", "requirepass swordfish\n", PV_SECRET_LOGIN_FILE},
        {"redis.conf", "# requirepass swordfish\n", PV_SECRET_NONE},
        {"haproxy.cfg", "user a insecure-password swordfish\n", PV_SECRET_LOGIN_FILE},
        {"ipsec.secrets", "a.org b.org : PSK \"swordfish\"\n", PV_SECRET_LOGIN_FILE},
        {"ppp/chap-secrets", "client * swordfish *\n", PV_SECRET_LOGIN_FILE},
        {"ppp/chap-secrets", "# client server secret IP\n", PV_SECRET_NONE},
        {"sasl_passwd", "[smtp.org]:587 a:swordfish\n", PV_SECRET_LOGIN_FILE},
        {"sasl_passwd", "[smtp.org]:587 a\n", PV_SECRET_NONE},
        {"logins.json", "\"encryptedPassword\": \"MDoEEPgAAAAAAAAAAAAAAAAAAAEwFAYI@w20\"\n",
         PV_SECRET_LOGIN_FILE},
        {".htpasswd", "admin:$apr1$@w8$@w22\n", PV_SECRET_PASSWORD_HASH},
        {"a.yaml", "kind: Secret\ndata:\n  a: c3dvcmRmaXNo\n", PV_SECRET_LOGIN_FILE},
    };
    PV_DEFER(pv_buf_clear) struct pv_buf buf = {0};
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        if (kind_of(cases[i].path, filled(&buf, cases[i].text)) != cases[i].kind)
            fail_msg("%s: is something else", cases[i].text);
}

static void leaves_alone_what_is_no_secret(void **state)
{
    static const struct {
        const char *path;
        const char *text;
    } cases[] = {
        {"a.py", "password = \"changeme\""},
        {"a.py", "password = \"your_password_here\""},
        {"a.py", "password = get_password(\"xq7vkwzpd\")"},
        {"a.py", "password = xq7vkwzpd"},
        {"a.py", "password = \"%s\" % xq7vkwzpd"},
        {"a.py", "password = \"enter your password\""},
        {"a.py", "password_field = \"xq7vkwzpd\""},
        {"a.py", "passwords = [\"password\", \"xq7vkwzpd\", \"b\"]"},
        {"a.py", "next_token = \"@x32\""},
        {"a.py", "client_request_token = \"@x8-@x4-@x4-@x4-@x12\""},
        {"a.py", "key = \"@x32\""},
        {"a.ts", "password: string"},
        {"a.json", "{\"AWS::IAM::AccessKey\": \"@x16\"}"},
        {"a.json", "{\"integrity\": \"sha512-@w80\"}"},
        {"a.yaml", "password: ${DB_PASSWORD}"},
        {"a.yaml", "password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256"},
        {"a.c", "#define TXT_kRSAPSK \"kRSAPSK\""},
        {"a.json", "\"token\": \"@x12-572331691188-########\""},
        {"a.c", "#define SN_kx_psk \"KxPSK\""},
        {"a.json", "{\"lib/server.key\":\"f98c4e2056e6e7f8a6f1835bf4121d9c\"}"},
        {"a.html", "https://c.io/graph/badge.svg?token=@x10"},
        {"a.c", "#define CIPHER_PSK \"ECDHE-PSK-AES128-CBC-SHA256\""},
        {"a.md", "the password \"xq7vkwzpd\""},
        {"a.js", "say password \"xq7vkwzpd\""},
        {"a.sh", "mysql -u root -p xq7vkwzpd"},
        {"a.sh", "mkdir -p xq7vkwzpd"},
        {"a.sh", "sshpass -p \"$PW\" ssh a@b"},
        {"a.sh", "sshpass -e ssh a@b; scp -p xq7vkwzpd a@b:"},
        {"a.js", "v1.publicApi.something"},
        {"a.py", "if self.update_password == 'always': pass"},
        {"a.yml", "password: ${DB_PASSWORD}"},
        {"a.yml", "password: ${DB_PASSWORD:-changeme}"},
        {"a.js", "const x = `${token ? a : b7xq}`"},
        {"a.jwk", "{\"kty\": \"EC\", \"x\": \"@w43\", \"y\": \"@w43\"}"},
        {"Dockerfile", "ENV PASSWORD_FILE /run/secrets/p1"},
        {"a.txt", "https://a.org/b?sig=@w20"},
        {"a.py", "CONF_NOISE_PSK = \"noise_psk\""},
        {"a.py", "NOISE_PSK = \"MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA=\""},
        {"a.py", "connect(user='saltydev', password='saltydev')"},
        {"a.py", "run(\"$Password = New-Object Text\")"},
        {"de.json", "{\"password\": \"Passwort\"}"},
        {"messages_fr.properties", "password=Kennwort7x"},
        {"values-de/strings.xml", "<string name=\"password\">Kennwort</string>"},
        {"inc/lang/cy/lang.php", "$lang['password'] = 'Cyfrinair';"},
        {"localization/da_DK/labels.inc", "$labels['password'] = 'Adgangskode';"},
        {"Localizable.strings", "\"password\" = \"Wachtwoord2\";"},
        {"a.yaml", "password: {{ .Values.password }}"},
        {"a.yaml", "password: <password>"},
        {"a.env", "API_KEY=xxxxxxxxxxxxxxxx"},
        {"a.env", "API_KEY=your-api-key-goes-here"},
        {"a.md", "compile 'io.jsonwebtoken:jjwt-api:0.11.2'"},
        {"a.txt", "postgres://postgres:postgres@localhost/x"},
        {"a.txt", "postgres://app:${PASSWORD}@db/x"},
        {"a.txt", "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----"},
        {"a.txt", "-----BEGIN PUBLIC KEY-----\n@w64\n@w64\n-----END PUBLIC KEY-----"},
        {"tests/a.py", "password = \"xq7vkwzpd\""},
        {"src/app_test.go", "password := \"xq7vkwzpd\""},
    };
    PV_DEFER(pv_buf_clear) struct pv_buf buf = {0};
    (void)state;
    for (size_t i = 0; i < PV_COUNT(cases); i++)
        if (kind_of(cases[i].path, filled(&buf, cases[i].text)) != PV_SECRET_NONE)
            fail_msg("%s: was taken for a secret", cases[i].text);
}

static void finds_private_keys_by_their_body(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf buf = {0};
    const char *begin = "-----BEGIN RSA PRIVATE "
                        "KEY-----\nMIICXAIBAAKBgQ@w50\n@w64\n-----END RSA PRIVATE KEY-----\n";
    const char *quoted = "key = \"-----BEGIN PRIVATE "
                         "KEY-----\\nMIICXAIBAAKBgQ@w50\\n@w64\\n-----END PRIVATE KEY-----\\n\"";
    const char *joined = "String k = \"-----BEGIN PRIVATE "
                         "KEY-----\\n\" +\n\"MIICXAIBAAKBgQ@w50\\n\" +\n\"@w64\\n\" +\n"
                         "\"-----END PRIVATE KEY-----\";";
    const char *noise = "-----BEGIN RSA PRIVATE "
                        "KEY-----\n@w64\n@w64\n-----END RSA PRIVATE KEY-----\n";
    const char *locked =
        "-----BEGIN RSA PRIVATE "
        "KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIICXAIBAAKBgQ@w50\n@w64\n-----END RSA";
    (void)state;
    assert_int_equal(kind_of("a.pem", filled(&buf, begin)), PV_SECRET_PRIVATE_KEY);
    assert_int_equal(kind_of("a.py", filled(&buf, quoted)), PV_SECRET_PRIVATE_KEY);
    assert_int_equal(kind_of("a.java", filled(&buf, joined)), PV_SECRET_PRIVATE_KEY);
    assert_int_equal(kind_of("a.pem", filled(&buf, noise)), PV_SECRET_NONE);
    assert_int_equal(kind_of("a.pem", filled(&buf, locked)), PV_SECRET_NONE);
    assert_int_equal(kind_of("tests/a.pem", filled(&buf, begin)), PV_SECRET_NONE);
}

/* The texts are {"alg":"HS256"} and {"sub":"1"}, and then {"typ":"x"} without an algorithm. */
static void decodes_tokens_that_are_signed(void **state)
{
    PV_DEFER(pv_buf_clear) struct pv_buf buf = {0};
    (void)state;
    assert_int_equal(kind_of("a.txt", filled(&buf, "eyJhbGciOiJIUzI1NiJ9"
                                                   ".eyJzdWIiOiIxIn0.@w43")),
                     PV_SECRET_JWT);
    assert_int_equal(kind_of("a.txt", filled(&buf, "eyJ0eXAiOiJ4In0"
                                                   ".eyJzdWIiOiIxIn0.@w43")),
                     PV_SECRET_NONE);
}

/* What is found is the secret itself: that is what reports put stars over. */
static void says_where_the_secret_is_and_nothing_else(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    struct pv_secrets secrets = {0};
    const struct pv_secret_finder *finder = NULL;
    assert_ok(pv_secret_finder_new(&mem, &finder, NULL));
    struct pv_str text = PV_STR("a = 1\npassword = \"xq7vkwzpd\"\nurl = http://a:zkwq81x@h/\n");
    (void)state;
    assert_ok(pv_secrets_find(&mem, finder, PV_STR("a.ini"), text, &secrets, NULL));
    assert_int_equal(secrets.list.n, 2);
    const struct pv_secret *first = &secrets.list.p[0];
    const struct pv_secret *second = &secrets.list.p[1];
    assert_true(pv_str_eq(pv_str_sub(text, first->start, first->end), PV_STR("xq7vkwzpd")));
    assert_true(pv_str_eq(pv_str_sub(text, second->start, second->end), PV_STR("zkwq81x")));
}

/* Texts of pieces in any order: more ways from a name to its value than anybody would think of. */
static void the_walk_leaves_nothing_out(void **state)
{
    static const char *const pieces[] = {
        "password",
        "api-key",
        "db.token",
        "value",
        "name",
        "string",
        "secret_",
        "PW",
        "version",
        "auth",
        " ",
        "  ",
        "\n",
        "\t",
        "\"",
        "\"",
        "'",
        "`",
        "\\\"",
        "\\n",
        ":",
        ": ",
        " = ",
        "=",
        " => ",
        " != ",
        " || ",
        "?\?=",
        ",",
        ", ",
        "(",
        ")",
        "[",
        "]",
        "[16]",
        "<",
        ">",
        "</",
        "*",
        "&",
        "{",
        "?",
        ": {\"value\": \"",
        "name=\"",
        "<property name=\"",
        "</key>\n<string>",
        "<string>",
        "<Value>",
        "As String",
        "#define ",
        "sshpass -p ",
        "${",
        ":-",
        "\")",
        " ?: ",
        "sig=",
        " -pxq7vkwzpd",
        "mysql",
        ";",
        "-",
        "--",
        " -u ",
        "curl",
        "://",
        "@h.org",
        "\"xq7vkwzpd\"",
        "xq7vkwzpd",
        "'hunter22x'",
        "a:zkwq81x",
        "Bearer ",
        "Basic ",
        "NTLM ",
        "FlyV1 fm2_",
        "AKIA@c16",
        "glpat-@w20",
        "hvs.@w24",
        "eyJhbGciOiJIUzI1NiJ9",
        ".eyJzdWIiOiIxIn0.",
        "@w43",
        "@d10:AAH@w32",
        "M@w23.@w6.@w27",
        "abc8Q~@w34",
        "@d15|@w27",
        "btoa('reader:tomatoes')",
        "b64encode(b",
        "IDENTIFIED BY 'xq7vkwzpd'",
        ":$6$",
        "'$2y$12$@w53",
        "-----BEGIN PRIVATE KEY-----",
        "-----END ",
        "MIICXAIBAAKBgQ@w50",
        "PuTTY-User-Key-File-",
        "\xc3\xa9",
        "@x32",
        "@w80",
        "user ",
        "--user a:xq7vkwzpd ",
        "x",
        ".",
    };
    static const char *const paths[] = {"a.py", "a.yaml", "a.sh", "a.md", "a.xml", "a.sql"};
    enum { TEXTS = 30000, PIECES_MAX = 12 };
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf text = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf piece = {0};
    const struct pv_secret_finder *finder = NULL;
    uint32_t seed = 99;
    (void)state;
    assert_ok(pv_secret_finder_new(&mem, &finder, NULL));
    for (size_t i = 0; i < TEXTS; i++) {
        text.n = 0;
        for (size_t k = 0; k < 1 + i % PIECES_MAX; k++) {
            seed = seed * 1664525 + 1013904223;
            pv_buf_add(&text, filled(&piece, pieces[(seed >> 8) % PV_COUNT(pieces)]));
        }
        compare_with_everywhere(finder, pv_str_of(paths[i % PV_COUNT(paths)]), pv_buf_str(&text));
    }
}

static void stops_at_its_limit(void **state)
{
    PV_DEFER(pv_arena_clear) struct pv_arena mem = {0};
    PV_DEFER(pv_buf_clear) struct pv_buf buf = {0};
    struct pv_secrets secrets = {0};
    const struct pv_secret_finder *finder = NULL;
    assert_ok(pv_secret_finder_new(&mem, &finder, NULL));
    (void)state;
    for (int i = 0; i < 6000; i++)
        pv_buf_add(&buf, PV_STR("password=xq7vkwzpd\n"));
    assert_code(PV_LIMIT,
                pv_secrets_find(&mem, finder, PV_STR("a.ini"), pv_buf_str(&buf), &secrets, NULL));
    assert_int_equal(secrets.list.n, 5000);
}

/*
 * After all others: a kind that nothing is found of is a rule that can't speak. Tokens with check
 * sums are put together in tests/e2e/test_secrets.py.
 */
static void each_kind_was_found(void **state)
{
    (void)state;
    was_found[PV_SECRET_GITHUB] = true;
    was_found[PV_SECRET_NPM] = true;
    for (int i = PV_SECRET_NONE + 1; i < PV_SECRET_COUNT; i++)
        if (!was_found[i])
            print_error("%.*s: no case\n",
                        PV_STR_FMT(pv_secret_facts_of((enum pv_secret_kind)i).id));
    for (int i = PV_SECRET_NONE + 1; i < PV_SECRET_COUNT; i++)
        assert_true(was_found[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_tokens_by_their_form),
        cmocka_unit_test(knows_values_by_their_name),
        cmocka_unit_test(leaves_alone_what_is_no_secret),
        cmocka_unit_test(finds_private_keys_by_their_body),
        cmocka_unit_test(decodes_tokens_that_are_signed),
        cmocka_unit_test(says_where_the_secret_is_and_nothing_else),
        cmocka_unit_test(the_walk_leaves_nothing_out),
        cmocka_unit_test(stops_at_its_limit),
        cmocka_unit_test(each_kind_was_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
