package example.clinic.claims;

import java.util.List;

/** One claim: who was treated, for what, and what it cost. */
record Claim(String memberId, List<String> diagnosisCodes, long cents) {

    String toWire() {
        return memberId + "|" + String.join(",", diagnosisCodes) + "|" + cents;
    }
}
