/* SPDX-License-Identifier: Apache-2.0 */
int main(void)
{
    struct pave_unlock unlock = {0};
    struct pave_identity *me = NULL;
    struct pave_identity *billing = NULL;
    struct pave_trust *trust = NULL;
    struct pave_bytes sealed = PAVE_BYTES_INIT;
    unsigned char signature[PAVE_SIGNATURE_BYTES];
    CHECK(open_both(text_of("trust.json", NULL), "correct horse", &me, &trust) == 0);
    unlock.size = sizeof unlock;
    unlock.program = "./unwrap";
    CHECK(pave_identity_open("billing.keyset", &unlock, &billing, NULL) == PAVE_OK);

    CHECK(seal_invoice(me, trust, "17", "pay 17", &sealed) == 0);
    CHECK(open_invoice(billing, trust, "18", &sealed) == -1);
    CHECK(open_invoice(billing, trust, "17", &sealed) == 0 && has_used("pay 17"));
    CHECK(open_invoice(billing, trust, "17", &sealed) == -1); /* a second time */
    CHECK(open_invoice(me, trust, "17", &sealed) == -1);

    CHECK(sign_and_verify(me, trust, "Metformin 500 mg") == 0);
    FILE *plain = fopen("scan.dcm", "rb");
    CHECK(plain && sign_stream(me, plain, signature) == 0);
    fclose(plain);
    size_t n = 0;
    const char *whole = text_of("scan.dcm", &n);
    CHECK(pave_verify(trust, "clinic", "clinic.prescription.v1", whole, n, signature) == PAVE_OK);

    pave_bytes_free(&sealed);
    pave_identity_close(me);
    pave_identity_close(billing);
    pave_trust_close(trust);
    return 0;
}
